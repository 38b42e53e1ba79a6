package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.servlet.http.HttpServletResponse;
import org.chancery.document.Document;
import org.chancery.document.Documents;
import org.chancery.document.NewRemoval;
import org.chancery.document.Removals;
import org.chancery.document.VersionAddress;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The forms by which a text that was filed by mistake is taken out, with REST's checks. */
@Controller
@RequestMapping("/instruments/{reference}/documents/{id}/versions/{number}/removals")
class RemovalPages {

  private final Instruments instruments;
  private final Documents documents;
  private final Removals removals;
  private final Reading reading;

  RemovalPages(Instruments instruments, Documents documents, Removals removals, Reading reading) {
    this.instruments = instruments;
    this.documents = documents;
    this.removals = removals;
    this.reading = reading;
  }

  @GetMapping
  String blank(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      Model model) {
    Form form = Form.of(JsonNodeFactory.instance.objectNode());
    return show(new VersionAddress(reference, id, number), form, model);
  }

  @PostMapping
  String propose(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response,
      RedirectAttributes after) {
    VersionAddress address = new VersionAddress(reference, id, number);
    Form form = Form.of(Typed.tree(fields));
    try {
      removals.propose(address, reading.read(form.tree(), NewRemoval.class));
    } catch (Refusal refusal) {
      return show(address, form.refused(CasePages.status(refusal, response)), model);
    }
    return done(address, "proposal", after);
  }

  @PostMapping("/{removal}/confirmation")
  String confirm(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @PathVariable int removal,
      RedirectAttributes after) {
    VersionAddress address = new VersionAddress(reference, id, number);
    removals.confirm(address, removal);
    return done(address, "confirmation", after);
  }

  @PostMapping("/{removal}/withdrawal")
  String withdraw(
      @PathVariable Reference reference,
      @PathVariable int id,
      @PathVariable int number,
      @PathVariable int removal,
      RedirectAttributes after) {
    VersionAddress address = new VersionAddress(reference, id, number);
    removals.withdraw(address, removal);
    return done(address, "withdrawal", after);
  }

  private static String done(VersionAddress address, String what, RedirectAttributes after) {
    after.addFlashAttribute("done", "removal." + what);
    return "redirect:/instruments/" + address.reference() + "#d" + address.document();
  }

  private String show(VersionAddress address, Form form, Model model) {
    CaseFile file = instruments.get(address.reference());
    removals.takingOut(file).require();
    Document document = documents.get(address.reference(), address.document());
    model.addAttribute("file", file);
    model.addAttribute("document", document);
    model.addAttribute("version", document.version(address.number()));
    model.addAttribute("form", form);
    return "takeout";
  }
}
