package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.web.Message;
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
 * @param working how a computed day was found, or why there is none; none for a stated one
 */
public record Due(
    @Nullable String statedAs,
    @Nullable StatedDate edtf,
    @Nullable LocalDate earliest,
    @Nullable LocalDate latest,
    @Nullable StatedDate first,
    ZoneId zone,
    List<Message> working) {

  /** An immutable copy. */
  public Due {
    working = List.copyOf(working);
  }

  /** The same with more time: due on the new date, and first on the old one. */
  Due extendedTo(StatedDate date) {
    return new Due(statedAs, date, date.dueEarliest(), date.latest(), edtf, zone, working);
  }

  /** Due as stated; a period or an upper bound is due on its last day. */
  static Due stated(@Nullable StatedDate date, @Nullable String statedAs, ZoneId zone) {
    if (date == null) {
      return new Due(statedAs, null, null, null, null, zone, List.of());
    }
    LocalDate latest = date.latest();
    LocalDate earliest = date.isInterval() ? latest : date.earliest();
    return new Due(statedAs, date, earliest, latest, null, zone, List.of());
  }

  /** Due as it follows from a statutory term. */
  static Due computed(Reckoning reckoning, ZoneId zone) {
    List<Message> working = List.of(Wording.working(reckoning));
    if (reckoning instanceof Reckoning.Dated dated) {
      Span due = dated.due();
      return new Due(null, due.stated(), due.earliest(), due.latest(), null, zone, working);
    }
    return new Due(null, null, null, null, null, zone, working);
  }
}
