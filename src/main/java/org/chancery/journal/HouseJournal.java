package org.chancery.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.chancery.access.HouseChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What changed in the house and belongs to no case: accounts, keys, the lawyers' tables. One entry
 * per change, appended in the transaction of the change, all in one chain sealed by hash.
 */
@Component
public class HouseJournal {

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  HouseJournal(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * The entries after the number, oldest first.
   *
   * @param subject what they are about, or what that begins with; empty: everything
   */
  public List<HouseEntry> of(String subject, int after, int limit) {
    return jdbc.sql(
            """
            select * from house_journal
            where number > :after and substring(subject from 1 for :length) = :subject
            order by number limit :limit""")
        .param("after", after)
        .param("length", subject.length())
        .param("subject", subject)
        .param("limit", limit)
        .query(HouseJournal::entry)
        .list();
  }

  /** The last entries about just this subject, newest first. */
  public List<HouseEntry> newest(String subject, int limit) {
    return jdbc.sql(
            "select * from house_journal where subject = ? order by number desc limit " + limit)
        .param(subject)
        .query(HouseJournal::entry)
        .list();
  }

  /** Only one appends at a time, so that the last entry is the last. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void append(HouseChanged changed) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A change and its entry are one transaction");
    }
    jdbc.sql("select id from house_journal_lock for update").query(Integer.class).single();
    insert(
        HouseEntry.sealed(
            last(),
            changed.subject(),
            changed.at().truncatedTo(ChronoUnit.MICROS),
            changed.by(),
            changed.change().name(),
            changed.before() == null ? null : write(changed.before()),
            write(changed.after())));
  }

  private @Nullable HouseEntry last() {
    return jdbc.sql("select * from house_journal order by number desc limit 1")
        .query(HouseJournal::entry)
        .optional()
        .orElse(null);
  }

  private void insert(HouseEntry entry) {
    jdbc.sql(
            """
            insert into house_journal (number, subject, recorded_at, account, change, before_state,
              after_state, previous_hash, hash)
            values (:number, :subject, :at, :account, :change, :before, :after, :previous, :hash)""")
        .param("number", entry.number())
        .param("subject", entry.subject())
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

  private static HouseEntry entry(ResultSet row, int number) throws SQLException {
    return new HouseEntry(
        row.getInt("number"),
        row.getString("subject"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("account"),
        row.getString("change"),
        row.getString("before_state"),
        row.getString("after_state"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
