package org.chancery.deadline;

import java.math.BigDecimal;

/**
 * A part of a whole, exactly: two thirds are not 0.667.
 *
 * @param numerator above the line
 * @param denominator below the line; not 0
 */
record Share(BigDecimal numerator, BigDecimal denominator) {

  /** A fraction such as {@code 2/3} or a decimal such as {@code 0.55}. */
  static Share of(String atLeast) {
    int line = atLeast.indexOf('/');
    return line < 0
        ? new Share(new BigDecimal(atLeast), BigDecimal.ONE)
        : new Share(
            new BigDecimal(atLeast.substring(0, line)),
            new BigDecimal(atLeast.substring(line + 1)));
  }

  boolean isReachedBy(BigDecimal weight) {
    return weight.multiply(denominator).compareTo(numerator) >= 0;
  }
}
