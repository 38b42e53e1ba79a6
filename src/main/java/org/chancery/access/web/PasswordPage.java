package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.chancery.access.OwnPassword;
import org.chancery.access.OwnPassword.Outcome;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page on which a person changes her password. */
@Controller
@RequestMapping(OwnPasswordFirst.PAGE)
class PasswordPage {

  private final OwnPassword passwords;
  private final SecurityContextRepository sessions;

  PasswordPage(OwnPassword passwords, SecurityContextRepository sessions) {
    this.passwords = passwords;
    this.sessions = sessions;
  }

  @GetMapping
  String form(Model model) {
    model.addAttribute("demanded", passwords.isDemanded());
    model.addAttribute("here", passwords.isHere());
    return "password";
  }

  @PostMapping
  String change(
      @RequestParam String old,
      @RequestParam String password,
      @RequestParam String again,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    Outcome outcome = passwords.change(old, password, again, request.getRemoteAddr());
    if (outcome instanceof Outcome.Refused refused) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", refused.reason());
      return form(model);
    }
    stay(((Outcome.Changed) outcome).who(), request, response);
    after.addFlashAttribute("changed", true);
    return "redirect:" + OwnPasswordFirst.PAGE;
  }

  /** Every session under the old password has ended; this one goes on under the new. */
  private void stay(Authentication who, HttpServletRequest request, HttpServletResponse response) {
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(who);
    SecurityContextHolder.setContext(context);
    request.changeSessionId();
    sessions.saveContext(context, request, response);
  }
}
