package org.chancery.deadline;

import java.time.LocalDate;
import java.time.Period;
import java.time.Year;
import java.util.Optional;
import org.chancery.calendar.StatedDate;

/**
 * The days that a figure covers, first and last included.
 *
 * @param first the first
 * @param last the last
 */
public record Stretch(LocalDate first, LocalDate last) {

  /** The stretch of a stated period; empty where it is open or unknown. */
  static Optional<Stretch> of(StatedDate period) {
    LocalDate first = period.earliest();
    LocalDate last = period.latest();
    return first == null || last == null ? Optional.empty() : Optional.of(new Stretch(first, last));
  }

  /** Whether it is as long by the calendar: a year is a year, leap year or not. */
  boolean isAsLongAs(Stretch other) {
    return first.plus(other.length()).equals(last.plusDays(1));
  }

  /** Whether it is a year of the calendar. */
  boolean isYear() {
    Year year = Year.from(first);
    return first.equals(year.atDay(1)) && last.equals(year.atMonth(12).atEndOfMonth());
  }

  private Period length() {
    return Period.between(first, last.plusDays(1));
  }
}
