package org.chancery.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The entries that a table has: they are appended and read, and never changed. */
final class Entries {

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final String table;
  private final String subject;

  /**
   * @param subject the column that says what an entry is about
   */
  private Entries(JdbcClient jdbc, ObjectMapper json, String table, String subject) {
    this.jdbc = jdbc;
    this.json = json;
    this.table = table;
    this.subject = subject;
  }

  /** Those of the cases. */
  static Entries ofCases(JdbcClient jdbc, ObjectMapper json) {
    return new Entries(jdbc, json, "journal", "reference");
  }

  /** Those of the house. */
  static Entries ofHouse(JdbcClient jdbc, ObjectMapper json) {
    return new Entries(jdbc, json, "house_journal", "subject");
  }

  /** Those that the condition chooses, in the order that it says. */
  List<Entry> list(String condition, Map<String, ?> parameters) {
    return jdbc.sql("select * from " + table + " " + condition)
        .params(parameters)
        .query(this::entry)
        .list();
  }

  /** The one that the condition chooses; null for none. */
  @Nullable Entry find(String condition, Map<String, ?> parameters) {
    List<Entry> found = list(condition, parameters);
    return found.isEmpty() ? null : found.get(0);
  }

  /** Appends what has changed, sealed with the hash of the last entry of its chain. */
  void append(
      @Nullable Entry last,
      String about,
      Instant at,
      String account,
      String change,
      @Nullable Object before,
      Object after) {
    insert(
        Entry.sealed(
            last,
            about,
            at.truncatedTo(ChronoUnit.MICROS),
            account,
            change,
            before == null ? null : write(before),
            write(after)));
  }

  private void insert(Entry entry) {
    jdbc.sql(
            """
            insert into %s (%s, number, recorded_at, account, change, before_state, after_state,
              previous_hash, hash)
            values (:subject, :number, :at, :account, :change, :before, :after, :previous, :hash)"""
                .formatted(table, subject))
        .param("subject", entry.subject())
        .param("number", entry.number())
        .param("at", Timestamp.from(entry.recordedAt()))
        .param("account", entry.account())
        .param("change", entry.change())
        .param("before", entry.before())
        .param("after", entry.after())
        .param("previous", entry.previousHash())
        .param("hash", entry.hash())
        .update();
  }

  private String write(Object state) {
    try {
      return json.writeValueAsString(state);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A change cannot be written to the journal", broken);
    }
  }

  private Entry entry(ResultSet row, int index) throws SQLException {
    return new Entry(
        row.getString(subject),
        row.getInt("number"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("account"),
        row.getString("change"),
        row.getString("before_state"),
        row.getString("after_state"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
