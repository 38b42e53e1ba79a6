package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.deadline.Status.*;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.Basis;
import org.chancery.instrument.InstrumentType;
import org.junit.jupiter.api.Test;

/** In which status is an open milestone? */
class OverdueTest {

  @Test
  void aMilestoneWhoseTermDoesNotBindTheCaseIsNotApplicable() {
    A signedBefore = A.agreement().byLawSince("2026-01-01").own(SIGNED, null, "2025-12-31");
    A signedAfter = A.agreement().byLawSince("2026-01-01").own(SIGNED, null, "2026-01-01");
    assertThat(signedBefore.standingOn("2026-11-21", "house-lodging").status())
        .isEqualTo(NOT_APPLICABLE);
    assertThat(signedAfter.standingOn("2026-11-21", "house-lodging").status())
        .isEqualTo(SEVERELY_OVERDUE);
  }

  @Test
  void aMilestoneWhoseTermNothingHasSetGoingIsNotStarted() {
    A unsigned = A.agreement().byLawSince("2020-01-01").recorded(LODGING, "house-lodging");
    assertThat(unsigned.statusOn("2026-11-21")).isEqualTo(NOT_STARTED);
    assertThat(unsigned.judgedOn("2026-11-21").findings()).isEmpty();
    assertThat(unsigned.own(SIGNED, null, "2026-11-20").statusOn("2026-11-21")).isEqualTo(DUE_SOON);
  }

  private static final A FIBRE = A.agreement().due(COMPLETION, "../2026-12-31");
  private static final A FREIGHT = A.of(InstrumentType.UNDERTAKING).due(COMPLETION, "2030");

  @Test
  void aMilestoneOfWhichNothingSaysByWhenItIsDueIsNotComputable() {
    for (String due : new String[] {null, "2026/..", "XXXX"}) {
      Judgement judgement = A.agreement().due(COMPLETION, due).judgedOn("2036-12-31");
      assertThat(judgement.standings().get(0).status()).isEqualTo(NOT_COMPUTABLE);
      assertThat(judgement.findings()).singleElement().extracting(Finding::daysLate).isNull();
    }
    assertThat(FIBRE.statusOn("2036-12-31")).isNotEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void aMilestoneThatIsLateForTooLongIsSeverelyOverdue() {
    Finding finding = FIBRE.judgedOn("2027-01-30").findings().get(0);
    assertThat(finding.status()).isEqualTo(SEVERELY_OVERDUE);
    assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(finding.firstHeldOn()).isEqualTo("2027-01-30");
    assertThat(finding.overdueSince()).isEqualTo("2027-01-01");
    assertThat(FIBRE.statusOn("2027-01-29")).isNotEqualTo(SEVERELY_OVERDUE);
  }

  @Test
  void aMilestoneThatIsLateBeyondItsDaysOfGraceIsOverdue() {
    Finding finding = FIBRE.judgedOn("2027-01-01").findings().get(0);
    assertThat(finding.status()).isEqualTo(OVERDUE);
    assertThat(finding.rule()).isEqualTo("overdue");
    assertThat(finding.basis()).isEqualTo(Basis.STATED);
    assertThat(finding.legalBasis()).isEqualTo("AZERTAC, 2025-10-18");
    assertThat(finding.daysLate()).isEqualTo(new DaysLate(1, 1));
    assertThat(finding.firstHeldOn()).isEqualTo("2027-01-01");
    assertThat(finding.due())
        .extracting(Due::earliest, Due::latest, Due::zone)
        .containsExactly(
            LocalDate.of(2026, 12, 31), LocalDate.of(2026, 12, 31), ZoneId.of("Asia/Baku"));
    assertThat(FIBRE.statusOn("2026-12-31")).isNotEqualTo(OVERDUE);
  }

  @Test
  void aMilestoneThatIsLateWithinItsDaysOfGraceIsNotYetOverdue() {
    A report = A.agreement().due(REPORT, "2026-12-31");
    assertThat(report.gracefullyJudgedOn("2027-01-05"))
        .extracting(Finding::status, Finding::daysLate)
        .containsExactly(GRACE, new DaysLate(5, 5));
    assertThat(report.gracefullyJudgedOn("2027-01-06"))
        .extracting(Finding::status, Finding::firstHeldOn)
        .containsExactly(OVERDUE, LocalDate.of(2027, 1, 6));
  }

  @Test
  void aMilestoneIsDueTodayOnItsLastPossibleDay() {
    assertThat(FIBRE.statusOn("2026-12-31")).isEqualTo(DUE_TODAY);
    assertThat(FREIGHT.statusOn("2030-12-31")).isEqualTo(DUE_TODAY);
    assertThat(FIBRE.statusOn("2026-12-30")).isNotEqualTo(DUE_TODAY);
  }

  @Test
  void aMilestoneThatMayBeLateIsAtRisk() {
    assertThat(FREIGHT.statusOn("2030-01-01")).isNotEqualTo(AT_RISK);
    assertThat(FREIGHT.standingOn("2030-01-02"))
        .extracting(Standing::status, Standing::daysLate)
        .containsExactly(AT_RISK, new DaysLate(0, 1));
    assertThat(FREIGHT.statusOn("2030-12-30")).isEqualTo(AT_RISK);
    assertThat(FREIGHT.statusOn("2031-01-01")).isEqualTo(OVERDUE);
  }

  @Test
  void aMilestoneThatFallsDueWithinTheHousesNoticeIsDueSoon() {
    assertThat(FIBRE.statusOn("2026-11-21")).isEqualTo(DUE_SOON);
    assertThat(FIBRE.judgedOn("2026-11-21").findings().get(0).firstHeldOn())
        .isEqualTo("2026-10-02");
    assertThat(FIBRE.statusOn("2026-10-02")).isEqualTo(DUE_SOON);
    assertThat(FIBRE.statusOn("2026-10-01")).isNotEqualTo(DUE_SOON);
  }

  @Test
  void aMilestoneOfWhichNothingElseIsSaidIsRunning() {
    Judgement judgement = FIBRE.judgedOn("2026-10-01");
    assertThat(judgement.standings().get(0).status()).isEqualTo(RUNNING);
    assertThat(judgement.findings()).isEmpty();
    assertThat(FIBRE.statusOn("2026-10-02")).isNotEqualTo(RUNNING);
  }

  @Test
  void aPeriodAndAnUpperBoundAreDueOnTheirLastDay() {
    A programme = A.of(InstrumentType.PROGRAMME).due(COMPLETION, "2022/2026");
    assertThat(programme.statusOn("2026-12-31")).isEqualTo(DUE_TODAY);
    assertThat(programme.statusOn("2027-01-01")).isEqualTo(OVERDUE);
    assertThat(A.agreement().due(COMPLETION, "../2028-10").statusOn("2028-10-31"))
        .isEqualTo(DUE_TODAY);
  }

  @Test
  void daysLateAreAMinimumAndAMaximum() {
    assertThat(A.agreement().due(MEASURE, "2026-06").standingOn("2026-07-10").daysLate())
        .isEqualTo(new DaysLate(10, 39));
  }

  @Test
  void aMilestoneThatMayBeDoneByNowIsNotOverdue() {
    A measure = A.agreement().due(MEASURE, "2026-06-30").closes(1, MEASURE_DONE, "2026");
    Judgement judgement = measure.judgedOn("2026-08-01");
    assertThat(judgement.standings().get(0).status()).isEqualTo(AT_RISK);
    assertThat(judgement.findings().get(0).explanation().code())
        .isEqualTo("finding.at-risk.perhaps-done");
    assertThat(measure.statusOn("2026-12-31")).isEqualTo(DONE_ON_TIME);
  }

  @Test
  void anEventCountsFromItsLatestDayOn() {
    A measure = A.agreement().due(MEASURE, "2026-06-30").closes(1, MEASURE_DONE, "2026-09");
    assertThat(measure.statusOn("2026-08-31")).isEqualTo(SEVERELY_OVERDUE);
    assertThat(measure.statusOn("2026-09-15")).isEqualTo(AT_RISK);
    assertThat(measure.statusOn("2026-09-30")).isEqualTo(DONE_LATE);
  }

  @Test
  void aDayEndsInTheZoneOfTheBodyThatMustAct() {
    AsOf evening = new AsOf.Moment(Instant.parse("2026-12-31T20:30:00Z"));
    assertThat(FIBRE.judged(evening).standings().get(0).status()).isEqualTo(OVERDUE);
    A inAnkara = A.agreement().due(COMPLETION, "2026-12-31", "ankara", null);
    assertThat(inAnkara.judged(evening).standings().get(0).status()).isEqualTo(DUE_TODAY);
  }

  @Test
  void aDayWithoutABodyEndsWhereThePartyIs() {
    AsOf evening = new AsOf.Moment(Instant.parse("2026-12-31T19:30:00Z"));
    A inAstana = A.agreement().due(COMPLETION, "2026-12-31", null, "KZ");
    assertThat(inAstana.judged(evening).standings().get(0))
        .extracting(Standing::status, standing -> standing.due().zone())
        .containsExactly(OVERDUE, ZoneId.of("Asia/Almaty"));
    A ours = A.agreement().due(COMPLETION, "2026-12-31", null, null);
    assertThat(ours.judged(evening).standings().get(0))
        .extracting(Standing::status, standing -> standing.due().zone())
        .containsExactly(DUE_TODAY, ZoneId.of("Asia/Baku"));
  }
}
