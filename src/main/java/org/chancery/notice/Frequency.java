package org.chancery.notice;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** How often a person reads a digest. */
public enum Frequency {
  DAILY,
  /** On Mondays; when the house was not at work then, as soon as it is. */
  WEEKLY,
  NEVER;

  /** Whether one is due on the day, after the last one. */
  boolean isDue(LocalDate last, LocalDate today) {
    return switch (this) {
      case DAILY -> last.isBefore(today);
      case WEEKLY -> last.isBefore(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
      case NEVER -> false;
    };
  }
}
