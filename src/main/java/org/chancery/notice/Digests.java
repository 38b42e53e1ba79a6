package org.chancery.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Contacts;
import org.chancery.calendar.Zones;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Decides each morning, in this house's zone, who is to read a digest of what has changed since her
 * last one. Who reads none because nothing changed is asked again the next time.
 */
@Component
class Digests {

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);

  /** Longer than any change takes to be committed. */
  private static final Duration SETTLED = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final ChangeTable changes;
  private final Outbox outbox;
  private final Postman postman;
  private final Accounts accounts;
  private final Contacts contacts;
  private final Preferences preferences;
  private final TransactionOperations transactions;
  private final Zones zones;
  private final Clock clock;

  Digests(
      JdbcClient jdbc,
      ChangeTable changes,
      Outbox outbox,
      Postman postman,
      Accounts accounts,
      Contacts contacts,
      Preferences preferences,
      TransactionOperations transactions,
      Zones zones,
      Clock clock) {
    this.jdbc = jdbc;
    this.changes = changes;
    this.outbox = outbox;
    this.postman = postman;
    this.accounts = accounts;
    this.contacts = contacts;
    this.preferences = preferences;
    this.transactions = transactions;
    this.zones = zones;
    this.clock = clock;
  }

  /** Has written the digests that are due; twice a day or on two nodes with one result. */
  @Scheduled(cron = "${chancery.notices.digest}", zone = "UTC")
  void write() {
    ZonedDateTime here = clock.instant().atZone(zones.home());
    if (postman.isReady() && !here.toLocalTime().isBefore(Look.MORNING)) {
      accounts.all().stream()
          .filter(account -> contacts.of(account).email() != null)
          .forEach(account -> write(account, here.toLocalDate()));
    }
  }

  /** Whatever is wrong with one must not keep the others from being written. */
  private void write(Account account, LocalDate today) {
    Frequency frequency = preferences.of(account).digest();
    try {
      transactions.executeWithoutResult(tx -> write(account, frequency, today));
    } catch (RuntimeException failure) {
      LOG.error("The digest of {} could not be written", account.name(), failure);
    }
  }

  private void write(Account account, Frequency frequency, LocalDate today) {
    Instant now = clock.instant();
    long until = changes.last(now.minus(SETTLED));
    Optional<Told> told = held(account);
    if (told.isEmpty()) {
      keep(
          account,
          until,
          today,
          "insert into notice_digest (told, told_on, account) values (?, ?, ?)");
    } else if (frequency.isDue(told.get().on(), today)) {
      long after = told.get().last();
      if (!changes.of(account.bodies(), after, until).isEmpty()) {
        outbox.put(Dispatch.digest(account.name(), after, until, now), now);
      }
      keep(
          account,
          until,
          today,
          "update notice_digest set told = ?, told_on = ? where account = ?");
    }
  }

  /** Up to where she was told; no other node writes to her meanwhile. */
  private Optional<Told> held(Account account) {
    return jdbc.sql("select told, told_on from notice_digest where account = ? for update")
        .param(account.name())
        .query((row, n) -> new Told(row.getLong("told"), row.getObject("told_on", LocalDate.class)))
        .optional();
  }

  private void keep(Account account, long told, LocalDate today, String sql) {
    jdbc.sql(sql).params(told, today, account.name()).update();
  }

  private record Told(long last, LocalDate on) {}
}
