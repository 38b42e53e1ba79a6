package org.chancery.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The point in time a case is judged at: a moment, at which each zone has its own day, or a day,
 * which is then the day everywhere.
 */
public sealed interface AsOf {

  /** The calendar day of this point in the given zone. */
  LocalDate dayIn(ZoneId zone);

  /** The same calendar day in every zone. */
  record Day(LocalDate day) implements AsOf {

    @Override
    public LocalDate dayIn(ZoneId zone) {
      return day;
    }
  }

  /** An instant; its day depends on the zone. */
  record Moment(Instant instant) implements AsOf {

    @Override
    public LocalDate dayIn(ZoneId zone) {
      return instant.atZone(zone).toLocalDate();
    }
  }

  /** The given day everywhere. */
  static AsOf day(LocalDate day) {
    return new Day(day);
  }

  /** The present moment of the clock. */
  static AsOf now(Clock clock) {
    return new Moment(clock.instant());
  }
}
