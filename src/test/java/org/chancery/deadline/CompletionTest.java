package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.chancery.deadline.Status.*;
import static org.chancery.instrument.EventKind.*;
import static org.chancery.instrument.MilestoneKind.*;

import java.time.LocalDate;
import org.chancery.calendar.StatedDate;
import org.junit.jupiter.api.Test;

/** Was it done, and in time? */
class CompletionTest {

  @Test
  void aMilestoneWhoseCaseEndedBeforeItFellDueIsCancelled() {
    A ended = A.agreement().due(MEASURE, "2026-12-31").stated(WITHDRAWN, null, "2026-06-01");
    assertThat(ended.statusOn("2026-06-01")).isEqualTo(CANCELLED);
    assertThat(ended.standingOn("2027-06-01").daysLate()).isNull();
    assertThat(ended.judgedOn("2027-06-01").findings()).isEmpty();
    assertThat(ended.statusOn("2026-05-31")).isEqualTo(RUNNING);
    A endedLater = A.agreement().due(MEASURE, "2026-12-31").stated(WITHDRAWN, null, "2026-12-31");
    assertThat(endedLater.statusOn("2027-01-01")).isEqualTo(OVERDUE);
  }

  @Test
  void aMilestoneThatTheEndOfTheCaseClosesIsDone() {
    A renewal = A.agreement().due(RENEWAL, "2026-12-31").stated(EXPIRED, null, "2026-06-01");
    assertThat(renewal.statusOn("2026-06-01")).isEqualTo(DONE_ON_TIME);
  }

  @Test
  void aMilestoneThatWasNotDoneAfterItsLastPossibleDayWasDoneOnTime() {
    A onTime = A.agreement().due(MEASURE, "2026-06-30").closes(1, MEASURE_DONE, "2026-06-30");
    assertThat(onTime.standingOn("2026-07-01"))
        .extracting(Standing::status, Standing::daysLate, Standing::closedBy)
        .containsExactly(DONE_ON_TIME, new DaysLate(0, 0), 1);
    assertThat(onTime.statusOn("2026-06-29")).isEqualTo(DUE_SOON);
  }

  @Test
  void aMilestoneThatWasDoneAfterItsLastPossibleDayWasDoneLate() {
    A late = A.agreement().due(MEASURE, "2026-06").closes(1, MEASURE_DONE, "2026-07-01/2026-07-10");
    assertThat(late.standingOn("2027-01-01"))
        .extracting(Standing::status, Standing::daysLate)
        .containsExactly(DONE_LATE, new DaysLate(1, 39));
    assertThat(late.judgedOn("2027-01-01").findings())
        .extracting(Finding::status, Finding::firstHeldOn)
        .containsExactly(tuple(DONE_LATE, LocalDate.of(2026, 7, 10)));
    assertThat(DONE_LATE.isReported()).isFalse();
    A perhaps = A.agreement().due(MEASURE, "2026-06").closes(1, MEASURE_DONE, "2026");
    assertThat(perhaps.statusOn("2027-01-01")).isEqualTo(DONE_ON_TIME);
  }

  @Test
  void aReservationToWhichNobodyObjectedInTimeCountsAsAccepted() {
    A reserved =
        A.agreement()
            .byLawSince("2020-01-01")
            .stated(DEPOSITED, "AZ", "2025-01-10")
            .stated(RESERVATION_MADE, "KZ", "2025-06-30");
    String objection = "vclt-reservation-objection";
    assertThat(reserved.standingOn("2026-06-30", objection).status()).isEqualTo(DUE_TODAY);
    assertThat(reserved.standingOn("2026-07-01", objection))
        .extracting(Standing::status, Standing::closedOn, Standing::closedBy)
        .containsExactly(DONE_ON_TIME, new StatedDate("2026-06-30"), null);
    reserved.objects(2, "AZ", "2026-07-05");
    assertThat(reserved.standingOn("2026-07-05", objection).status()).isEqualTo(DONE_LATE);
    assertThat(A.agreement().due(MEASURE, "2026-06-30").statusOn("2026-07-01")).isEqualTo(OVERDUE);
  }

  @Test
  void aMilestoneThatWasDoneIsNeverNotComputable() {
    assertThat(
            A.agreement()
                .due(MEASURE, null)
                .closes(1, MEASURE_DONE, "2024")
                .standingOn("2026-01-01"))
        .extracting(Standing::status, Standing::daysLate)
        .containsExactly(DONE_ON_TIME, null);
  }
}
