package org.chancery.archive;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chancery.instrument.Reference;
import org.chancery.journal.Entry;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether the journal of an archive is whole: each entry sealed, and chained to the one before. */
final class Chain {

  private final Heads heads = new Heads();
  private @Nullable Entry last;

  /**
   * Takes the next entry.
   *
   * @throws Refusal when it was changed since it was sealed, or does not follow
   */
  void add(Map<String, Object> row) {
    Entry entry = entry(row);
    if (!follows(entry) || !entry.isIntact()) {
      throw ArchiveFile.refused("archive.chain", entry.reference().value(), entry.number());
    }
    last = entry;
    heads.add(entry.reference().value(), entry.hash());
  }

  /** How it ends. */
  Manifest.Journal journal() {
    return heads.journal();
  }

  private boolean follows(Entry entry) {
    if (last == null || !last.reference().equals(entry.reference())) {
      return entry.number() == 1 && entry.previousHash() == null;
    }
    return entry.number() == last.number() + 1 && last.hash().equals(entry.previousHash());
  }

  private static Entry entry(Map<String, Object> row) {
    return new Entry(
        new Reference(text(row, "reference")),
        (int) Table.required(row, "number"),
        ((OffsetDateTime) Table.required(row, "recorded_at")).toInstant(),
        text(row, "account"),
        text(row, "change"),
        (String) row.get("before_state"),
        text(row, "after_state"),
        (String) row.get("previous_hash"),
        text(row, "hash"));
  }

  private static String text(Map<String, Object> row, String column) {
    return (String) Table.required(row, column);
  }
}
