package org.chancery.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What every answer tells the browser, a page, a file, an export or an error alike: to take it for
 * what it says it is, to show it in nobody's frame and lend it to nobody's page, and to tell nobody
 * else where it came from. What a page may be made of says its chain.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryAnswer extends OncePerRequestFilter {

  private static final String UNUSED =
      "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(),"
          + " midi=(), payment=(), publickey-credentials-get=(), usb=()";

  private final Map<String, String> headers = new LinkedHashMap<>();

  EveryAnswer(@Value("${chancery.encrypted:false}") boolean encrypted) {
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "same-origin");
    headers.put("Permissions-Policy", UNUSED);
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    if (encrypted) {
      headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    headers.forEach(response::setHeader);
    chain.doFilter(request, response);
  }
}
