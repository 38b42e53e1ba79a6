package org.chancery.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.web.Glossary;
import org.chancery.web.Locales;
import org.chancery.web.Look;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** What stands around every page, the login included: who reads it, and in which language. */
@Component("frame")
public class Frame {

  private final Accounts accounts;
  private final MessageSource messages;
  private final Glossary glossary;

  Frame(Accounts accounts, MessageSource messages, Glossary glossary) {
    this.accounts = accounts;
    this.glossary = glossary;
    this.messages = messages;
  }

  /** The sentence in her language. */
  public String text(Message message) {
    return messages.getMessage(message, LocaleContextHolder.getLocale());
  }

  /** Who she is; null before she has logged in. */
  public @Nullable Account account() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    boolean nobody = who == null || who instanceof AnonymousAuthenticationToken;
    return nobody ? null : accounts.current();
  }

  /** The languages she may choose from. */
  public List<Locale> languages() {
    return Locales.SPOKEN;
  }

  /** The direction her language is written in, as HTML says it. */
  public String direction() {
    return Locales.isRightToLeft(LocaleContextHolder.getLocale()) ? "rtl" : "ltr";
  }

  /** Whether she has chosen light or dark, or leaves it to her system. */
  public Look look() {
    return Look.of(request());
  }

  /** What she may choose from. */
  public List<Look> looks() {
    return List.of(Look.values());
  }

  /** Whether the page hangs on a wall: large, without what one touches, and fresh by itself. */
  public boolean isOnWall() {
    return request().getParameter("wall") != null;
  }

  /** How many legal terms of her language have no source. */
  public int unreviewedTerms() {
    return glossary.unreviewed(LocaleContextHolder.getLocale());
  }

  private static HttpServletRequest request() {
    return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes())
        .getRequest();
  }

  /** The name of a language in that language. */
  public String ownName(Locale language) {
    return Locales.ownName(language);
  }

  /** The address of this page in another language, as seen from here. */
  public String inLanguage(Locale language) {
    return "?"
        + ServletUriComponentsBuilder.fromCurrentRequest()
            .replaceQueryParam("lang", language.getLanguage())
            .build()
            .getQuery();
  }
}
