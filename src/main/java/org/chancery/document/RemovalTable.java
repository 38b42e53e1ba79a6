package org.chancery.document;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table of what was proposed to be taken out of the texts, and what came of it. */
@Repository
class RemovalTable {

  private final JdbcClient jdbc;

  RemovalTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A removal with the version it is of. */
  private record Row(VersionAddress address, Removal removal) {}

  /**
   * The removals of each version of the cases that has any, oldest first, as they were known at the
   * instant, null standing for now.
   */
  Map<VersionAddress, List<Removal>> of(List<String> references, @Nullable Instant knownAt) {
    Instant latest = knownAt == null ? Instant.parse("9999-01-01T00:00:00Z") : knownAt;
    return jdbc
        .sql(
            """
            select * from text_removal
            where reference in (:references) and proposed_at <= :knownAt
            order by reference, document, version, number""")
        .param("references", references)
        .param("knownAt", utc(latest))
        .query(RemovalTable::row)
        .list()
        .stream()
        .collect(groupingBy(Row::address, mapping(row -> row.removal().knownAt(latest), toList())));
  }

  /** Adds what was proposed; the case is locked. */
  void insert(VersionAddress address, Removal removal) {
    jdbc.sql(
            """
            insert into text_removal (reference, document, version, number, reason, authority,
              proposed_by, proposed_at)
            values (:reference, :document, :version, :number, :reason, :authority, :by, :at)""")
        .param("reference", address.reference().value())
        .param("document", address.document())
        .param("version", address.number())
        .param("number", removal.number())
        .param("reason", removal.reason())
        .param("authority", removal.authority(), Types.VARCHAR)
        .param("by", removal.proposedBy())
        .param("at", utc(removal.proposedAt()))
        .update();
  }

  /** Says what came of it; the case is locked. */
  void settle(VersionAddress address, Removal removal) {
    jdbc.sql(
            """
            update text_removal set confirmed_by = :confirmedBy, confirmed_at = :confirmedAt,
              withdrawn_by = :withdrawnBy, withdrawn_at = :withdrawnAt
            where reference = :reference and document = :document and version = :version
              and number = :number""")
        .param("reference", address.reference().value())
        .param("document", address.document())
        .param("version", address.number())
        .param("number", removal.number())
        .param("confirmedBy", removal.confirmedBy(), Types.VARCHAR)
        .param("confirmedAt", orNull(removal.confirmedAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("withdrawnBy", removal.withdrawnBy(), Types.VARCHAR)
        .param("withdrawnAt", orNull(removal.withdrawnAt()), Types.TIMESTAMP_WITH_TIMEZONE)
        .update();
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        new VersionAddress(
            new Reference(row.getString("reference")),
            row.getInt("document"),
            row.getInt("version")),
        new Removal(
            row.getInt("number"),
            row.getString("reason"),
            row.getString("authority"),
            row.getString("proposed_by"),
            row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
            row.getString("confirmed_by"),
            instant(row, "confirmed_at"),
            row.getString("withdrawn_by"),
            instant(row, "withdrawn_at")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime orNull(@Nullable Instant at) {
    return at == null ? null : utc(at);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
