package org.chancery.report;

import java.time.LocalDate;
import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Finding;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;
import org.chancery.instrument.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A line of the report, without what is to be said in it: only by what it is found, ordered and
 * counted, so that a hundred thousand of them fit into little memory.
 *
 * @param place where it stands in the report
 * @param status the status
 * @param extended whether the deadline was extended
 * @param overdueSince since when it is overdue
 * @param body the body that must act
 * @param stage how far the case has come on the day
 * @param daysLate how many days it is surely late
 */
record Mark(
    Place place,
    Status status,
    boolean extended,
    @Nullable LocalDate overdueSince,
    @Nullable BodyCode body,
    Stage stage,
    int daysLate)
    implements Comparable<Mark> {

  static Mark of(Found found, LocalDate day) {
    Finding finding = found.finding();
    DaysLate late = finding.daysLate();
    return new Mark(
        Place.of(found),
        finding.status(),
        finding.extended(),
        finding.overdueSince(),
        finding.body(),
        found.file().stage(day),
        late == null ? 0 : late.min());
  }

  /** Whether it is a line of this answer, where it is one of {@link Question#whole()}. */
  boolean isOf(Question question, LocalDate day) {
    FindingFilter filter = question.filter();
    Narrowing narrowing = question.narrowing();
    return isAmong(filter.status())
        && (filter.becameOverdueSince() == null || becameOverdueAfter(filter.becameOverdueSince()))
        && (narrowing.extended() == null || narrowing.extended() == extended)
        && (narrowing.dueWithin() == null || isDueWithin(narrowing.dueWithin(), day));
  }

  private boolean isAmong(Set<Status> statuses) {
    return statuses.isEmpty() ? status.isReported() : statuses.contains(status);
  }

  /** Whether it became overdue after the day. */
  boolean becameOverdueAfter(LocalDate day) {
    return overdueSince != null && overdueSince.isAfter(day);
  }

  /** Whether it can still be done in time, and only so many days are left. */
  boolean isDueWithin(int days, LocalDate day) {
    return Narrowing.AHEAD.contains(status) && !place.dueOn().isAfter(day.plusDays(days));
  }

  @Override
  public int compareTo(Mark other) {
    return place.compareTo(other.place);
  }
}
