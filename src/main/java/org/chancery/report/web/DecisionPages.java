package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.Reference;
import org.chancery.web.Etag;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms by which a manager extends, waives or suspends a deadline, with REST's checks. */
@Controller
@RequestMapping("/instruments/{reference}/milestones/{milestone}")
class DecisionPages {

  private static final String KINDS = "/{kind:extensions|waivers|suspensions}";
  private static final Map<String, Class<? extends NewDecision>> TYPES =
      Map.of(
          "extensions", NewDecision.Extension.class,
          "waivers", NewDecision.Waiver.class,
          "suspensions", NewDecision.Suspension.class);

  private final CaseSheets sheets;
  private final Deciding deciding;
  private final Reading reading;

  DecisionPages(CaseSheets sheets, Deciding deciding, Reading reading) {
    this.sheets = sheets;
    this.deciding = deciding;
    this.reading = reading;
  }

  @GetMapping(KINDS)
  String blank(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @PathVariable String kind,
      Model model,
      Locale locale) {
    Form form = Form.of(JsonNodeFactory.instance.objectNode());
    return show(reference, milestone, kind, form, model, locale);
  }

  @PostMapping(KINDS)
  String decide(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @PathVariable String kind,
      @RequestParam MultiValueMap<String, String> fields,
      @RequestParam(required = false) @Nullable Integer version,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    @Nullable String seen = version == null ? null : Etag.of(version);
    try {
      Class<? extends NewDecision> type = Objects.requireNonNull(TYPES.get(kind));
      deciding.decide(reference, milestone, NewDecision.of(form.tree(), type, reading), seen);
    } catch (Refusal refusal) {
      Form refused = form.refused(CasePages.status(refusal, response));
      return show(reference, milestone, kind, refused, model, locale);
    }
    return done(reference, milestone, kind, after);
  }

  @PostMapping("/waivers/{id}/confirmation")
  String confirm(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @PathVariable int id,
      RedirectAttributes after) {
    deciding.confirm(reference, milestone, id);
    return done(reference, milestone, "confirmation", after);
  }

  @PostMapping("/waivers/{id}/withdrawal")
  String withdraw(
      @PathVariable Reference reference,
      @PathVariable int milestone,
      @PathVariable int id,
      RedirectAttributes after) {
    deciding.withdraw(reference, milestone, id);
    return done(reference, milestone, "withdrawal", after);
  }

  private static String done(
      Reference reference, int milestone, String what, RedirectAttributes after) {
    after.addFlashAttribute("done", what);
    return "redirect:/instruments/" + reference + "#m" + milestone;
  }

  private String show(
      Reference reference, int milestone, String kind, Form form, Model model, Locale locale) {
    CaseSheet sheet = sheets.of(reference, locale);
    CaseSheet.Deadline deadline =
        sheet
            .deadline(milestone)
            .orElseThrow(() -> Refusal.notFound("milestone.unknown", milestone));
    if (!deadline.decidable() && !form.isRefused()) {
      throw Refusal.of(
          Refusal.Kind.FORBIDDEN, "decision.manager", sheet.file().bodyOf(deadline.milestone()));
    }
    model.addAttribute("sheet", sheet);
    model.addAttribute("deadline", deadline);
    model.addAttribute("kind", kind);
    model.addAttribute("form", form);
    return "decide";
  }
}
