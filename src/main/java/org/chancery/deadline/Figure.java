package org.chancery.deadline;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Collections;

/**
 * A figure as far as it is known; where sources conflict, or dates are imprecise, it has two ends.
 *
 * @param min surely so much
 * @param max at most so much
 */
public record Figure(BigDecimal min, BigDecimal max) {

  /**
   * @throws IllegalArgumentException when upside down
   */
  public Figure {
    if (max.compareTo(min) < 0) {
      throw new IllegalArgumentException("a figure from " + min + " to " + max);
    }
  }

  /** One figure. */
  static Figure of(BigDecimal value) {
    return new Figure(value, value);
  }

  /** One of the figures, nobody can tell which. */
  static Figure among(Collection<BigDecimal> values) {
    return new Figure(Collections.min(values), Collections.max(values));
  }

  /** Whether it is one figure. */
  boolean isExact() {
    return min.compareTo(max) == 0;
  }

  boolean isSurelyBelow(Figure other) {
    return max.compareTo(other.min) < 0;
  }

  boolean mayBeBelow(Figure other) {
    return min.compareTo(other.max) < 0;
  }

  /** By how much it lies below the other; nothing where it may lie above. */
  Figure below(Figure other) {
    return new Figure(
        other.min.subtract(max).max(BigDecimal.ZERO), other.max.subtract(min).max(BigDecimal.ZERO));
  }

  /** The same to so many decimals, halves away from nothing. */
  Figure rounded(int decimals) {
    return new Figure(round(min, decimals), round(max, decimals));
  }

  /** A figure known to fewer decimals stays as it was stated. */
  private static BigDecimal round(BigDecimal value, int decimals) {
    return value.scale() <= decimals ? value : value.setScale(decimals, RoundingMode.HALF_UP);
  }
}
