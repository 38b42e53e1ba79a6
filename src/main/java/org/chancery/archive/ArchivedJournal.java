package org.chancery.archive;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chancery.journal.Entry;
import org.chancery.journal.JournalSource;
import org.chancery.journal.Leaf;
import org.chancery.journal.Root;

/** The journals as an archive has them. */
final class ArchivedJournal implements JournalSource, Closeable {

  /** The tables it reads. */
  static final List<Table> TABLES =
      List.of(
          Inventory.INSTRUMENT,
          Inventory.JOURNAL,
          Inventory.HOUSE_JOURNAL,
          Inventory.JOURNAL_ROOT,
          Inventory.JOURNAL_LEAF);

  private final ArchiveFile archive;
  private final Heads heads = new Heads();
  private final List<Rows<?>> open = new ArrayList<>();

  ArchivedJournal(ArchiveFile archive) {
    this.archive = archive;
  }

  /** How the journal of the cases ends, once all of it was read. */
  Manifest.Journal end() {
    return heads.journal();
  }

  @Override
  public Iterator<Entry> cases() {
    return rows(
        Inventory.JOURNAL,
        row -> {
          Entry entry = entry(row, "reference");
          heads.add(entry.subject(), entry.hash());
          return entry;
        });
  }

  @Override
  public Iterator<Entry> house() {
    return rows(Inventory.HOUSE_JOURNAL, row -> entry(row, "subject"));
  }

  @Override
  public Iterator<Changes> changes() {
    return rows(
        Inventory.INSTRUMENT,
        row -> new Changes(text(row, "reference"), (int) Table.required(row, "version")));
  }

  @Override
  public Iterator<Leaf> leaves() {
    return rows(
        Inventory.JOURNAL_LEAF,
        row ->
            new Leaf(
                text(row, "chain"),
                (int) Table.required(row, "number"),
                text(row, "hash"),
                (int) Table.required(row, "root")));
  }

  @Override
  public Iterator<Root> roots() {
    return rows(
        Inventory.JOURNAL_ROOT,
        row ->
            new Root(
                (int) Table.required(row, "number"),
                instant(row, "made_at"),
                (int) Table.required(row, "leaves"),
                (int) Table.required(row, "entries"),
                text(row, "tree"),
                (String) row.get("previous_hash"),
                text(row, "hash")));
  }

  private <T> Iterator<T> rows(Table table, Function<Map<String, Object>, T> make) {
    Rows<T> rows = archive.rows(table, make);
    open.add(rows);
    return rows;
  }

  private static Entry entry(Map<String, Object> row, String subject) {
    return new Entry(
        text(row, subject),
        (int) Table.required(row, "number"),
        instant(row, "recorded_at"),
        text(row, "account"),
        text(row, "change"),
        (String) row.get("before_state"),
        text(row, "after_state"),
        (String) row.get("previous_hash"),
        text(row, "hash"));
  }

  private static Instant instant(Map<String, Object> row, String column) {
    return ((OffsetDateTime) Table.required(row, column)).toInstant();
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) Table.required(row, column);
  }

  @Override
  public void close() throws IOException {
    for (Rows<?> rows : open) {
      rows.close();
    }
  }
}
