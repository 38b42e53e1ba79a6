package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import org.chancery.access.Installation;
import org.chancery.access.Installation.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page on which the first administrator is made; not there once there is one. */
@Controller
class SetupPage {

  private final Installation installation;

  SetupPage(Installation installation) {
    this.installation = installation;
  }

  @GetMapping("/setup")
  String form() {
    mustBeOpen();
    return "setup";
  }

  @PostMapping("/setup")
  String make(
      @RequestParam String secret,
      @RequestParam String name,
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      Model model) {
    mustBeOpen();
    Outcome outcome =
        installation.makeFirst(secret, name.strip(), password, again, request.getRemoteAddr());
    if (outcome instanceof Outcome.Refused refused) {
      model.addAttribute("refusal", refused.reason());
      model.addAttribute("name", name);
      return "setup";
    }
    return "redirect:/login?made";
  }

  private void mustBeOpen() {
    if (!installation.isOpen()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
  }
}
