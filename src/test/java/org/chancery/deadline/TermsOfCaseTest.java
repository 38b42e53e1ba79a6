package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.deadline.Status.DONE_ON_TIME;
import static org.chancery.deadline.Status.DUE_TODAY;
import static org.chancery.deadline.Status.NOT_APPLICABLE;
import static org.chancery.deadline.Status.NOT_COMPUTABLE;
import static org.chancery.deadline.Status.NOT_STARTED;
import static org.chancery.deadline.Status.OVERDUE;
import static org.chancery.deadline.Status.RUNNING;
import static org.chancery.instrument.EventKind.APPROVED;
import static org.chancery.instrument.EventKind.DEPOSITED;
import static org.chancery.instrument.EventKind.DRAFTED;
import static org.chancery.instrument.EventKind.EXPERTISE_GIVEN;
import static org.chancery.instrument.EventKind.LAW_ADOPTED;
import static org.chancery.instrument.EventKind.PROPOSAL_SUBMITTED;
import static org.chancery.instrument.EventKind.PUBLISHED;
import static org.chancery.instrument.EventKind.RESERVATION_MADE;
import static org.chancery.instrument.EventKind.SIGNED;
import static org.chancery.instrument.EventKind.SIGNING_PLANNED;
import static org.chancery.instrument.EventKind.SIGNING_POSTPONED;
import static org.chancery.instrument.Level.INTERGOVERNMENTAL;
import static org.chancery.instrument.Level.INTERSTATE;

import java.time.Instant;
import java.time.LocalDate;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.junit.jupiter.api.Test;

class TermsOfCaseTest {

  private static final String REPUBLIC = "kz-proposal-republic";
  private static final String GOVERNMENT = "kz-proposal-government";
  private static final String OBJECTION = "vclt-reservation-objection";
  private static final String LODGING = "house-lodging";
  private static final String CLEARANCE = "house-clearance";

  @Test
  void kazakhstanProposesThirtyDaysBeforeItSignsForTheRepublic() {
    A planned = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    assertThat(planned.dueOn("2026-11-21", REPUBLIC)).isEqualTo("2026-12-01");
    assertThat(planned.setBy(REPUBLIC, "2026-11-21").party()).hasToString("KZ");
    assertThat(planned.standingOn("2026-11-21", REPUBLIC).due().zone()).hasToString("Asia/Almaty");
  }

  @Test
  void kazakhstanProposesFourteenDaysBeforeItSignsForTheGovernment() {
    A planned = lawful().at(INTERGOVERNMENTAL).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    assertThat(planned.dueOn("2026-11-21", GOVERNMENT)).isEqualTo("2026-12-17");
    assertThat(sets(planned, REPUBLIC)).isFalse();
  }

  @Test
  void aSigningMovedByAWeekMovesTheProposalByAWeek() {
    A moved =
        lawful()
            .at(INTERSTATE)
            .sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31")
            .sets(SIGNING_POSTPONED, "2026-11-10", "2027-01-07");
    assertThat(moved.dueOn("2026-11-09", REPUBLIC)).isEqualTo("2026-12-01");
    assertThat(moved.dueOn("2026-11-10", REPUBLIC)).isEqualTo("2026-12-08");
  }

  @Test
  void theLastPlanFillsThePlannedDayOfTheSigning() {
    A moved =
        lawful()
            .due(MilestoneKind.SIGNING, null)
            .sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31")
            .sets(SIGNING_POSTPONED, "2026-11-10", "2027-01-07");
    assertThat(planned(moved, "2026-11-09")).hasToString("2026-12-31");
    assertThat(planned(moved, "2026-11-10")).hasToString("2027-01-07");
  }

  @Test
  void aMissedProposalSaysTheEarliestPossibleSigning() {
    A planned = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    assertThat(planned.standingOn("2026-12-01", REPUBLIC))
        .extracting(Standing::status, Standing::earliestPossible)
        .containsExactly(DUE_TODAY, null);
    assertThat(planned.standingOn("2026-12-02", REPUBLIC))
        .extracting(Standing::status, Standing::earliestPossible)
        .containsExactly(OVERDUE, LocalDate.of(2027, 1, 1));
  }

  @Test
  void whatATermSetsIsExtendedUntilItsStartMovesItFurther() {
    A planned = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    int number = planned.standingOn("2026-09-01", REPUBLIC).milestone();
    A extended =
        planned
            .extended(number, "2026-11-01", "2026-12-10")
            .sets(SIGNING_POSTPONED, "2027-01-15", "2027-03-01");
    assertThat(extended.standingOn("2026-12-02", REPUBLIC))
        .extracting(Standing::status, Standing::earliestPossible, Standing::extended)
        .containsExactly(Status.DUE_SOON, null, true);
    assertThat(extended.standingOn("2026-12-02", REPUBLIC).due().first()).hasToString("2026-12-01");
    assertThat(extended.standingOn("2026-12-11", REPUBLIC).status()).isEqualTo(OVERDUE);
    assertThat(extended.standingOn("2027-01-15", REPUBLIC))
        .extracting(standing -> standing.due().latest(), Standing::extended)
        .containsExactly(LocalDate.of(2027, 1, 30), false);
  }

  @Test
  void aProposalInTimeMakesNothingImpossible() {
    A planned =
        lawful()
            .at(INTERSTATE)
            .sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31")
            .stated(PROPOSAL_SUBMITTED, "KZ", "2026-11-30");
    assertThat(planned.standingOn("2026-12-10", REPUBLIC))
        .extracting(Standing::status, Standing::earliestPossible)
        .containsExactly(DONE_ON_TIME, null);
  }

  @Test
  void anothersLawIsInformationAndNeverAFinding() {
    A planned = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    assertThat(planned.judgedOn("2026-12-15").findings()).isEmpty();
  }

  @Test
  void whatPrecedesASigningIsNotAskedForAfterIt() {
    A signed =
        lawful()
            .at(INTERSTATE)
            .sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31")
            .stated(SIGNED, null, "2026-12-31");
    assertThat(signed.standingOn("2027-01-05", REPUBLIC).status()).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void anUnstatedLevelSetsNoTermOfALevel() {
    assertThat(sets(lawful().sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31"), REPUBLIC))
        .isFalse();
  }

  @Test
  void theLawOfTreatiesDoesNotBindWhatDoesNotBind() {
    A political =
        lawful().at(INTERSTATE).binding(false).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    assertThat(sets(political, REPUBLIC)).isFalse();
  }

  @Test
  void aDueDayIsOverInAlmatyWhileItStillRunsInBaku() {
    A planned =
        A.of(InstrumentType.TREATY)
            .byLawSince("2020-01-01")
            .at(INTERSTATE)
            .due(MilestoneKind.AUTHORISATION, "2026-12-01")
            .sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    // 23:30 on 1 December in Baku (UTC+4) is half past midnight on the 2nd in Almaty (UTC+5).
    Judgement judged = planned.judged(new AsOf.Moment(Instant.parse("2026-12-01T19:30:00Z")));
    int proposal = planned.setBy(REPUBLIC, "2026-11-21").id();
    assertThat(judged.standing(proposal).orElseThrow().status()).isEqualTo(OVERDUE);
    assertThat(judged.standing(1).orElseThrow().status()).isEqualTo(DUE_TODAY);
  }

  @Test
  void aReservationMayBeObjectedToForTwelveMonths() {
    A reserved =
        lawful().stated(DEPOSITED, "AZ", "2026-01-10").stated(RESERVATION_MADE, "KZ", "2024-02-29");
    assertThat(reserved.dueOn("2026-11-21", OBJECTION)).isEqualTo("2026-01-10");
    A later =
        lawful().stated(DEPOSITED, "AZ", "2023-01-10").stated(RESERVATION_MADE, "KZ", "2024-02-29");
    assertThat(later.dueOn("2024-11-21", OBJECTION)).isEqualTo("2025-02-28");
  }

  @Test
  void theTimeToObjectDoesNotEndBeforeConsent() {
    A reserved = lawful().stated(RESERVATION_MADE, "KZ", "2024-02-29");
    assertThat(reserved.standingOn("2026-11-21", OBJECTION).status()).isEqualTo(NOT_STARTED);
  }

  @Test
  void eachReservationIsObjectedToByItself() {
    A twice =
        lawful()
            .among("AZ", "KZ", "TR")
            .stated(DEPOSITED, "AZ", "2026-01-10")
            .stated(RESERVATION_MADE, "KZ", "2026-03-01")
            .stated(RESERVATION_MADE, "TR", "2026-04-01")
            .stated(RESERVATION_MADE, "AZ", "2026-04-01")
            .objects(3, "AZ", "2026-05-01");
    assertThat(
            twice.judgedOn("2026-11-21").file().milestones().stream()
                .filter(each -> each.kind() == MilestoneKind.OBJECTION)
                .map(each -> twice.judgedOn("2026-11-21").standing(each.id()).orElseThrow())
                .map(Standing::status))
        .containsExactly(RUNNING, DONE_ON_TIME);
  }

  @Test
  void turkeysParliamentIsInformedWithinTwoMonthsOfPublication() {
    A published = lawful().among("AZ", "TR").stated(PUBLISHED, "TR", "2025-12-31");
    assertThat(published.dueOn("2026-01-01", "tr-parliament-notice")).isEqualTo("2026-02-28");
    assertThat(
            published
                .stated(LAW_ADOPTED, "TR", "2026-01-10")
                .standingOn("2026-01-11", "tr-parliament-notice")
                .status())
        .isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aClearanceIsAnsweredWithinTenWorkingDaysOfEachBody() {
    // 20 to 24 March are Nowruz; in 2026 two of them fall on a weekend and move to the 25th, 26th.
    A asked = lawful().withParticipants("mddt", "ankara").own(EXPERTISE_GIVEN, null, "2026-03-13");
    assertThat(
            asked.judgedOn("2026-03-14").file().milestones().stream()
                .filter(each -> each.kind() == MilestoneKind.CLEARANCE)
                .map(Milestone::body))
        .extracting(Object::toString)
        .containsExactly("mddt", "ankara");
    assertThat(asked.dueOn("2026-03-14", CLEARANCE)).isAfter("2026-03-27");
  }

  @Test
  void aYearWithoutCalendarIsNotComputableAndSaysWhy() {
    A asked = lawful().withParticipants("mddt").own(EXPERTISE_GIVEN, null, "2040-03-13");
    assertThat(asked.standingOn("2040-03-20", CLEARANCE).status()).isEqualTo(NOT_COMPUTABLE);
    assertThat(asked.judgedOn("2040-03-20").findings().get(0).explanation().code())
        .isEqualTo("finding.not-computable.uncounted");
  }

  @Test
  void programmesAreClearedFromTheirDraftOn() {
    A drafted =
        A.of(InstrumentType.PROGRAMME)
            .byLawSince("2020-01-01")
            .withParticipants("mddt")
            .own(DRAFTED, null, "2026-11-02");
    assertThat(sets(drafted, "house-clearance-programme")).isTrue();
    assertThat(sets(drafted, CLEARANCE)).isFalse();
  }

  @Test
  void theNoteIsDueAfterTheLastActAtHome() {
    A approved =
        lawful()
            .consentingBy(Consent.APPROVAL)
            .stated(APPROVED, "AZ", "2026-11-02")
            .stated(APPROVED, "KZ", "2026-11-10");
    assertThat(approved.dueOn("2026-11-21", "house-completion-note")).isEqualTo("2026-11-17");
  }

  @Test
  void anActOfNobodyInParticularSetsNothing() {
    A approved = lawful().consentingBy(Consent.APPROVAL).stated(APPROVED, null, "../2026-11-02");
    assertThat(sets(approved, "house-completion-note")).isFalse();
  }

  @Test
  void anImpreciseTriggerGivesAnImpreciseDeadline() {
    A signed = lawful().stated(SIGNED, null, "2026-10");
    assertThat(signed.standingOn("2026-11-05", LODGING).due())
        .extracting(Due::earliest, Due::latest)
        .containsExactly(LocalDate.of(2026, 10, 16), LocalDate.of(2026, 11, 15));
    assertThat(signed.standingOn("2026-11-15", LODGING).status()).isEqualTo(DUE_TODAY);
    assertThat(signed.standingOn("2026-11-16", LODGING).daysLate()).isEqualTo(new DaysLate(1, 31));
  }

  @Test
  void whatMayHaveHappenedBeforeTheFirstStartDoesNotBind() {
    A perhaps = A.agreement().byLawSince("2026-10-15").stated(SIGNED, null, "2026-10");
    assertThat(perhaps.standingOn("2026-11-16", LODGING).status()).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aTermIsAppliedAsItStoodOnTheDayOfItsTrigger() {
    String row = line(LODGING);
    String changed =
        A.text(A.LAW)
            .replace(row, row.replace("FIRST_START,,,", "FIRST_START,,2026-06-30,"))
            .concat(
                row.replace(",15,", ",5,").replace("FIRST_START,,,", "FIRST_START,2026-07-01,,"))
            .concat("\n");
    assertThat(by(changed).stated(SIGNED, null, "2026-06-30").dueOn("2026-11-21", LODGING))
        .isEqualTo("2026-07-15");
    assertThat(by(changed).stated(SIGNED, null, "2026-07-01").dueOn("2026-11-21", LODGING))
        .isEqualTo("2026-07-06");
    assertThat(
            by(changed)
                .stated(SIGNED, null, "2026-06-29/2026-07-02")
                .standingOn("2026-11-21", LODGING)
                .due())
        .extracting(Due::earliest, Due::latest)
        .containsExactly(LocalDate.of(2026, 7, 6), LocalDate.of(2026, 7, 15));
  }

  @Test
  void aTermThatLeftTheTableBindsNobody() {
    A orphan =
        by(A.text(A.LAW).replace(line(LODGING) + "\n", ""))
            .recorded(MilestoneKind.LODGING, LODGING)
            .stated(SIGNED, null, "2026-01-01");
    assertThat(orphan.statusOn("2026-11-21")).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aStatedDeadlineTakesThePlaceOfTheHousesOwn() {
    A stated =
        lawful()
            .due(MilestoneKind.LODGING, "2026-12-31", "mfa", null)
            .own(SIGNED, null, "2026-06-01");
    assertThat(sets(stated, LODGING)).isFalse();
    assertThat(sets(lawful().own(SIGNED, null, "2026-06-01"), LODGING)).isTrue();
  }

  @Test
  void aFindingOnATermNamesItsBasisAndHowItWasCounted() {
    Finding finding =
        lawful().own(SIGNED, null, "2026-06-01").judgedOn("2026-11-21").findings().stream()
            .filter(each -> each.rule().equals("severely-overdue"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.basis()).isEqualTo(Basis.POLICY);
    assertThat(finding.legalBasis()).contains("lodging of the original");
    assertThat(finding.body()).hasToString("mfa");
    Due due = java.util.Objects.requireNonNull(finding.due());
    assertThat(due.working()).hasSize(1);
    assertThat(due.edtf()).hasToString("2026-06-16");
  }

  @Test
  void completingTwiceAddsNothing() {
    A planned = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "2026-12-31");
    CaseFile once = planned.judgedOn("2026-11-21").file();
    CaseFile twice =
        new TermsOfCase(
                once,
                new org.chancery.instrument.PartyCode("AZ"),
                LocalDate.parse("2026-11-21"),
                StatutoryTerms.read(A.LAW, body -> true))
            .complete();
    assertThat(twice).isSameAs(once);
  }

  @Test
  void anObjectionIsAnAnswerToo() {
    A objected =
        lawful()
            .withParticipants("mddt", "ankara")
            .own(EXPERTISE_GIVEN, null, "2026-03-02")
            .ownBy("mddt", EventKind.OBJECTED, "2026-03-05");
    assertThat(objected.standingOn("2026-11-21", CLEARANCE).status()).isEqualTo(NOT_APPLICABLE);
    assertThat(
            objected.judgedOn("2026-11-21").findings().stream()
                .filter(finding -> finding.rule().equals("severely-overdue"))
                .map(Finding::body))
        .extracting(Object::toString)
        .containsExactly("ankara");
    assertThat(objected.standingOn("2026-03-04", CLEARANCE).status())
        .as("what happens later is no answer yet")
        .isEqualTo(Status.DUE_SOON);
    A before =
        lawful()
            .withParticipants("mddt")
            .ownBy("mddt", EventKind.OBJECTED, "2026-03-01")
            .own(EXPERTISE_GIVEN, null, "2026-03-02");
    assertThat(before.standingOn("2026-03-03", CLEARANCE).status()).isEqualTo(Status.DUE_SOON);
  }

  @Test
  void theEntryIntoForceIsThatOfThisState() {
    A among =
        lawful()
            .among("AZ", "KZ", "TR")
            .clause(
                new Clause.General(Clause.Trigger.DEPOSIT, 2, null, null, null, null, null, null))
            .stated(DEPOSITED, "KZ", "2026-01-10")
            .stated(DEPOSITED, "TR", "2026-02-10");
    assertThat(sets(among, "house-register-entry")).isFalse();
    among.stated(DEPOSITED, "AZ", "2026-03-01");
    assertThat(sets(among, "house-register-entry")).isTrue();
  }

  @Test
  void aStatedEntryIntoForceCountsWhereNoneIsComputed() {
    A stated = lawful().stated(EventKind.ENTERED_INTO_FORCE, null, "2026-10-01");
    assertThat(stated.dueOn("2026-11-21", "house-register-entry")).isEqualTo("2026-10-16");
    assertThat(stated.dueOn("2026-11-21", "house-un-registration")).isEqualTo("2026-12-30");
  }

  @Test
  void aConsentThatWasTakenBackIsNone() {
    A back =
        lawful()
            .stated(DEPOSITED, "AZ", "2026-01-10")
            .stated(RESERVATION_MADE, "KZ", "2025-03-01")
            .takesBack(1, "AZ", "2026-02-01");
    assertThat(back.standingOn("2026-11-21", OBJECTION).status()).isEqualTo(NOT_STARTED);
    back.stated(DEPOSITED, "AZ", "2026-06-10");
    assertThat(back.dueOn("2026-11-21", OBJECTION)).isEqualTo("2026-06-10");
  }

  @Test
  void consentBySignatureIsGivenBySigning() {
    A signed =
        lawful()
            .consentingBy(Consent.SIGNATURE)
            .stated(RESERVATION_MADE, "KZ", "2025-03-01")
            .stated(SIGNED, null, "2026-05-05");
    assertThat(signed.dueOn("2026-11-21", OBJECTION)).isEqualTo("2026-05-05");
    A ratifying =
        lawful()
            .consentingBy(Consent.RATIFICATION)
            .stated(RESERVATION_MADE, "KZ", "2025-03-01")
            .stated(SIGNED, null, "2026-05-05");
    assertThat(ratifying.standingOn("2026-11-21", OBJECTION).status()).isEqualTo(NOT_STARTED);
  }

  @Test
  void anUnknownPlannedDayIsNotComputable() {
    A unknown = lawful().at(INTERSTATE).sets(SIGNING_PLANNED, "2026-09-01", "XXXX");
    assertThat(unknown.standingOn("2026-11-21", REPUBLIC).status()).isEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void ofTwoPlansWhoseDaysDoNotTellTheOneRecordedLastCounts() {
    A vague =
        lawful()
            .at(INTERSTATE)
            .sets(SIGNING_PLANNED, "2026", "2026-12-31")
            .sets(SIGNING_POSTPONED, "2026-03-05", "2027-01-31");
    assertThat(vague.dueOn("2026-11-21", REPUBLIC)).isEqualTo("2027-01-01");
    A earlier =
        lawful()
            .at(INTERSTATE)
            .sets(SIGNING_POSTPONED, "2026-03-05", "2027-01-31")
            .sets(SIGNING_PLANNED, "2026-02-01", "2026-12-31");
    assertThat(earlier.dueOn("2026-11-21", REPUBLIC)).isEqualTo("2027-01-01");
  }

  @Test
  void aRowThatSetsNothingAnyMoreAccusesNobody() {
    String emptied =
        line(LODGING)
            .replace("LODGING,mfa", ",mfa")
            .replace("15,CALENDAR_DAYS,AFTER,NOT_COUNTED", ",,,");
    A recorded =
        by(A.text(A.LAW).replace(line(LODGING), emptied))
            .recorded(MilestoneKind.LODGING, LODGING)
            .stated(SIGNED, null, "2026-01-01");
    assertThat(recorded.statusOn("2026-11-21")).isEqualTo(NOT_APPLICABLE);
  }

  @Test
  void aDeadlineOfABodyThatTheRowNoLongerNamesDoesNotApply() {
    A moved =
        by(A.text(A.LAW).replace("LODGING,mfa", "LODGING,mddt"))
            .recorded(MilestoneKind.LODGING, LODGING)
            .stated(SIGNED, null, "2026-01-01");
    assertThat(moved.statusOn("2026-11-21")).isEqualTo(NOT_APPLICABLE);
    assertThat(
            moved.judgedOn("2026-11-21").findings().stream()
                .filter(finding -> finding.rule().equals("severely-overdue"))
                .map(Finding::body))
        .extracting(Object::toString)
        .containsExactly("mddt");
  }

  @Test
  void theTreatysOwnClauseTakesThePlaceOfTheLawOfTreaties() {
    A clause =
        lawful()
            .dueBy(Basis.CLAUSE, MilestoneKind.OBJECTION, "2026-05-01")
            .stated(DEPOSITED, "AZ", "2026-01-10")
            .stated(RESERVATION_MADE, "KZ", "2026-02-01");
    assertThat(sets(clause, OBJECTION)).isFalse();
  }

  @Test
  void whatSomebodyMerelyTypedTakesThePlaceOfNothing() {
    A typed = lawful().typed(MilestoneKind.LODGING, "2040-01-01").own(SIGNED, null, "2026-06-01");
    assertThat(sets(typed, LODGING)).isTrue();
  }

  private static A lawful() {
    return A.agreement().byLawSince("2020-01-01");
  }

  private static A by(String terms) {
    return A.agreement().by(terms, "2020-01-01");
  }

  private static boolean sets(A told, String term) {
    return told.judgedOn("2026-11-21").file().milestones().stream()
        .anyMatch(each -> each.statutory() != null && each.statutory().id().equals(term));
  }

  private static @org.jspecify.annotations.Nullable StatedDate planned(A told, String day) {
    return told.judgedOn(day).file().milestone(1).orElseThrow().planned();
  }

  private static String line(String term) {
    return A.text(A.LAW)
        .lines()
        .filter(line -> line.startsWith(term + ","))
        .findFirst()
        .orElseThrow();
  }
}
