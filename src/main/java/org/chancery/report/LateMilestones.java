package org.chancery.report;

import java.util.List;
import org.chancery.deadline.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many milestones of the whole register are overdue, as the ledger counts them. */
@Component
public class LateMilestones {

  private static final List<String> LATE =
      List.of(Status.OVERDUE.name(), Status.SEVERELY_OVERDUE.name());

  private final JdbcClient jdbc;

  LateMilestones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Their number, as they were last judged. */
  public long count() {
    return jdbc.sql(
            """
            select coalesce(sum(verdicts), 0) from verdict_total
            where viewer = '*' and status in (:late)""")
        .param("late", LATE)
        .query(Long.class)
        .single();
  }
}
