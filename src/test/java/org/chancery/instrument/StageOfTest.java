package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.CaseFixture.agreement;
import static org.chancery.instrument.CaseFixture.memorandum;
import static org.chancery.instrument.CaseFixture.programme;
import static org.chancery.instrument.CaseFixture.treaty;
import static org.chancery.instrument.CaseFixture.undertaking;
import static org.chancery.instrument.EventFixture.event;
import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StageOfTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

  @Test
  void isAnInitiativeWithoutAnyEvent() {
    assertThat(stage(agreement())).isEqualTo(Stage.INITIATIVE);
    assertThat(stage(agreement().happened(PROPOSAL_SUBMITTED, "2026-01-01")))
        .isEqualTo(Stage.INITIATIVE);
  }

  @Test
  void isUnknownWithSourcesAndNoEvent() {
    assertThat(stage(agreement().reported())).isEqualTo(Stage.UNKNOWN);
    assertThat(stage(undertaking().reported().owing(MilestoneKind.MEASURE)))
        .isEqualTo(Stage.UNKNOWN);
    assertThat(stage(agreement().reported().happened(DRAFTED, "2026")))
        .as("this year's draft may still be to come")
        .isEqualTo(Stage.UNKNOWN);
    assertThat(stage(agreement().reported().happened(DRAFTED, "2026-05")))
        .isEqualTo(Stage.DRAFTING);
  }

  @Test
  void isDraftingFromTheDraft() {
    assertThat(stage(agreement().happened(DRAFTED, "2026-06-15"))).isEqualTo(Stage.DRAFTING);
    assertThat(stage(agreement().happened(DRAFTED, "2026-06-16"))).isEqualTo(Stage.INITIATIVE);
  }

  @Test
  void isInClearanceFromTheExpertise() {
    CaseFixture drafted = agreement().participating("mfa").happened(DRAFTED, "2026-01-01");
    assertThat(stage(drafted)).isEqualTo(Stage.DRAFTING);
    assertThat(stage(drafted.happened(EXPERTISE_GIVEN, "2026-02-01"))).isEqualTo(Stage.CLEARANCE);
  }

  @Test
  void isDraftingAgainWhenTheDraftIsReturned() {
    CaseFixture returned =
        agreement()
            .participating("mfa", "energy")
            .happened(DRAFTED, "2026-01-01")
            .happened(EXPERTISE_GIVEN, "2026-02-01")
            .with(event(CLEARED, "2026-02-05").of("energy"))
            .happened(RETURNED, "2026-02-10");
    assertThat(stage(returned)).isEqualTo(Stage.DRAFTING);
    assertThat(stage(returned.happened(EXPERTISE_GIVEN, "2026-03-01"))).isEqualTo(Stage.CLEARANCE);
  }

  @Test
  void isInAuthorisationWhenTheLastBodyHasCleared() {
    CaseFixture first =
        agreement()
            .participating("mfa", "energy")
            .happened(DRAFTED, "2026-01-01")
            .happened(EXPERTISE_GIVEN, "2026-02-01")
            .with(event(CLEARED, "2026-03-01").of("mfa"))
            .with(event(CLEARED, "2026-03-02").of("mfa"))
            .happened(CLEARED, "2026-03-02");
    assertThat(stage(first)).isEqualTo(Stage.CLEARANCE);
    assertThat(stage(first.with(event(CLEARED, "2026-03-03").of("energy"))))
        .isEqualTo(Stage.AUTHORISATION);
  }

  @Test
  void isInitialled() {
    CaseFixture authorised = agreement().happened(AUTHORISED, "2026-03-01");
    assertThat(stage(authorised)).isEqualTo(Stage.AUTHORISATION);
    assertThat(stage(authorised.happened(INITIALLED, "2026-03-02"))).isEqualTo(Stage.INITIALLED);
  }

  @Test
  void isSignedFromTheFirstSignature() {
    CaseFixture treaty = treaty().happened(INITIALLED, "2026-03-02");
    assertThat(stage(treaty.happened(SIGNING_PLANNED, "2026-03-03"))).isEqualTo(Stage.INITIALLED);
    assertThat(stage(treaty.with(event(SIGNED, "2026-04-01").by("AZ")))).isEqualTo(Stage.SIGNED);
  }

  @Test
  void awaitsConsentOnceAllHaveSigned() {
    CaseFixture ours = treaty().with(event(SIGNED, "2026-04-01").by("AZ"));
    assertThat(stage(ours)).isEqualTo(Stage.SIGNED);
    assertThat(stage(ours.with(event(SIGNED, "2026-04-02").by("KZ"))))
        .isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void aSignatureOfNoStatedPartyIsOfAll() {
    assertThat(stage(treaty().signed("2026-04-01"))).isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void aSignatureAdReferendumCountsOnceItIsConfirmed() {
    CaseFixture treaty =
        treaty()
            .with(event(SIGNED, "2026-04-01").by("AZ"))
            .with(event(SIGNED_AD_REFERENDUM, "2026-04-01").by("KZ"));
    assertThat(stage(treaty)).isEqualTo(Stage.SIGNED);
    assertThat(stage(treaty.with(event(SIGNATURE_CONFIRMED, "2026-05-01").by("KZ"))))
        .isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void staysSignedWhereSignatureIsConsentOrConsentIsUnknown() {
    assertThat(stage(agreement().consent(Consent.SIGNATURE).signed("2026-04-01")))
        .isEqualTo(Stage.SIGNED);
    assertThat(stage(agreement().signed("2026-04-01"))).isEqualTo(Stage.SIGNED);
    assertThat(
            stage(
                agreement()
                    .consent(Consent.SIGNATURE)
                    .party("TR", Consent.APPROVAL)
                    .signed("2026-04-01")))
        .isEqualTo(Stage.CONSENT_PENDING);
  }

  @ParameterizedTest
  @EnumSource(
      value = EventKind.class,
      names = {"SUBMITTED_TO_PARLIAMENT", "RATIFIED", "NOTIFICATION_RECEIVED", "DEPOSITED"})
  void awaitsConsentOnAnyEventOfConsent(EventKind kind) {
    assertThat(stage(agreement().with(event(kind, "2026-04-01").by("KZ"))))
        .isEqualTo(Stage.CONSENT_PENDING);
    assertThat(stage(agreement().with(event(kind, "2026-07").by("KZ"))))
        .isEqualTo(Stage.INITIATIVE);
  }

  @Test
  void isInForceFromTheComputedDate() {
    CaseFixture ratified = treaty().binding(true).signed("2026-01-01");
    assertThat(stage(ratified.inForce("2026-06-16"))).isEqualTo(Stage.CONSENT_PENDING);
    assertThat(stage(ratified.inForce("2026-06-15"))).isEqualTo(Stage.IN_FORCE);
    assertThat(stage(ratified.inForce("2026-06"))).isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void isInForceFromTheStatedDateUnlessOneIsComputed() {
    CaseFixture stated = treaty().happened(ENTERED_INTO_FORCE, "2026-05-01");
    assertThat(stage(stated)).isEqualTo(Stage.IN_FORCE);
    assertThat(stage(stated.signed("2026-01-01").inForce("2026-07-01")))
        .isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void aProgrammeRunsAndAPoliticalTextTakesEffect() {
    assertThat(stage(programme().happened(ENTERED_INTO_FORCE, "2026"))).isEqualTo(Stage.INITIATIVE);
    assertThat(stage(programme().happened(ENTERED_INTO_FORCE, "2025"))).isEqualTo(Stage.RUNNING);
    assertThat(stage(memorandum().happened(ENTERED_INTO_FORCE, "2025"))).isEqualTo(Stage.IN_EFFECT);
    assertThat(stage(memorandum().binding(true).happened(ENTERED_INTO_FORCE, "2025")))
        .isEqualTo(Stage.IN_FORCE);
    assertThat(stage(agreement().binding(false).happened(ENTERED_INTO_FORCE, "2025")))
        .isEqualTo(Stage.IN_EFFECT);
  }

  @Test
  void isPerformedWhenTheLastMeasureIsDone() {
    CaseFixture one =
        programme()
            .owing(MilestoneKind.MEASURE)
            .owing(MilestoneKind.REPORT)
            .happened(ENTERED_INTO_FORCE, "2025")
            .with(event(MEASURE_DONE, "2026-01-01").closing(1));
    assertThat(stage(one)).isEqualTo(Stage.RUNNING);
    assertThat(stage(one.with(event(REPORTED, "2026-02-01").closing(2))))
        .isEqualTo(Stage.PERFORMED);
  }

  @Test
  void isNotPerformedBeforeItIsInForce() {
    CaseFixture early =
        agreement()
            .owing(MilestoneKind.MEASURE)
            .signed("2026-01-01")
            .with(event(MEASURE_DONE, "2026-02-01").closing(1));
    assertThat(stage(early)).isEqualTo(Stage.SIGNED);
    assertThat(stage(early.inForce("2026-03-01"))).isEqualTo(Stage.PERFORMED);
  }

  @Test
  void anUndertakingRunsFromItsFirstMeasureAndIsPerformedWithItsLast() {
    CaseFixture two =
        undertaking()
            .owing(MilestoneKind.MEASURE)
            .owing(MilestoneKind.MEASURE)
            .with(event(MEASURE_DONE, "2026-01-01").closing(2));
    assertThat(stage(two)).isEqualTo(Stage.RUNNING);
    assertThat(stage(two.with(event(MEASURE_DONE, "2026-01-02").closing(1))))
        .isEqualTo(Stage.PERFORMED);
  }

  @Test
  void endsWithItsLastEnd() {
    CaseFixture running = agreement().happened(ENTERED_INTO_FORCE, "2020");
    assertThat(stage(running.happened(DENOUNCED, "2026-01-01"))).isEqualTo(Stage.IN_FORCE);
    assertThat(stage(running.happened(EXPIRED, "2026-07-01"))).isEqualTo(Stage.IN_FORCE);
    assertThat(stage(running.happened(EXPIRED, "2026-05-01"))).isEqualTo(Stage.EXPIRED);
    assertThat(stage(running.happened(TERMINATED, "2026-04-01"))).isEqualTo(Stage.TERMINATED);
    assertThat(stage(agreement().happened(WITHDRAWN, "2026-01-01"))).isEqualTo(Stage.WITHDRAWN);
  }

  @Test
  void whatWasCorrectedDoesNotCount() {
    CaseFixture signed = treaty().signed("2026-01-01");
    assertThat(stage(signed.with(event(SIGNED, "2026-07-01").correcting(1))))
        .isEqualTo(Stage.INITIATIVE);
    assertThat(stage(signed.with(event(DRAFTED, "2026-01-01").correcting(2))))
        .isEqualTo(Stage.DRAFTING);
  }

  @Test
  void anImpreciseEventCountsFromItsLastDay() {
    CaseFile file = treaty().signed("2026-03").file();
    assertThat(file.stage(LocalDate.of(2026, 3, 30))).isEqualTo(Stage.INITIATIVE);
    assertThat(file.stage(LocalDate.of(2026, 3, 31))).isEqualTo(Stage.CONSENT_PENDING);
  }

  @Test
  void anEventOnAnUnknownDayHadHappenedWhenItWasRecorded() {
    CaseFile file = treaty().signed("XXXX").file();
    assertThat(file.stage(TODAY)).isEqualTo(Stage.CONSENT_PENDING);
    LocalDate recorded =
        file.events().get(0).recordedAt().atZone(java.time.ZoneOffset.UTC).toLocalDate();
    assertThat(file.stage(recorded.minusDays(1))).isEqualTo(Stage.INITIATIVE);
  }

  private static Stage stage(CaseFixture told) {
    return told.file().stage(TODAY);
  }
}
