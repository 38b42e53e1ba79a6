package org.chancery.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/** How a person wants the pages to look: as her system does, or always light, or always dark. */
public enum Look {
  SYSTEM,
  LIGHT,
  DARK;

  private static final String NAME = "look";

  /** What she chose before, as a cookie keeps it; else as her system does. */
  public static Look of(HttpServletRequest request) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies == null
        ? SYSTEM
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .flatMap(cookie -> Stream.of(values()).filter(look -> look.is(cookie.getValue())))
            .findFirst()
            .orElse(SYSTEM);
  }

  /** The name in lower case, as the style sheet knows it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private boolean is(String code) {
    return code().equals(code);
  }

  /** The cookie that keeps the choice for a year. */
  public ResponseCookie cookie(HttpServletRequest request) {
    return ResponseCookie.from(NAME, code())
        .path(request.getContextPath() + "/")
        .maxAge(Duration.ofDays(365))
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build();
  }
}
