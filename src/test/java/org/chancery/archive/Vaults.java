package org.chancery.archive;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.chancery.access.AccessFixture;
import org.chancery.instrument.Reference;
import org.chancery.journal.Entry;
import org.chancery.journal.EntryFixture;
import org.chancery.journal.SealingFixture;
import org.chancery.web.Digest;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.MetaDataAccessException;

/** A database of its own in memory, and what writes and reads its archives; nothing else. */
final class Vaults {

  static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static final int CASES = 450;

  private static final OffsetDateTime AT =
      Instant.parse("2026-11-20T08:00:00.123456Z").atOffset(ZoneOffset.UTC);

  private final DriverManagerDataSource database;
  final JdbcClient jdbc;
  final Archives archives;
  final Restoring restoring;

  private Vaults(String home, Instant now) throws MetaDataAccessException {
    this.database =
        new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).load().migrate();
    this.jdbc = JdbcClient.create(database);
    StoredRows rows = new StoredRows(jdbc, new JdbcTemplate(database));
    CaseNumbers numbers = new CaseNumbers(jdbc, database);
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
    this.archives =
        new Archives(
            rows, numbers, jdbc, JSON, transactions, Clock.fixed(now, ZoneOffset.UTC), home);
    this.restoring =
        new Restoring(rows, numbers, AccessFixture.lockedPassword(), JSON, transactions, home);
  }

  /** A vault in which nothing is. */
  static Vaults empty() {
    return empty("AZ", "2026-11-21T08:00:00Z");
  }

  static Vaults empty(String home, String now) {
    try {
      return new Vaults(home, Instant.parse(now));
    } catch (MetaDataAccessException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A vault in which something of everything is, and more cases than are read at once. */
  static Vaults full() {
    Vaults vault = empty();
    vault.fill();
    return vault;
  }

  byte[] export() {
    ByteArrayOutputStream target = new ByteArrayOutputStream();
    archives.export(target, bytes -> {});
    return target.toByteArray();
  }

  Manifest restore(byte[] archive) {
    try {
      Path file = Files.createTempFile("chancery-", ".zip");
      try {
        Files.write(file, archive);
        return restoring.restore(file, bytes -> {});
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  /** Whether no table of ours has a row. */
  boolean isEmpty() {
    return Inventory.TABLES.stream().allMatch(table -> count(table.name()) == 0)
        && count("content_chunk") == 0;
  }

  int count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
  }

  static Reference reference(int number) {
    return Reference.of(2026, number);
  }

  private void fill() {
    people();
    for (int number = 1; number <= CASES; number++) {
      open(number);
    }
    jdbc.sql("alter sequence case_number restart with " + (CASES + 1)).update();
    insert("superseded", 1, 0, 1, "{\"title\": \"was\"}", AT, reference(2).value());
    insert("notice_watch", 1, 1, "DUE", null, java.time.LocalDate.of(2026, 11, 20), null, null);
    // A parent that comes after its child, and one that says so itself.
    parent(1, CASES);
    parent(3, 3);
    texts();
    journal();
    SealingFixture.seal(database);
  }

  private void people() {
    insertRow("body", "mfa", "AZ", "Asia/Baku", true, "{\"en\": \"MFA\"}");
    for (String name : List.of("zara", "Boris", "anna")) {
      jdbc.sql(
              """
              insert into account (name, display_name, password_hash, enabled, must_change,
                created_at, email, language)
              values (?, ?, ?, true, false, ?, 'a@example.org', 'kk')""")
          .params(name, name + " – ə", "{bcrypt}secret-of-" + name, AT)
          .update();
      insertRow("account_role", name, "CLERK");
      insertRow("membership", name, "mfa");
    }
    jdbc.sql("update account set enabled = false where name = 'zara'").update();
    insertRow("notice_preference", "anna", "DAILY", "");
    jdbc.sql(
            """
            insert into rule_table (name, number, text, checksum, remark, staged_by, staged_at)
            values ('THRESHOLDS', 1, 'a,b', ?, 'r', 'house', ?)""")
        .params(Digest.sha256("a,b"), AT)
        .update();
    insertRow("house_start", 1, java.time.LocalDate.of(2026, 1, 2));
    jdbc.sql("insert into first_secret (id, hash, created_at) values (1, 'hash-of-secret', ?)")
        .param(AT)
        .update();
    jdbc.sql(
            "insert into api_key (account, hash, label, created_at) values ('anna', 'hash-of-key',"
                + " 'l', ?)")
        .param(AT)
        .update();
  }

  private void open(int number) {
    String reference = reference(number).value();
    jdbc.sql(
            """
            insert into instrument (reference, type, stage, responsible_body, description, in_force,
              opened_by, opened_at, updated_at, version)
            values (?, 'TREATY', 'SIGNED', 'mfa', ?, '2026', 'anna', ?, ?, 2)""")
        .params(reference, "{\"title\": \"Договор № " + number + "\n\"}", AT, AT)
        .update();
    insertRow("party", reference, "KZ");
    insertRow("party", reference, "AZ");
    insertRow("involvement", reference, "mfa");
    for (int id = 1; id <= 2; id++) {
      jdbc.sql(
              """
              insert into milestone (reference, id, kind, due, recorded_at, term_event)
              values (?, ?, 'SIGNING', '2026-12', ?, 7)""")
          .params(reference, id, AT)
          .update();
      jdbc.sql(
              """
              insert into event (reference, id, kind, happened_on, source, recorded_by, recorded_at)
              values (?, ?, 'SIGNED', '2026-11~', '{"outlet": "أ"}', 'anna', ?)""")
          .params(reference, id, AT)
          .update();
    }
  }

  private void parent(int child, int parent) {
    jdbc.sql("update instrument set parent_reference = ? where reference = ?")
        .params(reference(parent).value(), reference(child).value())
        .update();
  }

  /** Two texts, one in two pieces, with all that is said of them. */
  private void texts() {
    byte[] piece = new byte[4000];
    for (int text = 1; text <= 2; text++) {
      piece[0] = (byte) text;
      String sha256 = sha256(piece, text);
      insertRow("content", sha256, (long) piece.length * text, AT, null);
      for (int number = 1; number <= text; number++) {
        insertRow("content_chunk", sha256, number, piece);
      }
      insert("document", 1, text, "DRAFT", "az", null);
      insert("document_version", 1, text, 1, sha256, "text/plain", "a.txt", null, "anna", AT);
    }
    takenOut();
    insert("document_proof", 1, 1, 1, 1, "anna", AT);
    jdbc.sql(
            """
            insert into decision (reference, id, milestone, kind, reason, body, decided_by, decided_at)
            values (?, 1, 1, 'EXTENSION', 'r', 'mfa', 'anna', ?)""")
        .params(reference(1).value(), AT)
        .update();
    jdbc.sql(
            """
            insert into custody_act (reference, id, kind, original, done_on, recorded_by, recorded_at)
            values (?, 1, 'REGISTERED', 1, '2026-11-20', 'anna', ?)""")
        .params(reference(1).value(), AT)
        .update();
  }

  /** A second version of the first text, of which nothing is left but that it was there. */
  private void takenOut() {
    String sha256 = Digest.sha256("filed by mistake");
    insertRow("content", sha256, 16L, AT, AT);
    insert("document_version", 1, 1, 2, sha256, "text/plain", "b.txt", null, "anna", AT);
    insert("text_removal", 1, 1, 2, 1, "r", null, "anna", AT, "Boris", AT, null, null);
  }

  private static String sha256(byte[] piece, int times) {
    Measure measure = new Measure();
    for (int time = 0; time < times; time++) {
      measure.add(piece, 0, piece.length);
    }
    return measure.sha256();
  }

  private void journal() {
    for (int number = 1; number <= CASES; number++) {
      @Nullable Entry last = null;
      for (int entry = 1; entry <= 2; entry++) {
        last = EntryFixture.after(last, reference(number).value(), "{\"tətbiq\": " + entry + "}");
        insertRow(
            "journal",
            last.subject(),
            last.number(),
            last.recordedAt().atOffset(ZoneOffset.UTC),
            last.account(),
            last.change(),
            last.before(),
            last.after(),
            last.previousHash(),
            last.hash());
      }
    }
  }

  private void insert(String table, int number, @Nullable Object... values) {
    @Nullable Object[] row = new Object[values.length + 1];
    row[0] = reference(number).value();
    System.arraycopy(values, 0, row, 1, values.length);
    insertRow(table, row);
  }

  private void insertRow(String table, @Nullable Object... values) {
    String places =
        java.util.Arrays.stream(values).map(each -> "?").collect(Collectors.joining(","));
    jdbc.sql("insert into " + table + " values (" + places + ")")
        .params(java.util.Arrays.asList(values))
        .update();
  }

  /** The rows of the table, all columns, in any order. */
  List<Map<String, Object>> rows(String table) {
    return jdbc.sql("select * from " + table).query().listOfRows();
  }
}
