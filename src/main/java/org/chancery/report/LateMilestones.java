package org.chancery.report;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.deadline.Status;
import org.chancery.instrument.Sight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many milestones of the whole register are overdue, as the ledger counts them. */
@Component
public class LateMilestones {

  private static final List<String> LATE =
      Stream.of(Status.values()).filter(Status::isOverdue).map(Status::name).toList();

  private final JdbcClient jdbc;

  LateMilestones(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Their number, as they were last judged. */
  public long count() {
    return jdbc.sql(
            """
            select coalesce(sum(verdicts), 0) from verdict_total
            where viewer = :viewer and status in (:late)""")
        .param("viewer", Sight.ALL)
        .param("late", LATE)
        .query(Long.class)
        .single();
  }
}
