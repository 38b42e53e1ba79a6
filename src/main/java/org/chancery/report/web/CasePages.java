package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Bodies;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Filter;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.NewMilestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.instrument.Target;
import org.chancery.process.Diagram;
import org.chancery.process.Processes;
import org.chancery.web.OneOf;
import org.chancery.web.Page;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of cases, and the page of one, on which one also records what happened to it. */
@Controller
@RequestMapping("/instruments")
class CasePages {

  private final Instruments instruments;
  private final CaseSheets sheets;
  private final CustodySheets custody;
  private final Timelines timelines;
  private final Strips strips;
  private final Processes processes;
  private final Bodies bodies;
  private final Reading reading;

  CasePages(
      Instruments instruments,
      CaseSheets sheets,
      CustodySheets custody,
      Timelines timelines,
      Strips strips,
      Processes processes,
      Bodies bodies,
      Reading reading) {
    this.instruments = instruments;
    this.sheets = sheets;
    this.custody = custody;
    this.timelines = timelines;
    this.strips = strips;
    this.processes = processes;
    this.bodies = bodies;
    this.reading = reading;
  }

  @GetMapping
  String list(HttpServletRequest request, Model model) {
    Asked asked = Asked.of(request);
    Filter filter =
        new Filter(
            asked.one("slug", value -> value),
            asked.one("stage", OneOf.of(Stage.class)),
            asked.one("type", OneOf.of(InstrumentType.class)),
            asked.party(),
            asked.one("body", bodies::known),
            asked.one("language", value -> value),
            asked.text("q"),
            asked.one("parent", Reference::new),
            null);
    Reference after = asked.one("after", Reference::new);
    model.addAttribute("asked", asked);
    model.addAttribute(
        "page", instruments.list(filter, after == null ? null : after.value(), Page.DEFAULT_LIMIT));
    model.addAttribute("today", instruments.today());
    model.addAttribute("stages", Stage.values());
    model.addAttribute("types", InstrumentType.values());
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("opens", !instruments.opensFor().isEmpty());
    return "instruments";
  }

  @GetMapping("/{reference}")
  String page(@PathVariable Reference reference, Model model, Locale locale) {
    return show(reference, Forms.BLANK, model, locale);
  }

  @GetMapping("/{reference}/diagrams/{process}.bpmn")
  ResponseEntity<String> diagram(@PathVariable Reference reference, @PathVariable String process) {
    CaseFile file = instruments.get(reference);
    String xml =
        processes.diagrams(file.reference()).stream()
            .filter(diagram -> diagram.process().equals(process))
            .findFirst()
            .map(Diagram::xml)
            .orElseThrow(() -> Refusal.notFound("http.404"));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).body(xml);
  }

  /** Where a form was refused, and its page is then asked for anew. */
  @GetMapping({
    "/{reference}/events",
    "/{reference}/milestones",
    "/{reference}/targets/{target}/observations"
  })
  String back(@PathVariable Reference reference) {
    return "redirect:/instruments/" + reference;
  }

  @PostMapping("/{reference}/events")
  String record(
      @PathVariable Reference reference,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      instruments.record(reference, reading.read(form.tree(), NewEvent.class));
    } catch (Refusal refusal) {
      Form refused = form.refused(status(refusal, response));
      return show(reference, Forms.BLANK.withEvent(refused), model, locale);
    }
    after.addFlashAttribute("done", "event");
    return "redirect:/instruments/" + reference;
  }

  @PostMapping("/{reference}/milestones")
  String add(
      @PathVariable Reference reference,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      instruments.add(reference, reading.read(form.tree(), NewMilestone.class));
    } catch (Refusal refusal) {
      Form refused = form.refused(status(refusal, response));
      return show(reference, Forms.BLANK.withMilestone(refused), model, locale);
    }
    after.addFlashAttribute("done", "milestone");
    return "redirect:/instruments/" + reference;
  }

  @PostMapping("/{reference}/targets/{target}/observations")
  String observe(
      @PathVariable Reference reference,
      @PathVariable String target,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      Locale locale,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      instruments.observe(reference, target, reading.read(form.tree(), Target.Observation.class));
    } catch (Refusal refusal) {
      Form refused = form.refused(status(refusal, response));
      return show(reference, Forms.BLANK.withObservation(target, refused), model, locale);
    }
    after.addFlashAttribute("done", "observation");
    return "redirect:/instruments/" + reference;
  }

  /** The page of the case, with these forms on it. */
  String show(Reference reference, Forms forms, Model model, Locale locale) {
    CaseSheet sheet = sheets.of(reference, locale);
    model.addAttribute("sheet", sheet);
    model.addAttribute("custody", custody.of(sheet.file()));
    model.addAttribute("timeline", timelines.of(sheet, instruments.today()));
    model.addAttribute("strips", strips.of(List.of(sheet.file()), instruments.today()));
    model.addAttribute("heading", sheet.file().description().title().in(locale));
    model.addAttribute("eventForm", forms.event());
    model.addAttribute("milestoneForm", forms.milestone());
    model.addAttribute("forms", forms);
    model.addAttribute("eventKinds", EventKind.values());
    model.addAttribute("milestoneKinds", MilestoneKind.values());
    model.addAttribute("bases", Basis.values());
    model.addAttribute("bodies", bodies.all());
    return "instrument";
  }

  static Refusal status(Refusal refusal, HttpServletResponse response) {
    response.setStatus(refusal.kind().status().value());
    return refusal;
  }
}
