package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.deadline.Status.*;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.time.LocalDate;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.StatedDate;
import org.junit.jupiter.api.Test;

/** Did managers lift it, or give it more time? */
class DecisionTest {

  private static A measure() {
    return A.agreement().due(MEASURE, "../2026-06-30");
  }

  @Test
  void aMilestoneThatTwoManagersWaivedIsWaived() {
    A waived = measure().waived("2026-08-01", "2026-08-10");
    assertThat(waived.statusOn("2026-08-09")).isEqualTo(SEVERELY_OVERDUE);
    assertThat(waived.standingOn("2026-08-10"))
        .extracting(Standing::status, Standing::daysLate, Standing::overdueSince)
        .containsExactly(WAIVED, null, null);
    assertThat(toldOf(waived, "2026-08-10")).containsExactly(WAIVED);
    assertThat(measure().waiverProposed("2026-07-01").statusOn("2026-07-02")).isEqualTo(OVERDUE);
  }

  @Test
  void aMilestoneIsSuspendedWhileAManagerSuspendedIt() {
    A suspended = measure().suspended("2026-06-01", "2026-06-20", "2026-07-10");
    assertThat(suspended.statusOn("2026-06-19")).isEqualTo(DUE_SOON);
    assertThat(suspended.statusOn("2026-06-20")).isEqualTo(SUSPENDED);
    assertThat(suspended.standingOn("2026-07-10"))
        .extracting(Standing::status, Standing::daysLate)
        .containsExactly(SUSPENDED, null);
    assertThat(toldOf(suspended, "2026-07-10")).containsExactly(SUSPENDED);
    assertThat(suspended.statusOn("2026-07-11")).isEqualTo(OVERDUE);
  }

  @Test
  void aSuspensionDoesNotMoveTheDueDayButTheDayItBecameOverdue() {
    A suspended = measure().suspended("2026-06-01", "2026-06-20", "2026-07-10");
    Finding after = suspended.judgedOn("2026-07-11").findings().get(0);
    assertThat(after.daysLate()).isEqualTo(new DaysLate(11, 11));
    assertThat(after.firstHeldOn()).isEqualTo("2026-07-11").isEqualTo(after.overdueSince());
    A late = measure().suspended("2026-07-03", "2026-07-03", "2026-07-10");
    assertThat(late.standingOn("2026-07-02").overdueSince()).isEqualTo("2026-07-01");
    assertThat(late.standingOn("2026-07-11").overdueSince()).isEqualTo("2026-07-11");
  }

  @Test
  void aSuspensionCountsFromTheDayItWasDecided() {
    A backdated = measure().suspended("2026-07-05", "2026-06-01", null);
    assertThat(backdated.statusOn("2026-07-04")).isEqualTo(OVERDUE);
    assertThat(backdated.statusOn("2026-07-05")).isEqualTo(SUSPENDED);
    assertThat(backdated.statusOn("2036-07-05")).isEqualTo(SUSPENDED);
  }

  @Test
  void aLaterSuspensionReplacesTheEarlierFromItsFirstDayOn() {
    A ended =
        measure()
            .suspended("2026-06-01", "2026-06-01", null)
            .suspended("2026-07-01", "2026-07-20", "2026-07-25");
    assertThat(ended.statusOn("2026-07-19")).isEqualTo(SUSPENDED);
    assertThat(ended.statusOn("2026-07-25")).isEqualTo(SUSPENDED);
    assertThat(ended.standingOn("2026-07-26"))
        .extracting(Standing::status, Standing::overdueSince)
        .containsExactly(OVERDUE, LocalDate.of(2026, 7, 26));
  }

  @Test
  void anExtendedMilestoneIsDueOnItsNewDateAndKeepsItsFirst() {
    A extended = measure().extended("2026-07-05", "2026-09-30");
    assertThat(extended.statusOn("2026-07-04")).isEqualTo(OVERDUE);
    assertThat(extended.standingOn("2026-07-04").extended()).isFalse();
    Standing standing = extended.standingOn("2026-07-05");
    assertThat(standing.status()).isEqualTo(DUE_SOON);
    assertThat(standing.extended()).isTrue();
    assertThat(standing.due())
        .extracting(Due::edtf, Due::earliest, Due::latest, Due::first)
        .containsExactly(
            new StatedDate("2026-09-30"),
            LocalDate.of(2026, 9, 30),
            LocalDate.of(2026, 9, 30),
            new StatedDate("../2026-06-30"));
  }

  @Test
  void anExtendedMilestoneIsOverdueAgainAfterItsNewDate() {
    A extended = measure().extended("2026-07-05", "2026-09-30");
    Finding again = extended.judgedOn("2026-10-02").findings().get(0);
    assertThat(again.status()).isEqualTo(OVERDUE);
    assertThat(again.extended()).isTrue();
    assertThat(again.daysLate()).isEqualTo(new DaysLate(2, 2));
    assertThat(again.firstHeldOn()).isEqualTo("2026-10-01").isEqualTo(again.overdueSince());
    Finding.Fact fact = again.facts().get(1);
    assertThat(fact.kind()).isEqualTo("EXTENSION");
    assertThat(fact.on()).hasToString("2026-09-30");
    assertThat(fact.body()).hasToString("mddt");
    assertThat(fact.source())
        .extracting(source -> source.outlet(), source -> source.date())
        .containsExactly("Order 7", new StatedDate("2026-07-05"));
  }

  @Test
  void ofSeveralExtensionsTheLastCountsAndTheFirstDateStays() {
    A twice = measure().extended("2026-06-01", "2026-07-31").extended("2026-07-15", "2026-12");
    assertThat(twice.standingOn("2026-07-14").due().latest()).isEqualTo("2026-07-31");
    assertThat(twice.standingOn("2026-07-15").due().latest()).isEqualTo("2026-12-31");
    assertThat(twice.standingOn("2026-07-15").due().first()).hasToString("../2026-06-30");
    assertThat(twice.statusOn("2026-12-02")).isEqualTo(AT_RISK);
  }

  @Test
  void anExtensionNeverShortensADeadline() {
    A overtaken = A.agreement().due(MEASURE, "2027-01-31").extended("2026-06-01", "2026-09-30");
    assertThat(overtaken.standingOn("2026-10-15").due().latest()).isEqualTo("2027-01-31");
    assertThat(overtaken.standingOn("2026-10-15").extended()).isFalse();
  }

  @Test
  void aMilestoneOfUnknownDateMayGetOne() {
    A dated = A.agreement().due(MEASURE, null).extended("2026-06-01", "2026-09-30");
    assertThat(dated.statusOn("2026-05-31")).isEqualTo(NOT_COMPUTABLE);
    assertThat(dated.statusOn("2026-10-01")).isEqualTo(OVERDUE);
    assertThat(dated.standingOn("2026-10-01").due().first()).isNull();
    assertThat(dated.standingOn("2026-10-01").extended()).isTrue();
  }

  @Test
  void aDecisionCountsFromTheDayInTheZoneOfTheBody() {
    A extended = A.agreement().due(MEASURE, "2026-06-30").extended("2026-07-05", "2026-09-30");
    AsOf lastMoment = new AsOf.Moment(java.time.Instant.parse("2026-07-04T19:59:59Z"));
    AsOf midnight = new AsOf.Moment(java.time.Instant.parse("2026-07-04T20:00:00Z"));
    assertThat(extended.judged(lastMoment).standings().get(0).status()).isEqualTo(OVERDUE);
    assertThat(extended.judged(midnight).standings().get(0).status()).isEqualTo(DUE_SOON);
  }

  @Test
  void whatIsDoneAfterItsFirstDateAndBeforeItsNewOneIsDoneOnTime() {
    A done = measure().extended("2026-06-15", "2026-09-30").closes(1, MEASURE_DONE, "2026-08-01");
    assertThat(done.statusOn("2026-08-01")).isEqualTo(DONE_ON_TIME);
  }

  @Test
  void whatIsDoneWhileItIsSuspendedIsDone() {
    A done =
        measure().suspended("2026-06-01", "2026-06-01", null).closes(1, MEASURE_DONE, "2026-06-15");
    assertThat(done.statusOn("2026-06-16")).isEqualTo(DONE_ON_TIME);
  }

  /** What is told of what was lifted is no accusation: it is told to whoever asks for it. */
  private static java.util.List<Status> toldOf(A told, String day) {
    return told.judgedOn(day).findings().stream()
        .peek(finding -> assertThat(finding.status().isReported()).isFalse())
        .map(Finding::status)
        .toList();
  }
}
