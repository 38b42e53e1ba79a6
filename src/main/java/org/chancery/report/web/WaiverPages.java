package org.chancery.report.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.chancery.lifecycle.Ruling;
import org.chancery.lifecycle.Sitting;
import org.chancery.lifecycle.Spot;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the second manager finds the waivers that wait for her, and confirms or withdraws them. */
@Controller
@RequestMapping("/decisions/waivers")
class WaiverPages {

  private static final Map<String, Ruling> RULINGS =
      Map.of("confirmation", new Ruling.Confirming(), "withdrawal", new Ruling.Withdrawing());

  private final Waivers waivers;
  private final ManySheets sheets;
  private final Sitting sitting;

  WaiverPages(Waivers waivers, ManySheets sheets, Sitting sitting) {
    this.waivers = waivers;
    this.sheets = sheets;
    this.sitting = sitting;
  }

  @GetMapping
  String list(Model model) {
    return show(Set.of(), List.of(), model);
  }

  @PostMapping
  String rule(
      @RequestParam MultiValueMap<String, String> fields,
      Model model,
      HttpServletResponse response) {
    Set<Spot> chosen = ManyPages.spots(fields, "on");
    Ruling ruling = RULINGS.get(String.valueOf(fields.getFirst("what")));
    if (ruling == null) {
      throw Refusal.of(Refusal.Kind.INVALID_PARAMETER, "parameter.wrong", "what");
    }
    List<Sitting.Outcome> outcomes =
        chosen.isEmpty()
            ? List.of()
            : sitting.rule(chosen, ruling, String.valueOf(fields.getFirst("token")));
    model.addAttribute("none", chosen.isEmpty());
    if (ManyPages.done(outcomes).isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    return show(chosen, outcomes, model);
  }

  private String show(Set<Spot> chosen, List<Sitting.Outcome> outcomes, Model model) {
    Map<Spot, Message> refused = ManyPages.refused(outcomes);
    Set<Spot> told = outcomes.isEmpty() ? Set.of() : chosen;
    model.addAttribute("rows", waivers.rows(refused));
    model.addAttribute("refused", refused);
    model.addAttribute("outcomes", sheets.of(told, Set.of(), ManyPages.done(outcomes), refused));
    model.addAttribute("token", UUID.randomUUID().toString());
    return "waivers";
  }
}
