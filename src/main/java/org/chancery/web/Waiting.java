package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a page that waits that its download has begun. A browser stays on the page when what comes
 * is a file, and says nothing to the page; so the page leaves a cookie when it starts to wait, and
 * the file's first bytes take it away.
 */
@Component
class Waiting extends OncePerRequestFilter {

  /** The cookie, as {@code page.js} knows it. */
  static final String NAME = "waits";

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        || Arrays.stream(cookies).noneMatch(cookie -> cookie.getName().equals(NAME));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, new Begun(response));
  }

  /** Looks out for the header that makes an answer a file. */
  private static final class Begun extends HttpServletResponseWrapper {

    Begun(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      super.setHeader(name, value);
      look(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
      super.addHeader(name, value);
      look(name, value);
    }

    private void look(String name, @Nullable String value) {
      boolean file = name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION);
      if (file && value != null && value.startsWith("attachment")) {
        ResponseCookie gone = ResponseCookie.from(NAME).path("/").maxAge(0).build();
        super.addHeader(HttpHeaders.SET_COOKIE, gone.toString());
      }
    }
  }
}
