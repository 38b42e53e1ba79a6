package org.chancery.report;

import java.util.Set;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Status;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;

/**
 * What the report is asked.
 *
 * @param from which point in time to judge, and by what was known when
 * @param filter what the findings are narrowed to
 * @param kind the kind of the milestone; null: any, and what is about a case as a whole
 */
public record Question(Viewpoint from, FindingFilter filter, @Nullable MilestoneKind kind) {

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

  boolean fits(Item item) {
    Item.Subject milestone = item.milestone();
    return kind == null || (milestone != null && milestone.kind() == kind);
  }
}
