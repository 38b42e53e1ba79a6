package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Entries of the house are one chain, and tell when they were tampered with. */
class HouseEntryTest {

  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
  private static final HouseEntry FIRST =
      HouseEntry.sealed(null, "account/anna", AT, "admin", "ACCOUNT_ADDED", null, "{}");
  private static final HouseEntry SECOND =
      HouseEntry.sealed(FIRST, "table/terms", AT, "lawyer", "TABLE_CHANGE_STAGED", null, "{}");

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
    HouseEntry forged =
        new HouseEntry(
            FIRST.number(),
            "account/bella",
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
}
