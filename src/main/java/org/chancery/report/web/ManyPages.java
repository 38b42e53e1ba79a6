package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.instrument.NewDecision;
import org.chancery.lifecycle.Assigning;
import org.chancery.lifecycle.NewAssignment;
import org.chancery.lifecycle.Ruling;
import org.chancery.lifecycle.Sitting;
import org.chancery.lifecycle.Spot;
import org.chancery.report.web.ManySheet.What;
import org.chancery.web.Message;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where a manager rules on many deadlines at once: what is done is told, what is refused stays
 * chosen, with the reason.
 */
@Controller
@RequestMapping("/decisions")
class ManyPages {

  private static final String REPORT = "/reports/overdue";

  private final ManySheets sheets;
  private final Sitting sitting;
  private final Assigning assigning;
  private final Reading reading;

  ManyPages(ManySheets sheets, Sitting sitting, Assigning assigning, Reading reading) {
    this.sheets = sheets;
    this.sitting = sitting;
    this.assigning = assigning;
    this.reading = reading;
  }

  @GetMapping
  String blank(HttpServletRequest request, Model model) {
    Set<Spot> chosen = Asked.of(request).all("on", Spot::parse);
    Sitting.requireFew(chosen);
    Form form = Form.of(JsonNodeFactory.instance.objectNode());
    model.addAttribute("back", report(Asked.of(request)));
    return show(sheets.of(chosen, chosen, Set.of(), Map.of()), form, "", model);
  }

  /** The part of the report that she came from. */
  private static String report(Asked asked) {
    return new Asked(REPORT, asked.values()).with(List.of("on"), Map.of());
  }

  /** The same, as the form gives it back; nothing else is an address to go back to. */
  private static String report(@Nullable String given) {
    return given != null && given.startsWith(REPORT + "?") ? given : REPORT;
  }

  @PostMapping
  String rule(
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response) {
    Set<Spot> listed = spots(fields, "listed");
    Set<Spot> chosen = spots(fields, "on");
    listed.addAll(chosen);
    Sitting.requireFew(listed);
    String what = String.valueOf(fields.getFirst("what"));
    Form form = Form.of(Typed.tree(fields));
    model.addAttribute("back", report(fields.getFirst("back")));
    try {
      requireAny(chosen);
      Ruling ruling = ruling(what, form.tree());
      String token = String.valueOf(fields.getFirst("token"));
      return told(listed, sitting.rule(chosen, ruling, token), form, what, model, response);
    } catch (Refusal refusal) {
      Form refused = form.refused(CasePages.status(refusal, response));
      return show(sheets.of(listed, chosen, Set.of(), Map.of()), refused, what, model);
    }
  }

  private String told(
      Set<Spot> listed,
      List<Sitting.Outcome> outcomes,
      Form form,
      String what,
      Model model,
      HttpServletResponse response) {
    Set<Spot> done = done(outcomes);
    Map<Spot, Message> refused = refused(outcomes);
    if (done.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    return show(sheets.of(listed, refused.keySet(), done, refused), form, what, model);
  }

  static Set<Spot> done(List<Sitting.Outcome> outcomes) {
    return outcomes.stream()
        .filter(Sitting.Done.class::isInstance)
        .map(Sitting.Outcome::spot)
        .collect(Collectors.toSet());
  }

  static Map<Spot, Message> refused(List<Sitting.Outcome> outcomes) {
    Map<Spot, Message> refused = new HashMap<>();
    for (Sitting.Outcome outcome : outcomes) {
      if (outcome instanceof Sitting.Refused each) {
        refused.put(each.spot(), each.reason());
      }
    }
    return refused;
  }

  static Set<Spot> spots(MultiValueMap<String, String> fields, String name) {
    return fields.getOrDefault(name, List.of()).stream()
        .map(Spot::parse)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void requireAny(Set<Spot> chosen) {
    if (chosen.isEmpty()) {
      throw Refusal.of(Refusal.Kind.INVALID_BODY, "many.none");
    }
  }

  private Ruling ruling(String code, ObjectNode typed) {
    What what = what(code);
    ObjectNode tree = typed.deepCopy().retain(what.fields());
    return switch (what) {
      case EXTEND -> deciding(tree, NewDecision.Extension.class);
      case WAIVE -> deciding(tree, NewDecision.Waiver.class);
      case CHASE -> deciding(tree, NewDecision.Chase.class);
      case ESCALATE -> deciding(tree, NewDecision.Escalation.class);
      case ASSIGN -> new Ruling.Giving(reading.read(tree, NewAssignment.class));
    };
  }

  private Ruling deciding(ObjectNode tree, Class<? extends NewDecision> type) {
    return new Ruling.Deciding(NewDecision.of(tree, type, reading));
  }

  private static What what(String code) {
    for (What what : What.values()) {
      if (what.name().equals(code)) {
        return what;
      }
    }
    throw Refusal.invalid(List.of(Fault.at("/what", "many.what")));
  }

  private String show(ManySheet sheet, Form form, String what, Model model) {
    model.addAttribute("sheet", sheet);
    model.addAttribute("form", form);
    model.addAttribute("what", what);
    model.addAttribute("whats", What.values());
    model.addAttribute("people", assigning.people());
    model.addAttribute("token", UUID.randomUUID().toString());
    return "decisions";
  }
}
