package org.chancery.report.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.calendar.MonthEnd;
import org.chancery.instrument.Attachment;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Description;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Level;
import org.chancery.instrument.Opening;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.web.Etag;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms that open a case and correct what describes it, with the same checks as REST. */
@Controller
class DescriptionPages {

  private static final List<String> LANGUAGES = List.of("en", "az", "kk", "ru", "tr", "uz", "ar");
  private static final Pattern REFERENCE = Pattern.compile("[\\d-]+X?");

  private final Instruments instruments;
  private final Bodies bodies;
  private final Reading reading;
  private final ObjectMapper json;

  DescriptionPages(Instruments instruments, Bodies bodies, Reading reading, ObjectMapper json) {
    this.instruments = instruments;
    this.bodies = bodies;
    this.reading = reading;
    this.json = json;
  }

  @GetMapping("/instruments/new")
  String blank(Model model) {
    instruments.requireOpener();
    List<Body> offices = instruments.opensFor();
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    if (offices.size() == 1) {
      fields.put("responsibleBody", offices.get(0).code().value());
    }
    return show(Form.of(fields), offices, model);
  }

  @PostMapping("/instruments/new")
  String open(
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after) {
    Form form = Form.of(Typed.tree(fields));
    try {
      CaseFile file = instruments.open(Opening.of(withParent(form.tree()), reading));
      after.addFlashAttribute("done", "opened");
      return "redirect:/instruments/" + file.reference();
    } catch (Refusal refusal) {
      return show(form.refused(CasePages.status(refusal, response)), instruments.opensFor(), model);
    }
  }

  @GetMapping("/instruments/{reference}/edit")
  String filled(@PathVariable Reference reference, Model model) {
    CaseFile file = instruments.get(reference);
    model.addAttribute("version", file.instrument().version());
    model.addAttribute("reference", reference);
    return show(Form.of(typed(file)), bodies.all(), model);
  }

  @PostMapping("/instruments/{reference}/edit")
  String correct(
      @PathVariable Reference reference,
      @RequestParam int version,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after) {
    CaseFile before = instruments.get(reference);
    Form form = Form.of(Typed.tree(fields));
    try {
      ObjectNode body = withParent(keepingTheRest(form.tree(), before));
      instruments.describe(reference, reading.read(body, Description.class), Etag.of(version));
      after.addFlashAttribute("done", "corrected");
      return "redirect:/instruments/" + reference;
    } catch (Refusal refusal) {
      model.addAttribute("version", version);
      model.addAttribute("reference", reference);
      model.addAttribute("stale", refusal.kind() == Refusal.Kind.STALE);
      return show(form.refused(CasePages.status(refusal, response)), bodies.all(), model);
    }
  }

  /** The form; one of the offices is to be responsible. */
  private String show(Form form, List<Body> offices, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("types", InstrumentType.values());
    model.addAttribute("levels", Level.values());
    model.addAttribute("consents", Consent.values());
    model.addAttribute("titleBases", Description.TitleBasis.values());
    model.addAttribute("attachmentKinds", Attachment.Kind.values());
    model.addAttribute("relations", Relation.values());
    model.addAttribute("triggers", Clause.Trigger.values());
    model.addAttribute("monthEnds", MonthEnd.values());
    model.addAttribute("aligns", Clause.Align.values());
    model.addAttribute("offices", offices);
    model.addAttribute("bodies", bodies.all());
    model.addAttribute("languages", with(LANGUAGES, form.names("/title")));
    model.addAttribute("texts", with(LANGUAGES, form.values("/authenticLanguages")));
    return "describe";
  }

  private static List<String> with(List<String> usual, List<String> more) {
    return java.util.stream.Stream.concat(usual.stream(), more.stream()).distinct().toList();
  }

  /** What the form shows of a case: the upper instrument as one field, its reference or slug. */
  private ObjectNode typed(CaseFile file) {
    ObjectNode tree = json.valueToTree(file.description());
    JsonNode parent = tree.path("parent");
    if (parent instanceof ObjectNode upper) {
      JsonNode slug = upper.path("slug");
      upper.set("named", slug.isTextual() ? slug : upper.path("reference"));
    }
    return tree;
  }

  /** The form names the upper instrument in one field; the body in two. */
  private static ObjectNode withParent(ObjectNode typed) {
    ObjectNode body = typed.deepCopy();
    if (body.path("parent") instanceof ObjectNode upper && upper.has("named")) {
      JsonNode named = upper.remove("named");
      upper.set(REFERENCE.matcher(named.asText()).matches() ? "reference" : "slug", named);
    }
    return body;
  }

  /** What the form does not show stays as it is: figures, weights, who joins later. */
  private ObjectNode keepingTheRest(ObjectNode typed, CaseFile before) {
    ObjectNode body = typed.deepCopy();
    JsonNode old = json.valueToTree(before.description());
    keep(old, body, "targets");
    if (body.path("entryIntoForce") instanceof ObjectNode clause) {
      keep(old.path("entryIntoForce"), clause, "perParty");
      if (clause.path("general") instanceof ObjectNode general) {
        keep(old.path("entryIntoForce").path("general"), general, "weight");
      }
    }
    return body;
  }

  private static void keep(JsonNode from, ObjectNode to, String field) {
    if (from.hasNonNull(field)) {
      to.set(field, from.get(field));
    }
  }
}
