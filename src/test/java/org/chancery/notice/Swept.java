package org.chancery.notice;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a sweep leaves in the database. */
final class Swept {

  private final JdbcClient jdbc;

  private Swept(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All that follows from judging a case. */
  static List<?> left(JdbcClient jdbc) {
    return new Swept(jdbc).left();
  }

  private List<?> left() {
    return List.of(
        rows("select reference, stage, in_force from instrument order by reference"),
        rows("select reference, id, kind, term, body from milestone order by reference, id"),
        rows("select * from verdict order by reference, number"),
        rows("select * from verdict_viewer order by reference, viewer"),
        rows("select reference from unjudged order by reference"),
        rows("select * from notice_watch order by reference, milestone"),
        rows("select * from notice_change order by id"),
        rows("select recipient, event, state, not_before from notice_outbox order by id"),
        rows("select id_, task_def_key_, priority_, due_date_ from act_ru_task order by id_"),
        rows(
            """
            select task_id_, name_, text_ from act_ru_variable
            where task_id_ is not null order by task_id_, name_"""),
        rows("select id_, business_key_, act_id_ from act_ru_execution order by id_"));
  }

  private List<?> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }
}
