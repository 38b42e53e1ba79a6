package org.chancery.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the deadlines stood when they were last looked at; the case is held meanwhile. */
@Component
class WatchTable {

  private final JdbcClient jdbc;

  WatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of the case, by the number of the deadline. */
  Map<Integer, Watched> of(Reference reference) {
    return jdbc
        .sql("select * from notice_watch where reference = ?")
        .param(reference.value())
        .query(WatchTable::watched)
        .list()
        .stream()
        .collect(Collectors.toUnmodifiableMap(Watched::milestone, Function.identity()));
  }

  /** Keeps how one stands now. */
  void keep(Reference reference, Watched watched, boolean known) {
    jdbc.sql(
            known
                ? """
                update notice_watch set band = :band, due = :due, since = :since, rung = :rung,
                  escalation = :escalation
                where reference = :reference and milestone = :milestone"""
                : """
                insert into notice_watch (reference, milestone, band, due, since, rung, escalation)
                values (:reference, :milestone, :band, :due, :since, :rung, :escalation)""")
        .param("reference", reference.value())
        .param("milestone", watched.milestone())
        .param("band", watched.band().name())
        .param("due", watched.due())
        .param("since", watched.since())
        .param("rung", watched.rung())
        .param("escalation", watched.escalation())
        .update();
  }

  private static Watched watched(ResultSet row, int number) throws SQLException {
    return new Watched(
        row.getInt("milestone"),
        Band.valueOf(row.getString("band")),
        row.getObject("due", LocalDate.class),
        row.getObject("since", LocalDate.class),
        row.getObject("rung", Integer.class),
        row.getObject("escalation", Integer.class));
  }
}
