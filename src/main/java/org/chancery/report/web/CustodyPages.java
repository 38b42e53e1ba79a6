package org.chancery.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.chancery.document.Custody;
import org.chancery.document.NewCustodyAct;
import org.chancery.document.Original;
import org.chancery.document.QrCode;
import org.chancery.document.ScanAddress;
import org.chancery.instrument.Reference;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The paper originals of a case: the page that opens when the code on one is scanned, and the slip
 * and the label that carry the code.
 */
@Controller
class CustodyPages {

  /** How a form says that it stands on the page of a scan, where its sender then returns. */
  private static final String SCAN = "q";

  private final CustodySheets sheets;
  private final Custody custody;
  private final ScanAddress address;
  private final Reading reading;

  CustodyPages(CustodySheets sheets, Custody custody, ScanAddress address, Reading reading) {
    this.sheets = sheets;
    this.custody = custody;
    this.address = address;
    this.reading = reading;
  }

  /** What one who scanned the code sees: the original, its holder, and what she can do now. */
  @GetMapping("/q/{reference}")
  String scanned(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable Integer original,
      Model model,
      Locale locale) {
    return show(chosen(reference, original), model, locale);
  }

  /** Where a form was refused, and its page is then asked for anew. */
  @GetMapping("/instruments/{reference}/custody")
  String back(@PathVariable Reference reference) {
    return "redirect:/q/" + reference;
  }

  @PostMapping("/instruments/{reference}/custody")
  String record(
      @PathVariable Reference reference,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      NewCustodyAct said = NewCustodyAct.of(form.tree(), reading);
      Original original = custody.record(reference, said);
      after.addFlashAttribute("done", "custody." + said.kind());
      return SCAN.equals(fields.getFirst("then"))
          ? "redirect:/q/" + reference + "?original=" + original.number()
          : "redirect:/instruments/" + reference + "#custody";
    } catch (Refusal refusal) {
      Form refused = form.refused(CasePages.status(refusal, response));
      return show(sheets.of(reference).with(refused), model, locale);
    }
  }

  /** A sheet that travels with the original and is signed at each station. */
  @GetMapping("/instruments/{reference}/routing-slip")
  String slip(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable Integer original,
      Model model) {
    return print("slip", reference, original, model);
  }

  @GetMapping("/instruments/{reference}/label")
  String label(
      @PathVariable Reference reference,
      @RequestParam(required = false) @Nullable Integer original,
      Model model) {
    return print("label", reference, original, model);
  }

  private static String show(CustodySheet sheet, Model model, Locale locale) {
    model.addAttribute("custody", sheet);
    model.addAttribute("heading", sheet.file().description().title().in(locale));
    return "scan";
  }

  private String print(
      String template, Reference reference, @Nullable Integer number, Model model) {
    CustodySheet sheet = chosen(reference, number);
    Original original = sheet.rows().size() == 1 ? sheet.rows().get(0).original() : null;
    Integer named = original == null ? null : original.number();
    model.addAttribute("file", sheet.file());
    model.addAttribute("original", original);
    String reached = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    model.addAttribute("code", QrCode.of(address.of(reference, named, reached)));
    return template;
  }

  private CustodySheet chosen(Reference reference, @Nullable Integer number) {
    CustodySheet sheet = sheets.of(reference).only(number);
    if (number != null && sheet.rows().isEmpty()) {
      throw Refusal.notFound("custody.unknown", number);
    }
    return sheet;
  }
}
