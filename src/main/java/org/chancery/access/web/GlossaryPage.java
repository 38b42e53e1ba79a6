package org.chancery.access.web;

import org.chancery.web.Glossary;
import org.chancery.web.Locales;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The legal terms in each language, each with its source or marked unreviewed. */
@Controller
class GlossaryPage {

  private final Glossary glossary;

  GlossaryPage(Glossary glossary) {
    this.glossary = glossary;
  }

  @GetMapping("/glossary")
  String glossary(Model model) {
    model.addAttribute("terms", glossary.terms());
    model.addAttribute("languages", Locales.SPOKEN);
    return "glossary";
  }
}
