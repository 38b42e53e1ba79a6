package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * An answer that holds a secret: it is given once and stored nowhere, not even for who asks again
 * with the same {@code Idempotency-Key}.
 */
public final class OnceShown {

  private static final String MARK = OnceShown.class.getName();

  private OnceShown() {}

  /** The answer to the current request is such an answer. */
  public static void answer() {
    RequestContextHolder.currentRequestAttributes()
        .setAttribute(MARK, true, RequestAttributes.SCOPE_REQUEST);
  }

  static boolean isAnswerTo(HttpServletRequest request) {
    return request.getAttribute(MARK) != null;
  }
}
