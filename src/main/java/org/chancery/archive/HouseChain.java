package org.chancery.archive;

import java.time.OffsetDateTime;
import java.util.Map;
import org.chancery.journal.HouseEntry;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/** Whether the journal of the house is whole: each entry sealed, and chained to the one before. */
final class HouseChain {

  private @Nullable HouseEntry last;

  /**
   * Takes the next entry.
   *
   * @throws Refusal when it was changed since it was sealed, or does not follow
   */
  void add(Map<String, Object> row) {
    HouseEntry entry = entry(row);
    if (!entry.follows(last)) {
      throw ArchiveFile.refused("archive.chain", entry.subject(), entry.number());
    }
    last = entry;
  }

  private static HouseEntry entry(Map<String, Object> row) {
    return new HouseEntry(
        (int) Table.required(row, "number"),
        text(row, "subject"),
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
