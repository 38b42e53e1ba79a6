package org.chancery.report;

import java.time.LocalDate;
import java.util.Set;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Findings.Found;
import org.chancery.deadline.Status;

/**
 * What the report is asked.
 *
 * @param from which point in time to judge, and by what was known when
 * @param filter what the findings are narrowed to
 * @param narrowing what the report is narrowed to beyond that
 */
public record Question(Viewpoint from, FindingFilter filter, Narrowing narrowing) {

  /** Whatever can be told. */
  public static final Set<Status> ANY = Set.of(Status.values());

  /** What the report lists unless asked otherwise: all that is late, due or not computable. */
  public static final Set<Status> USUAL =
      Set.of(
          Status.SEVERELY_OVERDUE,
          Status.OVERDUE,
          Status.GRACE,
          Status.DUE_TODAY,
          Status.AT_RISK,
          Status.DUE_SOON,
          Status.NOT_COMPUTABLE);

  /** The same without what a figure at the head of the report stands for: of any status. */
  public Question whole() {
    FindingFilter any =
        new FindingFilter(
            ANY,
            filter.rule(),
            filter.body(),
            filter.party(),
            filter.severity(),
            filter.basis(),
            null);
    return new Question(from, any, narrowing.whole());
  }

  /** Whether it asks how things stand now, by all that is known. */
  boolean isNow() {
    return isNow(from);
  }

  static boolean isNow(Viewpoint from) {
    return from.knownAt() == null && from.asOf() instanceof AsOf.Moment;
  }

  /** Whether nothing but a status and the body that must act is asked for. */
  boolean isOfStatusAndBodyAlone() {
    FindingFilter alone =
        new FindingFilter(filter.status(), null, filter.body(), null, null, null, null);
    return filter.equals(alone) && narrowing.equals(Narrowing.NONE);
  }

  boolean fits(Found found, LocalDate day) {
    return narrowing.fits(found.finding(), found.file(), day);
  }
}
