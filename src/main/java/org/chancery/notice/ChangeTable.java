package org.chancery.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has changed in how deadlines stand, for the digests. */
@Component
class ChangeTable {

  private final JdbcClient jdbc;

  ChangeTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps that the deadline of the body changed. */
  void add(Reference reference, int milestone, BodyCode body, Change change, Instant at) {
    jdbc.sql(
            """
            insert into notice_change (reference, milestone, body, change, recorded_at)
            values (?, ?, ?, ?, ?)""")
        .params(reference.value(), milestone, body.value(), change.name(), Outbox.timestamp(at))
        .update();
  }

  /** The last one that surely no other is recorded before any more. */
  long last(Instant before) {
    return jdbc.sql("select coalesce(max(id), 0) from notice_change where recorded_at <= ?")
        .param(Outbox.timestamp(before))
        .query(Long.class)
        .single();
  }

  /** Those of the bodies after the one and up to the other, in the order of recording. */
  List<Changed> of(Collection<BodyCode> bodies, long after, long until) {
    return bodies.isEmpty()
        ? List.of()
        : jdbc.sql(
                """
                select id, reference, milestone, change from notice_change
                where body in (:bodies) and id > :after and id <= :until order by id""")
            .param("bodies", bodies.stream().map(BodyCode::value).toList())
            .param("after", after)
            .param("until", until)
            .query(ChangeTable::changed)
            .list();
  }

  /** Forgets what every digest has told long since. */
  void forgetBefore(Instant instant) {
    jdbc.sql("delete from notice_change where recorded_at < ?")
        .param(Outbox.timestamp(instant))
        .update();
  }

  private static Changed changed(ResultSet row, int number) throws SQLException {
    return new Changed(
        row.getLong("id"),
        new Reference(row.getString("reference")),
        row.getInt("milestone"),
        Change.valueOf(row.getString("change")));
  }
}
