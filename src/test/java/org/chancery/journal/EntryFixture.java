package org.chancery.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Entries for tests of what reads them. */
public final class EntryFixture {

  private EntryFixture() {}

  /** The entry that follows, sealed. */
  public static Entry after(@Nullable Entry previous, String subject, String after) {
    Instant at = Instant.parse("2026-11-20T08:00:00.123456Z");
    return Entry.sealed(previous, subject, at, "anna", "EVENT_RECORDED", null, after);
  }
}
