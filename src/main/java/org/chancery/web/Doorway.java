package org.chancery.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at how much a request brings before it looks at who sends it: addresses, headers, fields
 * and bodies beyond measure are refused unread, and so is one call too many from one network.
 */
final class Doorway extends OncePerRequestFilter {

  /** What a form may say beside the file it sends, in bytes. */
  static final long BESIDE = 1 << 20;

  private static final int LONGEST_ADDRESS = 8_000;
  private static final int MOST_HEADERS = 60;
  private static final int LONGEST_HEADERS = 16_000;

  /** Tomcat's word for fields that are too many, too large or not what their encoding says. */
  private static final String UNREADABLE = "org.apache.catalina.parameter_parse_failed_reason";

  private final DataSize largest;
  private final Rates rates;
  private final Rebuff rebuff;

  /**
   * @param largest the largest file
   * @param rates how often a network may call
   */
  Doorway(DataSize largest, Rates rates, Rebuff rebuff) {
    this.largest = largest;
    this.rates = rates;
    this.rebuff = rebuff;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long wait = rates.waitSeconds(Network.of(request.getRemoteAddr()));
    @Nullable HttpStatus measure = wait > 0 ? null : beyondMeasure(request);
    if (wait > 0) {
      rebuff.later(request, response, wait);
    } else if (measure != null) {
      refuse(request, response, measure);
    } else if (Uploads.isInParts(request)) {
      acceptParts(request, response, chain);
    } else {
      accept(request, response, chain);
    }
  }

  private void acceptParts(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!Uploads.hasBoundary(request)) {
      rebuff.answer(request, response, HttpStatus.BAD_REQUEST);
    } else if (request.getContentLengthLong() > largest.toBytes() + BESIDE) {
      Refusal large = Refusal.of(Kind.TOO_LARGE, "upload.large", largest.toMegabytes());
      rebuff.answer(request, response, large);
    } else {
      accept(new PartsOfMembers(request), response, chain);
    }
  }

  /** Lets it in; what breaks because the body was cut off or the database is away is told so. */
  private void accept(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException broken) {
      if (Outage.isIn(broken) && !response.isCommitted()) {
        response.reset();
        rebuff.away(request, response);
        return;
      }
      if (cutOff(request) == null && Uploads.areUnreadable(broken) && !response.isCommitted()) {
        response.reset();
        rebuff.answer(request, response, Refusal.of(Kind.INVALID_BODY, "body.parts"));
        return;
      }
      if (cutOff(request) == null) {
        throw broken;
      }
    }
    @Nullable HttpStatus why = cutOff(request);
    if (why != null) {
      refuse(request, response, why);
    }
  }

  /** Where the server has noticed the broken body by itself, {@link UnmappedErrors} tells of it. */
  private void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus why)
      throws ServletException, IOException {
    if (!response.isCommitted()) {
      response.reset();
      rebuff.answer(request, response, why);
    }
  }

  private static @Nullable HttpStatus cutOff(HttpServletRequest request) {
    return (HttpStatus) request.getAttribute(Intake.CUT_OFF);
  }

  private static @Nullable HttpStatus beyondMeasure(HttpServletRequest request) {
    String query = request.getQueryString();
    if (request.getRequestURI().length() + (query == null ? 0 : query.length()) > LONGEST_ADDRESS) {
      return HttpStatus.URI_TOO_LONG;
    }
    if (hasTooManyHeaders(request)) {
      return HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE;
    }
    String type = request.getContentType();
    if (type != null && type.contains("*")) {
      return HttpStatus.UNSUPPORTED_MEDIA_TYPE;
    }
    if (!Uploads.isInParts(request)) {
      request.getParameter("");
    }
    @Nullable Object unreadable = request.getAttribute(UNREADABLE);
    if (unreadable == null || cutOff(request) != null) {
      return cutOff(request);
    }
    boolean isLarge = unreadable.toString().equals("POST_TOO_LARGE");
    return isLarge ? HttpStatus.PAYLOAD_TOO_LARGE : HttpStatus.BAD_REQUEST;
  }

  private static boolean hasTooManyHeaders(HttpServletRequest request) {
    int count = 0;
    int length = 0;
    for (String name : Collections.list(request.getHeaderNames())) {
      for (String value : Collections.list(request.getHeaders(name))) {
        count++;
        length += name.length() + value.length();
      }
    }
    return count > MOST_HEADERS || length > LONGEST_HEADERS;
  }
}
