package org.chancery.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Everything that ever happened to a case: one entry per change, appended in the transaction of the
 * change, each sealed with the hash of the one before.
 */
@Component
public class Journal {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  Journal(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** The entries of the case after the number, oldest first. */
  public List<Entry> of(Reference reference, int after, int limit) {
    return jdbc.sql(
            """
            select * from journal where reference = :reference and number > :after
            order by number limit :limit""")
        .param("reference", reference.value())
        .param("after", after)
        .param("limit", limit)
        .query(Journal::entry)
        .list();
  }

  /**
   * The case is locked by the change itself, so that the last entry is the last. What follows from
   * a change follows its entry.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void append(CaseChanged changed) {
    @Nullable Entry last = last(changed.reference());
    Instant at = changed.at().truncatedTo(ChronoUnit.MICROS);
    @Nullable String before = changed.before() == null ? null : write(changed.before());
    Entry entry =
        Entry.sealed(
            changed.reference(),
            last,
            at,
            changed.account().name(),
            changed.change().name(),
            before,
            write(changed.after()));
    insert(entry);
  }

  private @Nullable Entry last(Reference reference) {
    return jdbc.sql("select * from journal where reference = ? order by number desc limit 1")
        .param(reference.value())
        .query(Journal::entry)
        .optional()
        .orElse(null);
  }

  private void insert(Entry entry) {
    jdbc.sql(
            """
            insert into journal (reference, number, recorded_at, account, change, before_state,
              after_state, previous_hash, hash)
            values (:reference, :number, :at, :account, :change, :before, :after, :previous,
              :hash)""")
        .param("reference", entry.reference().value())
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

  private static Entry entry(ResultSet row, int number) throws SQLException {
    return new Entry(
        new Reference(row.getString("reference")),
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
