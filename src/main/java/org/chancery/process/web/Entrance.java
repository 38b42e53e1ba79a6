package org.chancery.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leads from wherever people come in to the task list; there is nothing else to see. */
final class Entrance extends OncePerRequestFilter {

  private final Set<String> entrances;

  Entrance(String... entrances) {
    this.entrances = Set.of(entrances);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (entrances.contains(Gate.path(request))) {
      response.sendRedirect(request.getContextPath() + "/camunda/app/tasklist/");
    } else {
      chain.doFilter(request, response);
    }
  }
}
