package org.chancery.instrument.web;

import jakarta.servlet.http.HttpServletRequest;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Many cases sent in one request.
 *
 * @param request what brought them
 * @param key what makes the same file, sent again, go on where it broke off; null: each sending is
 *     one of its own
 * @param dryRun whether they are only tried
 */
record Submission(HttpServletRequest request, @Nullable String key, boolean dryRun) {

  private static final int LONGEST_KEY = 200;

  /**
   * What the request brings.
   *
   * @throws InvalidValue when its key is malformed
   */
  static Submission of(HttpServletRequest request, boolean dryRun) {
    @Nullable String key = request.getHeader("Idempotency-Key");
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new InvalidValue("idempotency.malformed", LONGEST_KEY);
    }
    return new Submission(request, key, dryRun);
  }
}
