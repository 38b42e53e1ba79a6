package org.chancery.calendar;

/**
 * A length of time before or after a day.
 *
 * @param count how many units, none or more
 * @param unit what is counted
 * @param direction whether it is counted forwards or backwards
 * @param firstDayCounted whether the day it is counted from is the first of the term; "n days after
 *     X" does not count X
 * @param monthEnd what becomes of a day that the month does not have
 */
public record Term(
    int count, Unit unit, Direction direction, boolean firstDayCounted, MonthEnd monthEnd) {

  /** What is counted. */
  public enum Unit {
    CALENDAR_DAYS,
    WORKING_DAYS,
    WEEKS,
    MONTHS,
    YEARS
  }

  /** Whereto one counts. */
  public enum Direction {
    AFTER,
    BEFORE
  }

  /**
   * @throws IllegalArgumentException when the count is negative, or none although the first day
   *     counts
   */
  public Term {
    if (count < (firstDayCounted ? 1 : 0)) {
      throw new IllegalArgumentException("a term has no " + count + " " + unit);
    }
  }

  /** So many units after a day that does not count, clamped at the end of the month. */
  public static Term after(int count, Unit unit) {
    return new Term(count, unit, Direction.AFTER, false, MonthEnd.CLAMP);
  }

  /** So many units before a day that does not count, clamped at the end of the month. */
  public static Term before(int count, Unit unit) {
    return new Term(count, unit, Direction.BEFORE, false, MonthEnd.CLAMP);
  }

  /** The same term, its first day counted. */
  public Term firstDayCounts() {
    return new Term(count, unit, direction, true, monthEnd);
  }

  /** The same term with another rule for the ends of months. */
  public Term at(MonthEnd end) {
    return new Term(count, unit, direction, firstDayCounted, end);
  }
}
