package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Each request has an id, which the answer carries and each line of the log that is written about
 * it: the one its sender gave, where that can be nothing but an id, else a new one.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestIds extends OncePerRequestFilter {

  static final String HEADER = "X-Request-Id";

  /** Its name in the log. */
  static final String NAME = "request";

  private static final String KEPT = RequestIds.class.getName();
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String id = id(request);
    response.setHeader(HEADER, id);
    MDC.put(NAME, id);
    chain.doFilter(request, new Kept(response));
  }

  /** The page or the problem that tells of a failure belongs to the same request. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  private static String id(HttpServletRequest request) {
    @Nullable Object kept = request.getAttribute(KEPT);
    String id = kept == null ? chosen(request.getHeader(HEADER)) : kept.toString();
    request.setAttribute(KEPT, id);
    return id;
  }

  /** The id that was given, where it is sane; else a new one. */
  static String chosen(@Nullable String given) {
    return given != null && SANE.matcher(given).matches() ? given : UUID.randomUUID().toString();
  }

  /** The id stands in the log until the server, too, has said what went wrong with the request. */
  @Component
  static final class End implements ServletRequestListener {

    @Override
    public void requestInitialized(ServletRequestEvent begun) {
      MDC.remove(NAME);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent ended) {
      MDC.remove(NAME);
    }
  }

  /**
   * An answer that keeps, even when it is begun anew, what was already said of every answer: the
   * id, and what tells the browser how to treat it.
   */
  private static final class Kept extends HttpServletResponseWrapper {

    private final Map<String, String> headers = new LinkedHashMap<>();

    Kept(HttpServletResponse response) {
      super(response);
      response.getHeaderNames().forEach(name -> headers.put(name, response.getHeader(name)));
    }

    @Override
    public void reset() {
      super.reset();
      headers.forEach(this::setHeader);
    }
  }
}
