package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Entries are chained, and tell when they were tampered with. */
class EntryTest {

  private static final String CASE = "2026-000123-6";
  private static final Instant AT = Instant.parse("2026-06-15T08:00:00Z");

  private static final Entry FIRST =
      Entry.sealed(null, "account/anna", AT, "admin", "ACCOUNT_ADDED", null, "{}");
  private static final Entry SECOND =
      Entry.sealed(FIRST, "table/terms", AT, "lawyer", "TABLE_CHANGE_STAGED", null, "{}");

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

  /** What was sealed by an earlier version is sealed alike for ever. */
  @Test
  void isSealedAsEver() {
    assertThat(entry(null, "clerk", "OPENED", null).hash())
        .isEqualTo("49e6b7a000c02ae72117cb2f0333bc9d7ab60462e64f4d18289480b8de192b29");
  }

  @Test
  void noTwoEntriesReadAlike() {
    assertThat(entry(null, "ab", "c", null).hash())
        .isNotEqualTo(entry(null, "a", "bc", null).hash());
    assertThat(entry(null, "a", "b", null).hash())
        .as("nothing is not the empty text")
        .isNotEqualTo(entry(null, "a", "b", "").hash());
  }

  @Test
  void eachFollowsTheOneBeforeWhateverThatWasAbout() {
    assertThat(FIRST.follows(null)).isTrue();
    assertThat(SECOND.follows(FIRST)).isTrue();
    assertThat(SECOND.number()).isEqualTo(2);
  }

  @Test
  void noneFollowsWhereOneIsMissing() {
    assertThat(SECOND.follows(null)).isFalse();
    assertThat(FIRST.follows(SECOND)).isFalse();
    assertThat(SECOND.follows(SECOND)).isFalse();
  }

  @Test
  void oneThatSaysSomethingElseThanWhenItWasSealedIsNotIntact() {
    Entry forged =
        new Entry(
            "account/bella",
            FIRST.number(),
            FIRST.recordedAt(),
            FIRST.account(),
            FIRST.change(),
            FIRST.before(),
            FIRST.after(),
            FIRST.previousHash(),
            FIRST.hash());
    assertThat(FIRST.isIntact()).isTrue();
    assertThat(forged.isIntact()).isFalse();
    assertThat(forged.follows(null)).isFalse();
  }

  private static Entry entry(
      @Nullable Entry previous, String account, String change, @Nullable String before) {
    return Entry.sealed(previous, CASE, AT, account, change, before, "{}");
  }
}
