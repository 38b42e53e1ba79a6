package org.chancery.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.access.Login;
import org.chancery.web.AskedPath;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Leads whoever came in by a password that someone else made to the page where she chooses one of
 * her own, whatever she asked for. It stands right behind the chains, so that pages, API and task
 * list have it alike.
 */
final class OwnPasswordFirst extends OncePerRequestFilter {

  /** The page that is left to her. */
  static final String PAGE = "/me/password";

  private static final List<PathPattern> LEFT = patterns(PAGE, "/logout");
  private static final List<PathPattern> OPEN = patterns(Chains.OPEN);
  private static final List<PathPattern> CALLS = patterns("/api/**", "/v3/**", "/camunda/api/**");

  private final ApiDoor door;

  private OwnPasswordFirst(ApiDoor door) {
    this.door = door;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    PathContainer path = PathContainer.parsePath(AskedPath.of(request));
    if (isAmong(OPEN, path) || isAmong(LEFT, path) || !isDemanded()) {
      chain.doFilter(request, response);
    } else if (isAmong(CALLS, path)) {
      door.demandPassword(request, response);
    } else {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + PAGE);
    }
  }

  private static boolean isDemanded() {
    return Login.mustChangePassword(SecurityContextHolder.getContext().getAuthentication());
  }

  /** As the container reads it, since the engine's calls are served by others than Spring. */
  private static boolean isAmong(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static List<PathPattern> patterns(String... paths) {
    return Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
  }

  /** Where it stands. */
  @Configuration(proxyBeanMethods = false)
  static class Place {

    @Bean
    FilterRegistrationBean<OwnPasswordFirst> ownPasswordFirst(ApiDoor door) {
      var filter = new FilterRegistrationBean<>(new OwnPasswordFirst(door));
      filter.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
      return filter;
    }
  }
}
