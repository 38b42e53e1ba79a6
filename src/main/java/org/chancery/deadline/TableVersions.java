package org.chancery.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.deadline.TableVersion.Act;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored versions of the tables. Rows are added and completed, never changed or deleted. */
@Component
class TableVersions {

  private static final String CONFIRMED =
      """
      select name, max(number) as number from rule_table
      where confirmed_at is not null and (number = 1 or valid_from <= :at)
      group by name""";

  private final JdbcClient jdbc;

  TableVersions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The number of each table's version in force at the instant; the first was always in force. */
  Map<TableName, Integer> inForceAt(Instant at) {
    Map<TableName, Integer> numbers = new EnumMap<>(TableName.class);
    jdbc.sql(CONFIRMED)
        .param("at", utc(at))
        .query(
            row -> {
              numbers.put(TableName.valueOf(row.getString("name")), row.getInt("number"));
            });
    return numbers;
  }

  Optional<TableVersion> find(TableName table, int number) {
    return jdbc.sql("select * from rule_table where name = :name and number = :number")
        .param("name", table.name())
        .param("number", number)
        .query(TableVersions::version)
        .optional();
  }

  /** Whether some version of the table has the text with the checksum. */
  boolean isKnown(TableName table, String checksum) {
    return jdbc.sql("select count(*) from rule_table where name = :name and checksum = :checksum")
            .param("name", table.name())
            .param("checksum", checksum)
            .query(Long.class)
            .single()
        > 0;
  }

  /** The versions of the table, the newest first. */
  List<TableVersion> newest(TableName table, int most) {
    return jdbc.sql("select * from rule_table where name = :name order by number desc limit :most")
        .param("name", table.name())
        .param("most", most)
        .query(TableVersions::version)
        .list();
  }

  /**
   * Adds a version.
   *
   * @throws DuplicateKeyException when there is one with its number
   */
  void insert(TableVersion version) {
    jdbc.sql(
            """
            insert into rule_table (name, number, text, checksum, remark, staged_by, staged_at,
              applied_by, applied_at, confirmed_by, confirmed_at, valid_from)
            values (:name, :number, :text, :checksum, :remark, :stagedBy, :stagedAt,
              :appliedBy, :appliedAt, :confirmedBy, :confirmedAt, :validFrom)""")
        .param("name", version.table().name())
        .param("number", version.number())
        .param("text", version.text().value())
        .param("checksum", version.text().checksum())
        .param("remark", version.remark())
        .param("stagedBy", version.staged().by())
        .param("stagedAt", utc(version.staged().at()))
        .param("appliedBy", by(version.applied()))
        .param("appliedAt", at(version.applied()))
        .param("confirmedBy", by(version.confirmed()))
        .param("confirmedAt", at(version.confirmed()))
        .param("validFrom", version.validFrom() == null ? null : utc(version.validFrom()))
        .update();
  }

  /** Notes who applied it; false when it no longer waits for that. */
  boolean apply(TableVersion version, Act act) {
    return complete("applied_by = :by, applied_at = :at", "applied_at is null", version, act);
  }

  /**
   * Notes who confirmed it, from when on it is in force; false when it no longer waits for that.
   */
  boolean confirm(TableVersion version, Act act) {
    return complete(
        "confirmed_by = :by, confirmed_at = :at, valid_from = :at",
        "applied_at is not null",
        version,
        act);
  }

  /** Notes who refused it and why; false when it is no longer under way. */
  boolean refuse(TableVersion version, Act act, @Nullable String why) {
    boolean refused = complete("refused_by = :by, refused_at = :at", "1 = 1", version, act);
    if (refused && why != null) {
      jdbc.sql("update rule_table set refusal = :why where name = :name and number = :number")
          .param("why", why)
          .param("name", version.table().name())
          .param("number", version.number())
          .update();
    }
    return refused;
  }

  private boolean complete(String what, String where, TableVersion version, Act act) {
    return jdbc.sql(
                "update rule_table set "
                    + what
                    + " where name = :name and number = :number"
                    + " and confirmed_at is null and refused_at is null and "
                    + where)
            .param("by", act.by())
            .param("at", utc(act.at()))
            .param("name", version.table().name())
            .param("number", version.number())
            .update()
        == 1;
  }

  private static TableVersion version(ResultSet row, int number) throws SQLException {
    OffsetDateTime validFrom = row.getObject("valid_from", OffsetDateTime.class);
    TableText text = new TableText(row.getString("text"));
    if (!text.checksum().equals(row.getString("checksum"))) {
      throw new IllegalStateException(
          "rule_table %s version %d is not as it was stored: its checksum differs"
              .formatted(row.getString("name"), row.getInt("number")));
    }
    return new TableVersion(
        TableName.valueOf(row.getString("name")),
        row.getInt("number"),
        text,
        row.getString("remark"),
        new Act(
            row.getString("staged_by"),
            row.getObject("staged_at", OffsetDateTime.class).toInstant()),
        act(row, "applied"),
        act(row, "confirmed"),
        act(row, "refused"),
        row.getString("refusal"),
        validFrom == null ? null : validFrom.toInstant());
  }

  private static @Nullable Act act(ResultSet row, String what) throws SQLException {
    OffsetDateTime at = row.getObject(what + "_at", OffsetDateTime.class);
    return at == null ? null : new Act(row.getString(what + "_by"), at.toInstant());
  }

  private static @Nullable String by(@Nullable Act act) {
    return act == null ? null : act.by();
  }

  private static @Nullable OffsetDateTime at(@Nullable Act act) {
    return act == null ? null : utc(act.at());
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
