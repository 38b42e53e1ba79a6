package org.chancery.journal;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.chancery.Link;
import org.chancery.OnPostgres;
import org.chancery.Samples;
import org.chancery.instrument.OpeningBenchmark;
import org.chancery.instrument.Reference;
import org.chancery.web.Digest;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * What the journal costs, on a durable PostgreSQL (P17): appending beside no journal, reading
 * through beside SHA-256 of the same bytes, one writer beside eight: next to the database, where
 * they share its processors, and from afar, where each waits for it most of the time.
 *
 * <p>Arguments: how many entries, how many rounds, the file for the samples.
 */
final class JournalBenchmark {

  private static final String NAME = "journal_benchmark";

  /** As to a database in another building. */
  private static final Duration ONE_WAY = Duration.ofNanos(500_000);

  private static final int OF_A_CASE = 10;
  private static final int PORTION = 10_000;
  private static final int WRITERS = 8;
  private static final int CHANGES = 200;
  private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");

  private final HikariDataSource database;
  private final int size;
  private final int rounds;
  private final Samples.Notes samples;

  private JournalBenchmark(HikariDataSource database, int size, int rounds, Samples.Notes samples) {
    this.database = database;
    this.size = size;
    this.rounds = rounds;
    this.samples = samples;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    try (HikariDataSource database = OnPostgres.pool(NAME);
        Link link = OnPostgres.link(ONE_WAY);
        HikariDataSource far = OnPostgres.pool(NAME, link);
        Samples.Notes samples = new Samples.Notes(Path.of(arguments[2]))) {
      database.setMaximumPoolSize(WRITERS + 2);
      far.setMaximumPoolSize(WRITERS + 2);
      new JournalBenchmark(
              database, Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), samples)
          .run(far);
    }
    System.exit(0);
  }

  private void run(HikariDataSource far) throws SQLException, IOException {
    Chronicle chronicle = Chronicle.in(database);
    OpeningBenchmark.run(database, rounds, samples::note);
    List<Reference> cases =
        IntStream.rangeClosed(1, WRITERS).mapToObj(n -> chronicle.open(900_000 + n, 50)).toList();
    write("write", cases, each -> chronicle.change(each, AT));
    Chronicle remote = new Chronicle(far);
    write("write from afar", cases, each -> remote.change(each, AT));
    write("write of the house", cases, each -> remote.changeHouse());
    chronicle.jdbc.sql("truncate journal, instrument cascade").update();
    fill();
    chronicle.jdbc.sql("analyze").update();
    seal(chronicle);
    read();
  }

  /** One writer, and several, each with a case of its own. */
  private void write(String part, List<Reference> cases, Consumer<Reference> change) {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    for (int round = 0; round <= rounds; round++) {
      for (int several : List.of(1, WRITERS)) {
        double wall = Samples.Notes.time(() -> write(cases.subList(0, several), change, writers));
        samples.note(part, several + " writers", round, several * CHANGES, wall);
      }
    }
    writers.shutdown();
  }

  private static void write(
      List<Reference> cases, Consumer<Reference> change, ExecutorService writers) {
    CompletableFuture.allOf(
            cases.stream()
                .map(each -> CompletableFuture.runAsync(() -> change(each, change), writers))
                .toArray(CompletableFuture[]::new))
        .join();
  }

  private static void change(Reference reference, Consumer<Reference> change) {
    for (int count = 0; count < CHANGES; count++) {
      change.accept(reference);
    }
  }

  /** What is there comes under roots, then what is new, then nothing. */
  private void seal(Chronicle chronicle) {
    Sealing sealing = SealingFixture.sealing(database, "");
    samples.note("seal", "all", 1, size, Samples.Notes.time(sealing::seal));
    for (int round = 1; round <= rounds; round++) {
      for (int number = 1; number <= 100; number++) {
        chronicle.change(Reference.of(2026, number), Chronicle.NOW);
      }
      samples.note("seal", "100 new", round, 100, Samples.Notes.time(sealing::seal));
      Sealing anew = SealingFixture.sealing(database, "");
      samples.note("seal", "the first of a day", round, size, Samples.Notes.time(anew::seal));
    }
  }

  private void read() {
    Verifier verifier = SealingFixture.verifier(database);
    StoredJournal stored = SealingFixture.stored(database);
    List<Entry> some = new ArrayList<>();
    stored.cases().forEachRemaining(entry -> keep(entry, some));
    for (int round = 0; round <= rounds; round++) {
      samples.note("verify", "ours", round, size, Samples.Notes.time(() -> requireWhole(verifier)));
      samples.note(
          "verify", "limit", round, size, Samples.Notes.time(() -> digest(stored.cases())));
      samples.note(
          "verify in memory",
          "ours",
          round,
          some.size(),
          Samples.Notes.time(() -> requireChained(some)));
      samples.note(
          "verify in memory",
          "limit",
          round,
          some.size(),
          Samples.Notes.time(() -> digest(some.iterator())));
    }
  }

  private static void keep(Entry entry, List<Entry> some) {
    if (some.size() < 100_000) {
      some.add(entry);
    }
  }

  private static void requireWhole(Verifier verifier) {
    Verification found = verifier.verify(Collections.emptyIterator());
    if (!found.isWhole() || found.extent().unsealed() > 0) {
      throw new IllegalStateException(found.toString());
    }
  }

  private static void requireChained(List<Entry> entries) {
    @Nullable Entry last = null;
    for (Entry entry : entries) {
      if (!entry.follows(entry.number() == 1 ? null : last)) {
        throw new IllegalStateException(entry.toString());
      }
      last = entry;
    }
  }

  private static void digest(Iterator<Entry> entries) {
    MessageDigest digest = Digest.digest();
    while (entries.hasNext()) {
      Entry entry = entries.next();
      digest.update(bytes(entry.subject()));
      digest.update(bytes(entry.recordedAt().toString()));
      digest.update(bytes(entry.account()));
      digest.update(bytes(entry.change()));
      digest.update(bytes(entry.before()));
      digest.update(bytes(entry.after()));
      digest.update(bytes(entry.previousHash()));
    }
    if (digest.digest().length == 0) {
      throw new IllegalStateException();
    }
  }

  private static byte[] bytes(@Nullable String text) {
    return text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
  }

  private void fill() throws SQLException, IOException {
    try (Connection connection = database.getConnection()) {
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (int first = 1; first <= size / OF_A_CASE; first += PORTION) {
        int last = Math.min(first + PORTION - 1, size / OF_A_CASE);
        StringBuilder cases = new StringBuilder();
        StringBuilder entries = new StringBuilder();
        IntStream.rangeClosed(first, last).forEach(number -> made(number, cases, entries));
        copy.copyIn(
            "copy instrument (reference, type, stage, responsible_body, description, opened_by,"
                + " opened_at, updated_at, version) from stdin",
            new StringReader(cases.toString()));
        copy.copyIn(
            "copy journal (reference, number, recorded_at, account, change, before_state,"
                + " after_state, previous_hash, hash) from stdin",
            new StringReader(entries.toString()));
      }
    }
  }

  /** As many bytes as a real entry has: a third of them tell what was. */
  private static void made(int number, StringBuilder cases, StringBuilder entries) {
    String reference = Reference.of(2026, number).value();
    cases.append(
        String.join(
            "\t", reference, "TREATY", "SIGNED", "mfa", "{}", "a", "" + AT, "" + AT, "10\n"));
    @Nullable Entry last = null;
    for (int count = 1; count <= OF_A_CASE; count++) {
      String state =
          "{\"kind\": \"SIGNED\", \"on\": \"2026-11-20\", \"note\": \"%s\"}"
              .formatted(("no " + number + "/" + count + " ").repeat(32));
      String before = count % 3 == 0 ? state : null;
      last = Entry.sealed(last, reference, AT, "anna", "EVENT_RECORDED", before, state);
      entries.append(
          String.join(
              "\t",
              reference,
              "" + count,
              "" + AT,
              last.account(),
              last.change(),
              before == null ? "\\N" : before,
              state,
              last.previousHash() == null ? "\\N" : last.previousHash(),
              last.hash() + "\n"));
    }
  }
}
