package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * By when a milestone is due: through the end of that day in the zone of the body that must act.
 *
 * @param statedAs the deadline in the words of its source
 * @param edtf the deadline as stated, or as last extended; null when there is none
 * @param earliest the first day that may be the last day allowed; null when unknown
 * @param latest the last day that may be the last day allowed; null when unknown
 * @param first the deadline before it was extended; null when it never was
 * @param zone where the day ends
 */
public record Due(
    @Nullable String statedAs,
    @Nullable StatedDate edtf,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    @Nullable StatedDate first,
    ZoneId zone) {

  /** The same with more time: due on the new date, and first on the old one. */
  Due extendedTo(StatedDate date) {
    return new Due(statedAs, date, date.dueEarliest(), date.latest(), edtf, zone);
  }

  /** Due as stated; a period or an upper bound is due on its last day. */
  static Due stated(@Nullable StatedDate date, @Nullable String statedAs, ZoneId zone) {
    if (date == null) {
      return new Due(statedAs, null, null, null, null, zone);
    }
    LocalDate latest = date.latest();
    LocalDate earliest = date.isInterval() ? latest : date.earliest();
    return new Due(statedAs, date, earliest, latest, null, zone);
  }
}
