package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventFixture.event;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.report.web.Pin.Days;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which days of a deadline or an event are drawn. */
class PinTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  @Test
  void isEachDayOfAStatedPeriod() {
    assertThat(stated("2022/2026")).contains(days("2022-01-01", "2026-12-31"));
  }

  @Test
  void isEachDayThatAnImpreciseDateMayMean() {
    assertThat(stated("2026-12")).contains(days("2026-12-01", "2026-12-31"));
  }

  @Test
  void isTheLastDayOfWhatIsDueByADay() {
    assertThat(stated("../2026-12-31")).contains(days("2026-12-31", "2026-12-31"));
  }

  @Test
  void isOpenWhereNoEndIsStated() {
    assertThat(stated("2026-12-31/..")).contains(new Days(LocalDate.of(2026, 12, 31), null));
  }

  @Test
  void isNothingWhereNothingSaysByWhen() {
    assertThat(stated("XXXX")).isEmpty();
    assertThat(pin(Status.NOT_COMPUTABLE, null, null)).isEmpty();
  }

  @Test
  void isLateFromTheDayAfterItsLastUntilToday() {
    assertThat(pin(Status.OVERDUE, "2026-11-10", null).orElseThrow().late())
        .isEqualTo(days("2026-11-11", "2026-11-21"));
  }

  @Test
  void isLateUntilTheDayItWasDone() {
    Pin pin = pin(Status.DONE_LATE, "2026-11-10", "2026-11-12").orElseThrow();
    assertThat(pin.late()).isEqualTo(days("2026-11-11", "2026-11-12"));
    assertThat(pin.done()).isEqualTo(days("2026-11-12", "2026-11-12"));
  }

  @Test
  void isNotLateWhileItHasTime() {
    assertThat(pin(Status.DUE_SOON, "2026-12-10", null).orElseThrow().late()).isNull();
    assertThat(pin(Status.WAIVED, "2026-01-10", null).orElseThrow().late()).isNull();
  }

  @Test
  void keepsTheDayItWasFirstDue() {
    Due due = due("2026-12-10", new StatedDate("../2026-09-30"));
    assertThat(Pin.of("#m1", "", Status.DUE_SOON, due, null, DAY).orElseThrow().first())
        .isEqualTo(days("2026-09-30", "2026-09-30"));
  }

  @Test
  void isAnEventOnTheDaysItMayHaveHappened() {
    Event event =
        CaseFixture.agreement().with(event(EventKind.SIGNED, "2026-05")).file().events().get(0);
    Pin pin = Pin.of(event, "Signed").orElseThrow();
    assertThat(pin.stated()).isEqualTo(days("2026-05-01", "2026-05-31"));
    assertThat(pin.href()).isEqualTo("#e1");
  }

  private static Optional<Days> stated(String edtf) {
    return pin(Status.RUNNING, edtf, null).map(Pin::stated);
  }

  private static Optional<Pin> pin(
      Status status, @Nullable String edtf, @Nullable String closedOn) {
    Due due = edtf == null ? null : due(edtf, null);
    StatedDate closed = closedOn == null ? null : new StatedDate(closedOn);
    return Pin.of("#m1", "A deadline", status, due, closed, DAY);
  }

  private static Due due(String edtf, @Nullable StatedDate first) {
    StatedDate date = new StatedDate(edtf);
    return new Due(
        null, date, date.dueEarliest(), date.latest(), first, ZoneId.of("Asia/Baku"), List.of());
  }

  private static Days days(String from, String to) {
    return new Days(LocalDate.parse(from), LocalDate.parse(to));
  }
}
