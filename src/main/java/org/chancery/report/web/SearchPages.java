package org.chancery.report.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.chancery.instrument.Hits;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Searching;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What the field at the head of each page finds: the closest cases first, with why. */
@Controller
@RequestMapping("/search")
class SearchPages {

  private final Searching searching;
  private final Instruments instruments;

  SearchPages(Searching searching, Instruments instruments) {
    this.searching = searching;
    this.instruments = instruments;
  }

  @GetMapping
  String find(HttpServletRequest request, Model model, Locale locale) {
    Asked asked = Asked.of(request);
    Hits hits = searching.find(asked.text("q"), asked.one("after", Searching.Place::parse));
    model.addAttribute("asked", asked);
    model.addAttribute("hits", hits);
    model.addAttribute(
        "found",
        hits.items().stream().map(hit -> FoundCase.of(hit, hits.sought(), locale)).toList());
    model.addAttribute("most", Searching.MOST_COUNTED);
    model.addAttribute("today", instruments.today());
    return "search";
  }
}
