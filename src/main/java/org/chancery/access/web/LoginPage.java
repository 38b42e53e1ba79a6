package org.chancery.access.web;

import java.util.Map;
import org.chancery.access.Installation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to log in on. */
@Controller
class LoginPage {

  private final Installation installation;

  LoginPage(Installation installation) {
    this.installation = installation;
  }

  /** The form, with what went before: a mistake, too many of them, a logout. */
  @GetMapping("/login")
  String login(@RequestParam Map<String, String> before, Model model) {
    model.addAttribute("before", before.keySet());
    model.addAttribute("seconds", seconds(before.getOrDefault("wait", "")));
    model.addAttribute("empty", installation.isOpen());
    return "login";
  }

  private static int seconds(String wait) {
    return wait.matches("\\d{1,4}") ? Integer.parseInt(wait) : 1;
  }
}
