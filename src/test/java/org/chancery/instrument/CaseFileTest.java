package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.undertaking;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.CONSENT;
import static org.chancery.instrument.MilestoneKind.MEASURE;
import static org.chancery.instrument.MilestoneKind.REPORT;
import static org.chancery.instrument.MilestoneKind.SIGNING;

import java.time.LocalDate;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseFileTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @Test
  void whatWasCorrectedDoesNotStand() {
    CaseFile file =
        agreement()
            .signed("2026-01-01")
            .with(event(SIGNED, "2026-01-02").correcting(1))
            .with(event(SIGNED, "2026-01-03").correcting(2))
            .file();
    assertThat(file.standing()).extracting(Event::id).containsExactly(3);
    assertThat(file.events()).hasSize(3);
  }

  @Test
  void whatHappenedIsOrderedByItsDay() {
    CaseFile file =
        agreement()
            .signed("2026-03-01")
            .happened(DRAFTED, "2026-01-01")
            .happened(AUTHORISED, "2026-03-01")
            .happened(RATIFIED, "2026-06-16")
            .file();
    assertThat(file.happenedBy(TODAY)).extracting(Event::id).containsExactly(2, 1, 3);
  }

  @Test
  void aWaivedMilestoneCountsAsClosedFromItsConfirmationOn() {
    CaseFile open = agreement().owing(MEASURE).file();
    Decision proposed =
        new NewDecision.Waiver("Not needed", "Order 1")
            .numbered(1, 1, new BodyCode("mddt"), Account.HOUSE, CaseFixture.RECORDED);
    Decision confirmed = proposed.confirmed(Account.HOUSE, CaseFixture.RECORDED);
    assertThat(isClosed(open, proposed, TODAY)).isFalse();
    assertThat(isClosed(open, confirmed, TODAY)).isTrue();
    assertThat(isClosed(open, confirmed, TODAY.minusDays(1))).isFalse();
    assertThat(isClosed(open, proposed.withdrawn(Account.HOUSE, CaseFixture.RECORDED), TODAY))
        .isFalse();
  }

  private static boolean isClosed(CaseFile file, Decision decision, LocalDate day) {
    return new CaseFile(file.instrument(), file.milestones(), file.events(), List.of(decision))
        .isClosed(file.milestones().get(0), day);
  }

  @Test
  void theFirstEventThatNamesAMilestoneClosesIt() {
    CaseFixture named =
        agreement()
            .owing(SIGNING)
            .signed("2026-01-01")
            .with(event(SIGNED, "2026-03-01").closing(1))
            .with(event(SIGNED, "2026-02-01").closing(1));
    assertThat(closing(named, 1)).isEqualTo(3);
  }

  @Test
  void anEventThatNamesAMilestoneClosesItWhateverItsKind() {
    CaseFixture decreed =
        undertaking().owing(MEASURE).with(event(GOVERNMENT_ACT, "2026-01-01").closing(1));
    assertThat(closing(decreed, 1)).isEqualTo(1);
  }

  @Test
  void elseTheFirstOfItsKindsForItsPartyClosesIt() {
    CaseFixture ours = agreement().owedBy("AZ", CONSENT);
    assertThat(closing(ours.with(event(RATIFIED, "2026-01-01").by("KZ")), 1)).isNull();
    assertThat(closing(ours.happened(RATIFIED, "2026-01-02"), 1))
        .as("an act of no stated party counts for none")
        .isNull();
    assertThat(closing(ours.with(event(APPROVED, "2026-01-03").by("AZ")), 1)).isEqualTo(3);
  }

  @Test
  void aSignatureOfNoStatedPartyClosesForEach() {
    CaseFixture signing = agreement().owedBy("KZ", SIGNING).owing(SIGNING);
    assertThat(closing(signing.signed("2026-01-01"), 1)).isEqualTo(1);
    assertThat(closing(signing, 2)).isEqualTo(1);
  }

  @Test
  void anEventThatNamesAnotherMilestoneDoesNotCloseIt() {
    CaseFixture two =
        agreement().owing(SIGNING).owing(SIGNING).with(event(SIGNED, "2026-01-01").closing(2));
    assertThat(closing(two, 1)).isNull();
    assertThat(closing(two, 2)).isEqualTo(1);
  }

  @Test
  void anUnnamedEventClosesTheOnlyOpenMeasure() {
    assertThat(closing(undertaking().owing(MEASURE).happened(MEASURE_DONE, "2026-01-01"), 1))
        .isEqualTo(1);
    CaseFixture two = undertaking().owing(MEASURE).owing(MEASURE).owing(REPORT);
    two.happened(MEASURE_DONE, "2026-02-01");
    assertThat(closing(two, 1)).isNull();
    assertThat(closing(two, 2)).isNull();
    two.with(event(MEASURE_DONE, "2026-01-01").closing(1));
    assertThat(closing(two, 2)).as("two were open when it was recorded").isNull();
    two.happened(MEASURE_DONE, "2026-03-01");
    assertThat(closing(two, 2)).isEqualTo(3);
    assertThat(closing(two, 3)).isNull();
  }

  @Test
  void whatIsClosedLaterIsStillOpen() {
    CaseFixture two =
        undertaking()
            .owing(MEASURE)
            .owing(MEASURE)
            .happened(MEASURE_DONE, "2026-01-01")
            .with(event(MEASURE_DONE, "2026-12-01").closing(1));
    assertThat(closing(two, 1)).isNull();
    assertThat(closing(two, 2)).as("two were open on that day").isNull();
  }

  @Test
  void whatWasCorrectedClosesNothing() {
    CaseFixture corrected =
        agreement()
            .owing(SIGNING)
            .with(event(SIGNED, "2026-01-01").closing(1))
            .with(event(SIGNED, "2026-12-01").closing(1).correcting(1));
    assertThat(closing(corrected, 1)).isNull();
  }

  @Test
  void anImpreciseEventClosesFromItsLastDay() {
    CaseFixture year = agreement().owing(SIGNING).signed("2026");
    assertThat(closing(year, 1)).isNull();
    CaseFile file = year.file();
    assertThat(file.isClosed(file.milestones().get(0), LocalDate.of(2026, 12, 31))).isTrue();
  }

  private static @Nullable Integer closing(CaseFixture told, int milestone) {
    CaseFile file = told.file();
    Milestone owed = file.milestone(milestone).orElseThrow();
    Closing closing = new Closing.Finder(file).of(owed, TODAY);
    Event event = closing == null ? null : closing.event();
    return event == null || !file.isClosed(owed, TODAY) ? null : (Integer) event.id();
  }
}
