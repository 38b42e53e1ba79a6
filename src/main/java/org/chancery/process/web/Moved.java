package org.chancery.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.chancery.process.Processes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whoever was moved to another body is so in the task list from her next call on. The engine keeps
 * in the session which groups somebody belongs to, and would ask again only now and then; where
 * that differs from what she is now, it is forgotten.
 */
final class Moved extends OncePerRequestFilter {

  private final Processes processes;

  Moved(Processes processes) {
    this.processes = processes;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    if (session != null) {
      forgetOthersThan(processes.groups(), AuthenticationUtil.getAuthsFromSession(session));
    }
    chain.doFilter(request, response);
  }

  private static void forgetOthersThan(Set<String> groups, Authentications known) {
    List.copyOf(known.getAuthentications()).stream()
        .filter(each -> !Set.copyOf(each.getGroupIds()).equals(groups))
        .forEach(each -> known.removeByEngineName(each.getProcessEngineName()));
  }
}
