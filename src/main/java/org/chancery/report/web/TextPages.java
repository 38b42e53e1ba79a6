package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chancery.document.Documents;
import org.chancery.document.Filed;
import org.chancery.document.Inspected;
import org.chancery.document.NewDocument;
import org.chancery.document.Texts;
import org.chancery.document.Upload;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Locales;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms by which a text is put in, with REST's checks, and two versions side by side. */
@Controller
@RequestMapping("/instruments/{reference}/documents")
class TextPages {

  private final CasePages pages;
  private final Instruments instruments;
  private final Documents documents;
  private final Texts texts;
  private final Reading reading;

  TextPages(
      CasePages pages, Instruments instruments, Documents documents, Texts texts, Reading reading) {
    this.pages = pages;
    this.instruments = instruments;
    this.documents = documents;
    this.texts = texts;
    this.reading = reading;
  }

  /** Where a form was refused, and its page is then asked for anew. */
  @GetMapping({"", "/{id}/versions"})
  String back(@PathVariable Reference reference) {
    return "redirect:/instruments/" + reference + "#texts";
  }

  @PostMapping
  String add(
      @PathVariable Reference reference,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      List<Fault> faults = new ArrayList<>();
      @Nullable NewDocument said = reading.read(form.tree(), NewDocument.class, "", faults);
      Upload upload = upload(file, faults);
      if (said == null) {
        throw Refusal.invalid(faults);
      }
      try (Inspected inspected = documents.inspect(reference, upload)) {
        return done(reference, documents.add(reference, said, inspected), after);
      }
    } catch (Refusal refusal) {
      Form refused = form.refused(CasePages.status(refusal, response));
      return pages.show(reference, Forms.BLANK.withText(refused), model, locale);
    }
  }

  @PostMapping("/{id}/versions")
  String revise(
      @PathVariable Reference reference,
      @PathVariable int id,
      @RequestParam(name = "/remark", defaultValue = "") String remark,
      @RequestParam(required = false) @Nullable MultipartFile file,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(JsonNodeFactory.instance.objectNode().put("remark", remark));
    String said = remark.isBlank() ? null : remark.strip();
    try (Inspected inspected = documents.inspect(reference, upload(file, new ArrayList<>()))) {
      return done(reference, documents.revise(reference, id, said, inspected), after);
    } catch (Refusal refusal) {
      Form refused = form.refused(CasePages.status(refusal, response));
      return pages.show(reference, Forms.BLANK.withVersion(id, refused), model, locale);
    }
  }

  @GetMapping("/{id}/compare")
  String compare(
      @PathVariable Reference reference,
      @PathVariable int id,
      @RequestParam int from,
      @RequestParam int to,
      Model model) {
    model.addAttribute("file", instruments.get(reference));
    model.addAttribute("comparison", texts.compare(reference, id, from, to));
    String language = documents.get(reference, id).language();
    model.addAttribute("direction", Locales.isRightToLeft(language) ? "rtl" : "ltr");
    return "compare";
  }

  /** The file that was chosen; refuses all that is wrong by then, and that none was. */
  private static Upload upload(@Nullable MultipartFile file, List<Fault> faults) {
    boolean isChosen = file != null && !"".equals(file.getOriginalFilename());
    if (!isChosen) {
      faults.add(Fault.at("/file", "document.file.missing"));
    }
    if (file == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Upload(file.getOriginalFilename(), file.getContentType(), file);
  }

  private static String done(Reference reference, Filed filed, RedirectAttributes after) {
    after.addFlashAttribute("done", filed.isNew() ? "text" : "text.same");
    return "redirect:/instruments/" + reference + "#d" + filed.document().id();
  }
}
