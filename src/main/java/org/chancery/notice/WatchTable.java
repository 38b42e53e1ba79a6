package org.chancery.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the deadlines stood when they were last looked at; the case is held meanwhile. */
@Component
class WatchTable {

  private final JdbcClient jdbc;

  WatchTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of each of the cases that has any, by the number of the deadline. */
  Map<Reference, Map<Integer, Watched>> of(List<Reference> references) {
    Map<Reference, Map<Integer, Watched>> watched = new HashMap<>();
    if (!references.isEmpty()) {
      jdbc.sql("select * from notice_watch where reference in (:references)")
          .param("references", references.stream().map(Reference::value).toList())
          .query(
              (RowCallbackHandler)
                  row ->
                      watched
                          .computeIfAbsent(
                              new Reference(row.getString("reference")), each -> new HashMap<>())
                          .put(row.getInt("milestone"), watched(row)));
    }
    return watched;
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

  private static Watched watched(ResultSet row) throws SQLException {
    return new Watched(
        row.getInt("milestone"),
        Band.valueOf(row.getString("band")),
        row.getObject("due", LocalDate.class),
        row.getObject("since", LocalDate.class),
        row.getObject("rung", Integer.class),
        row.getObject("escalation", Integer.class));
  }
}
