package org.chancery.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chancery.access.Accounts;
import org.chancery.access.Contact;
import org.chancery.access.Contacts;
import org.chancery.notice.Frequency;
import org.chancery.notice.Kind;
import org.chancery.notice.Preference;
import org.chancery.notice.Preferences;
import org.chancery.web.InvalidValue;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person's own page: her language, her address, and what she wants to be told. */
@Controller
@RequestMapping("/me")
class OwnPage {

  private static final Set<Kind> CHOSEN_ONE_BY_ONE = EnumSet.complementOf(EnumSet.of(Kind.DIGEST));

  private final Accounts accounts;
  private final Contacts contacts;
  private final Preferences preferences;
  private final TransactionOperations transactions;

  OwnPage(
      Accounts accounts,
      Contacts contacts,
      Preferences preferences,
      TransactionOperations transactions) {
    this.accounts = accounts;
    this.contacts = contacts;
    this.preferences = preferences;
    this.transactions = transactions;
  }

  @GetMapping
  String page(Model model) {
    Contact contact = contacts.of(accounts.current());
    Preference preference = preferences.of(accounts.current());
    return show(contact.email(), contact.language(), preference, model);
  }

  @PostMapping
  String save(
      @RequestParam(defaultValue = "") String email,
      @RequestParam(defaultValue = "") String language,
      @RequestParam Frequency digest,
      @RequestParam(defaultValue = "") List<Kind> wanted,
      HttpServletRequest request,
      HttpServletResponse response,
      Model model,
      RedirectAttributes after) {
    Set<Kind> muted = EnumSet.copyOf(CHOSEN_ONE_BY_ONE);
    wanted.forEach(muted::remove);
    Preference preference = new Preference(digest, muted);
    Contact contact;
    try {
      contact = new Contact(filled(email), filled(language));
    } catch (InvalidValue wrong) {
      response.setStatus(HttpStatus.BAD_REQUEST.value());
      model.addAttribute("refusal", wrong.reason());
      return show(email, language, preference, model);
    }
    transactions.executeWithoutResult(
        tx -> {
          contacts.change(contact);
          preferences.change(preference);
        });
    Locales.spoken(contact.language())
        .ifPresent(chosen -> Locales.remember(chosen, request, response));
    after.addFlashAttribute("saved", true);
    return "redirect:/me";
  }

  private static @Nullable String filled(String field) {
    return field.isBlank() ? null : field.strip();
  }

  private static String show(
      @Nullable String email, @Nullable String language, Preference preference, Model model) {
    model.addAttribute("email", email);
    model.addAttribute("language", language);
    model.addAttribute("preference", preference);
    model.addAttribute("frequencies", Arrays.asList(Frequency.values()));
    model.addAttribute("kinds", CHOSEN_ONE_BY_ONE);
    return "me";
  }
}
