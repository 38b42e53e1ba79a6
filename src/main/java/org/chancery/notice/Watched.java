package org.chancery.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a deadline stood when it was last looked at, and what had been told of it by then.
 *
 * @param milestone its number within the case
 * @param band how it stood
 * @param due its last possible day; null while nothing says by when
 * @param since the first day on which it was seen to be due then
 * @param rung the last rung at which it was reminded, in days after the due day; null: none
 * @param escalation how many decisions there were when it was last put before a manager; null: it
 *     was not
 */
record Watched(
    int milestone,
    Band band,
    @Nullable LocalDate due,
    LocalDate since,
    @Nullable Integer rung,
    @Nullable Integer escalation) {

  /** A deadline that is looked at for the first time. */
  static Watched first(int milestone, Band band, @Nullable LocalDate due, LocalDate today) {
    return new Watched(milestone, band, due, today, null, null);
  }

  /** The same, reminded at the rung. */
  Watched reminded(int rung) {
    return new Watched(milestone, band, due, since, rung, escalation);
  }

  /** The same, put before a manager after so many decisions. */
  Watched escalated(int decisions) {
    return new Watched(milestone, band, due, since, rung, decisions);
  }

  /** The same, standing otherwise; of another due day nothing has been told. */
  Watched standing(Band now, @Nullable LocalDate dueNow, LocalDate today) {
    return java.util.Objects.equals(due, dueNow)
        ? new Watched(milestone, now, due, since, rung, escalation)
        : first(milestone, now, dueNow, today);
  }
}
