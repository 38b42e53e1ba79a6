package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * The straight way from a baseline to a target, in calendar days and with 34 significant digits. An
 * imprecise start or end, or a baseline on which sources conflict, makes it as wide as they are.
 *
 * @param begun the first and the last day that may be its start
 * @param ended the first and the last day that may be its end
 * @param baseline where it begins
 * @param goal where it ends
 */
record StraightLine(Stretch begun, Stretch ended, Figure baseline, Goal goal) {

  private static final MathContext PRECISION = MathContext.DECIMAL128;

  /** Where it stands at the end of the day: at the baseline until it begins, then at the goal. */
  Figure at(LocalDate day) {
    List<BigDecimal> ways =
        List.of(way(begun.first(), ended.first(), day), way(begun.last(), ended.last(), day));
    return Figure.among(
        Stream.of(baseline.min(), baseline.max())
            .flatMap(from -> ways.stream().map(way -> after(way, from)))
            .toList());
  }

  /** Where it ends. */
  Figure end() {
    return goal.from(baseline);
  }

  /** Whether it leads downwards: less is then better. */
  boolean isFalling() {
    return end().isSurelyBelow(baseline);
  }

  private BigDecimal after(BigDecimal way, BigDecimal from) {
    return from.add(goal.from(from).subtract(from).multiply(way, PRECISION), PRECISION);
  }

  /** How much of the way lies behind on the day, from 0 to 1. */
  private static BigDecimal way(LocalDate start, LocalDate end, LocalDate day) {
    if (!day.isBefore(end)) {
      return BigDecimal.ONE;
    }
    if (!day.isAfter(start)) {
      return BigDecimal.ZERO;
    }
    return BigDecimal.valueOf(DAYS.between(start, day))
        .divide(BigDecimal.valueOf(DAYS.between(start, end)), PRECISION);
  }
}
