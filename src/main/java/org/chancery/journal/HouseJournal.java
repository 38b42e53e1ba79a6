package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.chancery.access.HouseChanged;
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
  private final Entries entries;

  HouseJournal(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.entries = Entries.ofHouse(jdbc, json);
  }

  /**
   * The entries after the number, oldest first.
   *
   * @param subject what they are about, or what that begins with; empty: everything
   */
  public List<Entry> of(String subject, int after, int limit) {
    return entries.list(
        """
        where number > :after and substring(subject from 1 for :length) = :subject
        order by number limit :limit""",
        Map.of("after", after, "length", subject.length(), "subject", subject, "limit", limit));
  }

  /** The last entries about just this subject, newest first. */
  public List<Entry> newest(String subject, int limit) {
    return entries.list(
        "where subject = :subject order by number desc limit :limit",
        Map.of("subject", subject, "limit", limit));
  }

  /** Only one appends at a time, so that the last entry is the last. */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void append(HouseChanged changed) {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A change and its entry are one transaction");
    }
    jdbc.sql("select id from house_journal_lock for update").query(Integer.class).single();
    entries.append(
        entries.find("order by number desc limit 1", Map.of()),
        changed.subject(),
        changed.at(),
        changed.by(),
        changed.change().name(),
        changed.before(),
        changed.after());
  }
}
