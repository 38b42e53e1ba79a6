package org.chancery.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from wherever people come in to the task list; there is nothing else to see. */
final class Entrance extends OncePerRequestFilter {

  private final RequestMatcher isEntrance;

  Entrance(RequestMatcher isEntrance) {
    this.isEntrance = isEntrance;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isEntrance.matches(request)) {
      response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/");
    } else {
      chain.doFilter(request, response);
    }
  }
}
