package org.chancery.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.RuleTables;
import org.chancery.deadline.TableName;
import org.chancery.deadline.TableText;
import org.chancery.deadline.TableVersion;
import org.chancery.report.web.TableSheet.Decision;
import org.chancery.report.web.TableSheet.Draft;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules and the tables they go by, and the forms with which lawyers change a table. */
@Controller
@RequestMapping("/rules")
class RulePages {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final RuleTables tables;
  private final Deadlines deadlines;

  RulePages(RuleTables tables, Deadlines deadlines) {
    this.tables = tables;
    this.deadlines = deadlines;
  }

  @GetMapping
  String all(Model model) {
    model.addAttribute(
        "sheets",
        Arrays.stream(TableName.values()).map(table -> TableSheet.of(table, tables)).toList());
    model.addAttribute("catalogue", deadlines.catalogue());
    return "rules";
  }

  @GetMapping("/{table}")
  String one(@PathVariable String table, Model model) {
    TableVersion inForce = tables.inForce(TableName.of(table));
    return show(
        inForce.table(), new Draft(inForce.text().value(), "", inForce.number(), List.of()), model);
  }

  @GetMapping("/{table}/{number}")
  String version(@PathVariable String table, @PathVariable int number, Model model) {
    TableVersion version = tables.version(TableName.of(table), number);
    model.addAttribute("version", version);
    model.addAttribute("inForce", tables.inForce(version.table()).number());
    model.addAttribute("difference", tables.difference(version));
    return "tableversion";
  }

  @GetMapping("/{table}/{number}/text")
  ResponseEntity<byte[]> text(@PathVariable String table, @PathVariable int number) {
    TableVersion version = tables.version(TableName.of(table), number);
    String file = version.table().path() + "-" + number + ".csv";
    return ResponseEntity.ok()
        .contentType(CSV)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body((BYTE_ORDER_MARK + version.text().value()).getBytes(StandardCharsets.UTF_8));
  }

  @PostMapping("/{table}/changes")
  String stage(
      @PathVariable String table,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(required = false) @Nullable MultipartFile upload,
      @RequestParam(defaultValue = "") String remark,
      @RequestParam int from,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after) {
    TableName name = TableName.of(table);
    String typed = text;
    try {
      TableText put = upload == null || upload.isEmpty() ? new TableText(text) : read(upload);
      typed = put.value();
      tables.stage(name, put, remark, from);
      return back(name, "staged", after);
    } catch (Refusal refusal) {
      CasePages.status(refusal, response);
      return show(name, new Draft(typed, remark, from, faults(refusal)), model);
    }
  }

  @PostMapping("/{table}/changes/shipped")
  String stageShipped(
      @PathVariable String table, @RequestParam int from, RedirectAttributes after) {
    TableName name = TableName.of(table);
    tables.stageShipped(name, from);
    return back(name, "staged", after);
  }

  @PostMapping("/{table}/changes/{number}/application")
  String apply(@PathVariable String table, @PathVariable int number, RedirectAttributes after) {
    tables.apply(TableName.of(table), number);
    return back(TableName.of(table), "applied", after);
  }

  @PostMapping("/{table}/changes/{number}/confirmation")
  String confirm(@PathVariable String table, @PathVariable int number, RedirectAttributes after) {
    tables.confirm(TableName.of(table), number);
    return back(TableName.of(table), "confirmed", after);
  }

  @PostMapping("/{table}/changes/{number}/refusal")
  String refuse(
      @PathVariable String table,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String why,
      RedirectAttributes after) {
    tables.refuse(TableName.of(table), number, why.isBlank() ? null : why.strip());
    return back(TableName.of(table), "refused", after);
  }

  private String show(TableName table, Draft draft, Model model) {
    TableSheet sheet = TableSheet.of(table, tables);
    TableVersion change = sheet.change();
    model.addAttribute("sheet", sheet);
    model.addAttribute("draft", draft);
    model.addAttribute("objection", tables.objectionToStaging());
    model.addAttribute("history", tables.history(table));
    if (change != null) {
      model.addAttribute("difference", tables.difference(change));
      model.addAttribute("decision", decision(change));
    } else if (tables.isShippedNew(table)) {
      model.addAttribute("shipped", tables.shippedDifference(table));
    }
    return "ruletable";
  }

  /** What a change would do is worked out for those who decide on it. */
  private Decision decision(TableVersion change) {
    boolean decides = tables.objectionToRefusing(change) == null;
    return new Decision(
        decides ? tables.effect(change) : null, tables.objectionTo(change), decides);
  }

  private static TableText read(MultipartFile upload) {
    try {
      return TableText.of(upload.getBytes());
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    }
  }

  private static List<Message> faults(Refusal refusal) {
    return refusal.faults().isEmpty()
        ? List.of(refusal.detail())
        : refusal.faults().stream().map(Fault::message).toList();
  }

  private static String back(TableName table, String done, RedirectAttributes after) {
    after.addFlashAttribute("done", done);
    return "redirect:/rules/" + table.path();
  }
}
