package org.chancery.access.web;

import java.util.Map;
import org.chancery.access.Installation;
import org.chancery.access.LoginWays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to log in on. */
@Controller
class LoginPage {

  private final Installation installation;
  private final LoginWays ways;
  private final Providers providers;

  LoginPage(Installation installation, LoginWays ways, Providers providers) {
    this.installation = installation;
    this.ways = ways;
    this.providers = providers;
  }

  /** The form, with what went before: a mistake, too many of them, a logout. */
  @GetMapping("/login")
  String login(@RequestParam Map<String, String> before, Model model) {
    model.addAttribute("before", before.keySet());
    model.addAttribute("seconds", seconds(before.getOrDefault("wait", "")));
    model.addAttribute("empty", installation.isOpen());
    model.addAttribute("providers", providers.all());
    model.addAttribute("local", ways.local());
    model.addAttribute("ask", ways.ask());
    return "login";
  }

  private static int seconds(String wait) {
    return wait.matches("\\d{1,4}") ? Integer.parseInt(wait) : 1;
  }
}
