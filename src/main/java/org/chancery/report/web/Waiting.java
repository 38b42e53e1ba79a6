package org.chancery.report.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import org.chancery.calendar.StatedDate;
import org.chancery.lifecycle.Awaited;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits on another side, and for how long.
 *
 * @param awaited what waits
 * @param min for so many days at least; null where nobody says since when
 * @param max for so many days at most; null where nobody says since when
 */
record Waiting(Awaited awaited, @Nullable Long min, @Nullable Long max) {

  /** The longest wait first; what nobody can tell the length of last. */
  static final Comparator<Waiting> LONGEST_FIRST =
      Comparator.comparing(Waiting::min, Comparator.nullsLast(Comparator.reverseOrder()))
          .thenComparing(each -> each.awaited().file().reference())
          .thenComparing(each -> each.awaited().party());

  static Waiting of(Awaited awaited, LocalDate today) {
    StatedDate since = awaited.since();
    return since == null
        ? new Waiting(awaited, null, null)
        : new Waiting(awaited, days(since.latest(), today), days(since.earliest(), today));
  }

  private static @Nullable Long days(@Nullable LocalDate since, LocalDate today) {
    return since == null ? null : Math.max(0, ChronoUnit.DAYS.between(since, today));
  }
}
