package org.chancery.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.web.Locales;
import org.chancery.web.PreferredLanguage;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/**
 * Leads a person who has just logged in to the page of this house that she wanted, in the language
 * that she has chosen for good: whoever sat at the browser before her may have read another.
 */
@Component
class Arrival extends SavedRequestAwareAuthenticationSuccessHandler {

  private final PreferredLanguage language;

  Arrival(PreferredLanguage language) {
    this.language = language;
    setRequestCache(wanted(request -> false));
  }

  /** Keeps the page that a person wanted, where it is one to come back to. */
  static HttpSessionRequestCache wanted(RequestMatcher isPage) {
    HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    wanted.setMatchingRequestParameterName(null);
    wanted.setRequestMatcher(isPage);
    return wanted;
  }

  @Override
  public void onAuthenticationSuccess(
      HttpServletRequest request, HttpServletResponse response, Authentication who)
      throws ServletException, IOException {
    language.preferred().ifPresent(chosen -> Locales.remember(chosen, request, response));
    super.onAuthenticationSuccess(request, response, who);
  }
}
