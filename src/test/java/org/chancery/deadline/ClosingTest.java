package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import org.junit.jupiter.api.Test;

class ClosingTest {

  private static final String LATER = "2030-01-01";

  @Test
  void theFirstEventThatNamesAMilestoneClosesIt() {
    A named =
        A.agreement()
            .due(MEASURE, null)
            .closes(1, MEASURE_DONE, "2026-03-01")
            .closes(1, MEASURE_DONE, "2026-02-01");
    assertThat(named.standingOn(LATER).closedBy()).isEqualTo(2);
  }

  @Test
  void anEventThatNamesGoesBeforeOneOfTheKind() {
    A both =
        A.agreement()
            .due(SIGNING, null)
            .stated(SIGNED, null, "2026-01-01")
            .closes(1, SIGNED, "2026-02-01");
    assertThat(both.standingOn(LATER).closedBy()).isEqualTo(2);
  }

  @Test
  void anEventOfTheKindClosesForItsPartyOnly() {
    A theirs = A.agreement().due(CONSENT, null, null, "AZ").stated(RATIFIED, "KZ", "2026-01-01");
    assertThat(theirs.standingOn(LATER).closedBy()).isNull();
    assertThat(theirs.stated(APPROVED, "AZ", "2026-01-01").standingOn(LATER).closedBy())
        .isEqualTo(2);
  }

  @Test
  void anActOfAnUnknownPartyClosesForNone() {
    A unknown = A.agreement().due(CONSENT, null, null, "AZ").stated(APPROVED, null, "2025-03-03");
    assertThat(unknown.standingOn(LATER).closedBy()).isNull();
  }

  @Test
  void anEventOfTheWholeClosesForEachParty() {
    A whole = A.agreement().due(SIGNING, null, null, "KZ").stated(SIGNED, null, "2026-01-01");
    assertThat(whole.standingOn(LATER).closedBy()).isEqualTo(1);
    A force =
        A.agreement()
            .due(ENTRY_INTO_FORCE, null, null, "KZ")
            .stated(ENTERED_INTO_FORCE, null, "2026-01-01");
    assertThat(force.standingOn(LATER).closedBy()).isEqualTo(1);
  }

  @Test
  void anUnnamedEventClosesTheOnlyOpenMeasure() {
    A alone = A.agreement().due(MEASURE, null).stated(MEASURE_DONE, null, "2026-01-01");
    assertThat(alone.standingOn(LATER).closedBy()).isEqualTo(1);
  }

  @Test
  void anUnnamedEventClosesNoneOfTwoOpenMeasures() {
    A two =
        A.agreement()
            .due(MEASURE, null)
            .due(MEASURE, null)
            .stated(MEASURE_DONE, null, "2026-01-01");
    assertThat(two.judgedOn(LATER).standings()).extracting(Standing::closedBy).containsOnlyNulls();
  }

  @Test
  void anUnnamedEventClosesTheMeasureThatIsLeft() {
    A oneLeft =
        A.agreement()
            .due(MEASURE, null)
            .due(MEASURE, null)
            .closes(1, MEASURE_DONE, "2026-01-01")
            .stated(MEASURE_DONE, null, "2026-02-01");
    assertThat(oneLeft.judgedOn(LATER).standings())
        .extracting(Standing::closedBy)
        .containsExactly(1, 2);
  }

  @Test
  void aMeasureAddedLaterDoesNotOpenAgainWhatWasClosed() {
    A grown =
        A.agreement()
            .due(MEASURE, "2026-01-31")
            .stated(MEASURE_DONE, null, "2026-01-01")
            .recordedAt("2026-11-21T08:00:00Z")
            .due(MEASURE, "2028");
    assertThat(grown.judgedOn(LATER).standings())
        .extracting(Standing::closedBy)
        .containsExactly(1, null);
  }

  @Test
  void aCorrectionTakesThePlaceOfWhatItCorrects() {
    A corrected =
        A.agreement()
            .due(MEASURE, "2026-01-31")
            .stated(MEASURE_DONE, null, "2026-01-01")
            .recordedAt("2026-11-21T08:00:00Z")
            .due(MEASURE, "2028")
            .corrects(1, MEASURE_DONE, null, "2026-01-05");
    assertThat(corrected.judgedOn(LATER).standings())
        .extracting(Standing::closedBy)
        .containsExactly(2, null);
  }

  @Test
  void theComputedDateClosesTheEntryIntoForce() {
    A computed = A.agreement().due(ENTRY_INTO_FORCE, "2026").computedInForce("2026-06-01");
    assertThat(computed.standingOn("2026-06-01"))
        .extracting(Standing::status, Standing::closedBy, standing -> "" + standing.closedOn())
        .containsExactly(Status.DONE_ON_TIME, null, "2026-06-01");
    assertThat(computed.standingOn("2026-05-31").closedOn()).isNull();
  }
}
