package org.chancery.journal;

import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.chancery.access.Account;
import org.chancery.access.HouseChanged;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.Reference;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the journals, in which something happens. */
final class Chronicle {

  static final Instant NOW = Instant.parse("2026-11-21T08:00:00.123456Z");

  final JdbcClient jdbc;
  final TransactionTemplate transaction;
  private final Journal journal;
  private final HouseJournal house;

  Chronicle(DataSource database) {
    this.jdbc = JdbcClient.create(database);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.journal = new Journal(jdbc, SealingFixture.JSON);
    this.house = new HouseJournal(jdbc, SealingFixture.JSON);
  }

  /** The database, which is empty yet. */
  static Chronicle in(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
    return new Chronicle(database);
  }

  /** A case that has changed so often. */
  Reference open(int number, int changes) {
    Reference reference = Reference.of(2026, number);
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    insert into instrument (reference, type, stage, responsible_body, description,
                      opened_by, opened_at, updated_at, version)
                    values (?, 'TREATY', 'SIGNED', 'mfa', '{}', 'anna', current_timestamp,
                      current_timestamp, 0)""")
                .param(reference.value())
                .update());
    for (int change = 0; change < changes; change++) {
      change(reference, NOW);
    }
    return reference;
  }

  /** The case changes once more, as of the instant. */
  void change(Reference reference, Instant at) {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("update instrument set version = version + 1 where reference = ?")
              .param(reference.value())
              .update();
          journal.append(
              new CaseChanged(
                  reference,
                  CaseChanged.Change.EVENT_RECORDED,
                  null,
                  Map.of("on", "2026-11-20"),
                  Account.HOUSE,
                  at));
        });
  }

  /** Something of the house changes. */
  void changeHouse() {
    transaction.executeWithoutResult(
        status ->
            house.append(
                new HouseChanged(
                    HouseChanged.account("anna"),
                    HouseChanged.Change.ACCOUNT_CHANGED,
                    null,
                    Map.of("bodies", "mfa"),
                    "admin",
                    NOW)));
  }
}
