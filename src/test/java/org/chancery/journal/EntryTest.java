package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryTest {

  private static final Reference CASE = Reference.of(2026, 123);
  private static final Instant AT = Instant.parse("2026-06-15T08:00:00Z");

  @Test
  void isNumberedAndLinkedToTheOneBefore() {
    Entry first = entry(null, "clerk", "OPENED", null);
    Entry second = entry(first, "clerk", "OPENED", null);
    assertThat(first.number()).isEqualTo(1);
    assertThat(first.previousHash()).isNull();
    assertThat(second.number()).isEqualTo(2);
    assertThat(second.previousHash()).isEqualTo(first.hash());
    assertThat(second.hash()).isNotEqualTo(first.hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void noTwoEntriesReadAlike() {
    assertThat(entry(null, "ab", "c", null).hash())
        .isNotEqualTo(entry(null, "a", "bc", null).hash());
    assertThat(entry(null, "a", "b", null).hash())
        .as("nothing is not the empty text")
        .isNotEqualTo(entry(null, "a", "b", "").hash());
  }

  private static Entry entry(
      @Nullable Entry previous, String account, String change, @Nullable String before) {
    return Entry.sealed(CASE, previous, AT, account, change, before, "{}");
  }
}
