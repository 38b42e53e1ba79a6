package org.chancery.process.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.chancery.web.AskedPath;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a path that is spelled otherwise than the container reads it: with dots, doubled slashes,
 * parameters or hidden letters. So all who look at it see the same. A colon may be written {@code
 * %3A}: the ids of processes hold some.
 */
final class StraightPaths extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String read = request.getContextPath() + AskedPath.of(request);
    if (request.getRequestURI().replace("%3A", ":").equals(read)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }
}
