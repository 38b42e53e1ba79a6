package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the rules: a milestone on the day of judging.
 *
 * @param milestone the milestone
 * @param due by when it is due
 * @param today the day of judging in its zone
 * @param closing what closed it, if only perhaps; null while it is open
 * @param limits the house's thresholds for its kind and body
 * @param reckoning what follows from the statutory term that sets it; null where it is stated
 * @param earliestPossible the earliest day on which what was planned can be, where the deadline
 *     before it has passed unmet and the plan cannot be kept; null where it can
 * @param decided what managers decided on it
 */
public record Deadline(
    Milestone milestone,
    Due due,
    LocalDate today,
    @Nullable Closing closing,
    Thresholds.Limits limits,
    @Nullable Reckoning reckoning,
    @Nullable LocalDate earliestPossible,
    Decided decided) {

  /** Whether it binds this case. */
  public boolean isApplicable() {
    return !(reckoning instanceof Reckoning.NotApplicable);
  }

  /** Whether what sets it going has happened, or it needs nothing to. */
  public boolean isStarted() {
    return !(reckoning instanceof Reckoning.NotStarted);
  }

  /** Whether it is a time in which one may act, and need not: an objection to a reservation. */
  public boolean isRight() {
    return milestone.kind() == MilestoneKind.OBJECTION;
  }

  /** Whether a last possible day follows from what is stated. */
  public boolean isDated() {
    return due.latest() != null;
  }

  /** Whether two managers waived it. */
  public boolean isWaived() {
    return decided.isWaived();
  }

  /** Whether a manager suspended it, and it still is. */
  public boolean isSuspended() {
    return decided.isSuspendedOn(today);
  }

  /** Whether it was surely done by now. */
  public boolean isDone() {
    return closing != null && closing.on().isSurelyBy(today);
  }

  /** The first day on which it was surely done. */
  public LocalDate doneSince() {
    LocalDate done = closing == null ? null : closing.on().latest();
    return done == null ? recordedOn() : done;
  }

  /** Whether it may have been done by now. */
  public boolean isPerhapsDone() {
    return closing != null;
  }

  /** Whether what closed it came surely after its last possible day. */
  public boolean isClosedLate() {
    LocalDate latest = due.latest();
    return closing != null && latest != null && closing.on().isSurelyAfter(latest);
  }

  /** Whether it may have fallen due after the happening, which did not itself close it. */
  public boolean isStillDueAfter(Happening happening) {
    boolean closedIt = closing != null && happening.event().equals(closing.event());
    LocalDate latest = due.latest();
    return !closedIt && (latest == null || happening.when().mayBeBefore(latest));
  }

  /** Days since its last possible day: 0 on that day, negative before. */
  public int daysPastLatest() {
    return daysPast(due.latest());
  }

  /** Days since the first day that may be its last: 0 on that day, negative before. */
  public int daysPastEarliest() {
    return daysPast(due.earliest());
  }

  /** How late it is, or was when it was done. */
  @Nullable DaysLate daysLate() {
    LocalDate earliest = due.earliest();
    LocalDate latest = due.latest();
    if (earliest == null || latest == null) {
      return null;
    }
    Span done = closing == null ? new Span(today, today) : Span.of(closing.on());
    LocalDate first = done.earliest() == null ? earliest : done.earliest();
    LocalDate last = isDone() && done.latest() != null ? done.latest() : today;
    int min = late(latest, first);
    return new DaysLate(min, Math.max(min, late(earliest, last)));
  }

  /** So many days after its last possible day. */
  public LocalDate latestPlus(int days) {
    return known(due.latest()).plusDays(days);
  }

  /** So many days after the first day that may be its last. */
  public LocalDate earliestPlus(int days) {
    return known(due.earliest()).plusDays(days);
  }

  /** The first day from this one on on which it was not suspended. */
  LocalDate notSuspendedFrom(LocalDate day) {
    return decided.notSuspendedFrom(day, today);
  }

  /** The day, or the first one after it from which the deadline was this and no other. */
  LocalDate sinceItIsThis(LocalDate day) {
    LocalDate since = reckoning instanceof Reckoning.Dated dated ? dated.since() : null;
    return notSuspendedFrom(since != null && since.isAfter(day) ? since : day);
  }

  /** Since when it may be late: what may have been done after it was surely late, since then. */
  public LocalDate atRiskSince() {
    LocalDate done = closing == null ? null : closing.on().earliest();
    return done != null && done.isAfter(latestPlus(0)) ? done : earliestPlus(1);
  }

  /** The day it was recorded. */
  public LocalDate recordedOn() {
    return milestone.recordedAt().atZone(due.zone()).toLocalDate();
  }

  private int daysPast(@Nullable LocalDate day) {
    return day == null ? Integer.MIN_VALUE : Math.toIntExact(DAYS.between(day, today));
  }

  private LocalDate known(@Nullable LocalDate day) {
    if (day == null) {
      throw new IllegalStateException("milestone " + milestone.id() + " has no due day");
    }
    return day;
  }

  private static int late(LocalDate due, LocalDate done) {
    return Math.max(0, Math.toIntExact(DAYS.between(due, done)));
  }
}
