package org.chancery.deadline;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.access.Account;
import org.chancery.access.Bodies;
import org.chancery.calendar.MalformedTable;
import org.chancery.deadline.TableVersion.Act;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The tables in force in this house. They stand in the database, first filled with what the program
 * brings along, so that all nodes judge alike; which versions are in force is asked of it each
 * time, and once for all that is judged in one transaction.
 */
@Component
class HouseTables {

  private static final Logger LOG = LoggerFactory.getLogger(HouseTables.class);

  /** Later than anything was confirmed, whatever the clock of the node that confirmed it said. */
  private static final Instant NEWEST = Instant.parse("9999-01-01T00:00:00Z");

  private final TableVersions versions;
  private final Vocabulary known;
  private final LocalDate houseStart;
  private final Clock clock;
  private final Tables shipped;
  private final Map<Map<TableName, Integer>, Tables> read = new ConcurrentHashMap<>();

  /**
   * The tables of the house.
   *
   * @throws MalformedTable when one in force cannot be read; it names line, column and reason
   */
  HouseTables(TableVersions versions, Judge judge, Bodies bodies, HouseStart start, Clock clock) {
    this.versions = versions;
    this.known = new Vocabulary(Ladder.with(judge.catalogue()), bodies::contains);
    this.clock = clock;
    this.houseStart = start.day();
    this.shipped = Tables.shipped(known, houseStart);
    fill();
    inForceAt(null);
  }

  /**
   * The tables in force at the instant; null: now. Within a transaction they stay the same, so that
   * no report is judged half by one table and half by the next.
   */
  Tables inForceAt(@Nullable Instant knownAt) {
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? held().computeIfAbsent(Optional.ofNullable(knownAt), at -> read(knownAt))
        : read(knownAt);
  }

  /** The day this house began to work. */
  LocalDate houseStart() {
    return houseStart;
  }

  /** The number of the version in force now. */
  int numberInForce(TableName table) {
    return versions.inForceAt(NEWEST).getOrDefault(table, 1);
  }

  /**
   * The tables in force, with the text in the place of one.
   *
   * @throws MalformedTable when it is malformed
   */
  Tables with(TableName table, TableText text) {
    return inForceAt(null).with(table, text, known);
  }

  private Tables read(@Nullable Instant knownAt) {
    return read.computeIfAbsent(versions.inForceAt(knownAt == null ? NEWEST : knownAt), this::read);
  }

  private Tables read(Map<TableName, Integer> numbers) {
    Tables tables = shipped;
    for (Map.Entry<TableName, Integer> each : numbers.entrySet()) {
      tables = tables.keeping(version(each.getKey(), each.getValue()), known);
    }
    return tables;
  }

  private TableVersion version(TableName table, int number) {
    return versions
        .find(table, number)
        .orElseThrow(() -> new IllegalStateException(table + " lacks version " + number));
  }

  private void fill() {
    Map<TableName, Integer> numbers = versions.inForceAt(NEWEST);
    for (TableName table : TableName.values()) {
      if (!numbers.containsKey(table)) {
        fill(table);
      } else if (!versions.isKnown(table, table.shipped().checksum())) {
        LOG.info("{} of this release differs from the one in force: see /rules", table.file());
      }
    }
  }

  private void fill(TableName table) {
    Act house = new Act(Account.HOUSE.name(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    try {
      versions.insert(
          new TableVersion(
              table,
              1,
              table.shipped(),
              table.source(),
              house,
              house,
              house,
              null,
              null,
              house.at()));
    } catch (DuplicateKeyException anotherNodeWasFirst) {
      LOG.info("{} has been filled by another node", table.file());
    }
  }

  private Map<Optional<Instant>, Tables> held() {
    return TransactionSynchronizationManager.getSynchronizations().stream()
        .filter(each -> each instanceof Held held && held.by() == this)
        .map(each -> ((Held) each).tables())
        .findFirst()
        .orElseGet(this::hold);
  }

  private Map<Optional<Instant>, Tables> hold() {
    Held held = new Held(this, new HashMap<>());
    TransactionSynchronizationManager.registerSynchronization(held);
    return held.tables();
  }

  /** What this transaction judges by; gone with it, and set aside while another runs. */
  private record Held(HouseTables by, Map<Optional<Instant>, Tables> tables)
      implements TransactionSynchronization {}
}
