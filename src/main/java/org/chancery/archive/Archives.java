package org.chancery.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole register as one file: cases, texts, journal, rule tables, bodies and accounts, each
 * entry with its checksum, as they stood together at one moment. Nothing of it is held in memory
 * but a few rows, or a piece of a text, at a time.
 */
@Component
public class Archives {

  /** The command with which an operator reads an archive into an empty installation. */
  public static final String IMPORT = "java -jar chancery.jar archive import FILE.zip";

  private static final String README = "README.txt";

  private final StoredRows rows;
  private final CaseNumbers numbers;
  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final TransactionTemplate moment;
  private final Clock clock;
  private final String home;
  private final Semaphore busy = new Semaphore(1);

  Archives(
      StoredRows rows,
      CaseNumbers numbers,
      JdbcClient jdbc,
      ObjectMapper json,
      PlatformTransactionManager transactions,
      Clock clock,
      @Value("${chancery.home}") String home) {
    this.rows = rows;
    this.numbers = numbers;
    this.jdbc = jdbc;
    this.json = json;
    this.moment = new TransactionTemplate(transactions);
    // What both databases call by this name is a snapshot; H2 repeats reads of one table only.
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    this.moment.setReadOnly(true);
    this.clock = clock;
    this.home = home;
  }

  /**
   * How much there is to export.
   *
   * @param cases how many cases
   * @param texts how many texts, each content counted once
   * @param bytes how long the texts are together
   */
  public record Extent(long cases, long texts, long bytes) {}

  /** How much there is to export now. */
  public Extent extent() {
    return jdbc.sql(
            """
            select (select count(*) from instrument) as cases, count(*) as texts,
              coalesce(sum(size), 0) as bytes from content where removed_at is null""")
        .query(
            (row, number) ->
                new Extent(row.getLong("cases"), row.getLong("texts"), row.getLong("bytes")))
        .single();
  }

  /**
   * Writes the archive as of now, a ZIP, to where it shall go; one at a time.
   *
   * @param progress is told now and then how many bytes have been packed
   * @throws Refusal when another is being written
   */
  public void export(OutputStream target, LongConsumer progress) {
    if (!busy.tryAcquire()) {
      throw Refusal.of(Kind.CONFLICT, "archive.busy");
    }
    try {
      moment.executeWithoutResult(status -> write(target, progress));
    } finally {
      busy.release();
    }
  }

  private void write(OutputStream target, LongConsumer progress) {
    try {
      BufferedOutputStream out = new BufferedOutputStream(target);
      Bundle bundle = new Bundle(out, json, progress);
      bundle.file(README, new ClassPathResource("archive/" + README).getContentAsByteArray());
      Heads heads = new Heads();
      for (Table table : Inventory.TABLES) {
        bundle.lines(table.entry(), page -> pack(table, page, heads));
      }
      rows.each(Inventory.CONTENT, row -> packText(row, bundle));
      bundle.end(manifest(bundle, heads));
      out.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void pack(Table table, Bundle.Page page, Heads heads) {
    rows.each(
        table,
        row -> {
          page.add(row);
          if (table.equals(Inventory.JOURNAL)) {
            heads.add(text(row, "reference"), text(row, "hash"));
          }
        });
  }

  private void packText(Map<String, Object> content, Bundle bundle) {
    if (!Inventory.isHeld(content)) {
      return;
    }
    String sha256 = text(content, "sha256");
    try {
      bundle.text(sha256, number -> rows.piece(sha256, number));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private Manifest manifest(Bundle bundle, Heads heads) {
    return new Manifest(
        Manifest.FORMAT,
        program(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
        home,
        numbers.last(),
        heads.journal(),
        bundle.texts(),
        bundle.entries());
  }

  private static String program() {
    return Optional.ofNullable(Archives.class.getPackage().getImplementationVersion())
        .orElse("unreleased");
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) Table.required(row, column);
  }
}
