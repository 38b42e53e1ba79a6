package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts the calls of each account, wherever they come from, and refuses one too many. */
final class Turnstile extends OncePerRequestFilter {

  private final Rates rates;
  private final Rebuff rebuff;

  /**
   * @param rates how often an account may call
   */
  Turnstile(Rates rates, Rebuff rebuff) {
    this.rates = rates;
    this.rebuff = rebuff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    @Nullable Principal who = request.getUserPrincipal();
    long wait = who == null ? 0 : rates.waitSeconds(who.getName());
    if (wait > 0) {
      rebuff.later(request, response, wait);
    } else {
      chain.doFilter(request, response);
    }
  }
}
