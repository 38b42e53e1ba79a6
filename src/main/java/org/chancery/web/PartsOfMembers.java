package org.chancery.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A request whose body comes in parts, which are taken apart only for who is logged in by then:
 * nobody else gets a file onto our disk. For a stranger it has no fields.
 */
final class PartsOfMembers extends HttpServletRequestWrapper {

  PartsOfMembers(HttpServletRequest request) {
    super(request);
  }

  private static boolean isMember() {
    Authentication who = SecurityContextHolder.getContext().getAuthentication();
    return who != null && who.isAuthenticated() && !(who instanceof AnonymousAuthenticationToken);
  }

  @Override
  public @Nullable String getParameter(String name) {
    return isMember() ? super.getParameter(name) : null;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return isMember() ? super.getParameterMap() : Map.of();
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return isMember() ? super.getParameterNames() : Collections.emptyEnumeration();
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return isMember() ? super.getParameterValues(name) : null;
  }

  @Override
  public Collection<Part> getParts() throws IOException, ServletException {
    return isMember() ? super.getParts() : List.of();
  }

  @Override
  public @Nullable Part getPart(String name) throws IOException, ServletException {
    return isMember() ? super.getPart(name) : null;
  }
}
