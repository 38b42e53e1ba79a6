package org.chancery.archive;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chancery.journal.Entry;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether a journal of an archive is whole: each entry sealed, and chained to the one before. */
final class Chain {

  private final String subject;
  private final boolean oneForAll;
  private @Nullable Entry last;

  private Chain(String subject, boolean oneForAll) {
    this.subject = subject;
    this.oneForAll = oneForAll;
  }

  /** The chains of the cases, one each. */
  static Chain ofCases() {
    return new Chain("reference", false);
  }

  /** The chain of the house, one for all that its entries are about. */
  static Chain ofHouse() {
    return new Chain("subject", true);
  }

  /**
   * Takes the next entry.
   *
   * @throws Refusal when it was changed since it was sealed, or does not follow
   */
  void add(Map<String, Object> row) {
    Entry entry = entry(row);
    if (!entry.follows(before(entry))) {
      throw ArchiveFile.refused("archive.chain", entry.subject(), entry.number());
    }
    last = entry;
  }

  private @Nullable Entry before(Entry entry) {
    boolean same = oneForAll || (last != null && last.subject().equals(entry.subject()));
    return same ? last : null;
  }

  private Entry entry(Map<String, Object> row) {
    return new Entry(
        text(row, subject),
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
