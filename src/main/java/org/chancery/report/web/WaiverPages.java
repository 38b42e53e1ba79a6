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
  private final Sitting sitting;

  WaiverPages(Waivers waivers, Sitting sitting) {
    this.waivers = waivers;
    this.sitting = sitting;
  }

  @GetMapping
  String list(Model model) {
    return show(Map.of(), 0, model);
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
    Set<Spot> done = ManyPages.done(outcomes);
    model.addAttribute("none", chosen.isEmpty());
    if (done.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
    }
    return show(ManyPages.refused(outcomes), done.size(), model);
  }

  private String show(Map<Spot, Message> refused, int done, Model model) {
    model.addAttribute("rows", waivers.rows(refused));
    model.addAttribute("refused", refused);
    model.addAttribute("done", done);
    model.addAttribute("token", UUID.randomUUID().toString());
    return "waivers";
  }
}
