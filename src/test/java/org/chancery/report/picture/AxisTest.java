package org.chancery.report.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.chancery.calendar.StatedDate;
import org.junit.jupiter.api.Test;

/** Where days lie on an axis of a hundred days, one percent each. */
class AxisTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final Axis AXIS = new Axis(FIRST, FIRST.plusDays(100), false);
  private static final Axis MIRRORED = new Axis(FIRST, FIRST.plusDays(100), true);
  private static final Offset<Double> CLOSE = within(1e-9);

  @Test
  void drawsAStatedRangeAsABarOfJustTheseDays() {
    Stretch bar = AXIS.stretch(new StatedDate("2026-01-11/2026-01-30"));
    assertThat(bar.left()).isEqualTo(10, CLOSE);
    assertThat(bar.width()).isEqualTo(20, CLOSE);
    assertThat(bar.cutBefore() || bar.cutAfter()).isFalse();
    assertThat(bar.isPoint()).isFalse();
  }

  @Test
  void drawsAnImpreciseDateAsABarOfTheDaysItMayMean() {
    Stretch bar = AXIS.stretch(new StatedDate("2026-02"));
    assertThat(bar.left()).isEqualTo(31, CLOSE);
    assertThat(bar.width()).isEqualTo(28, CLOSE);
  }

  @Test
  void drawsAnApproximateDateAsWideAsItIsVague() {
    Stretch bar = AXIS.stretch(new StatedDate("2026-02~"));
    assertThat(bar.left()).isEqualTo(0, CLOSE);
    assertThat(bar.width()).isEqualTo(90, CLOSE);
  }

  @Test
  void drawsADayAsAPointInItsMiddle() {
    Stretch point = AXIS.stretch(new StatedDate("2026-01-01"));
    assertThat(point.isPoint()).isTrue();
    assertThat(point.middle()).isEqualTo(0.5, CLOSE);
    assertThat(AXIS.at(FIRST)).isEqualTo(0.5, CLOSE);
  }

  @Test
  void leadsWhatHasNoBeginningToTheEdge() {
    Stretch bar = AXIS.stretch(new StatedDate("../2026-01-30"));
    assertThat(bar.left()).isEqualTo(0, CLOSE);
    assertThat(bar.width()).isEqualTo(30, CLOSE);
    assertThat(bar.cutBefore()).isTrue();
    assertThat(bar.cutAfter()).isFalse();
  }

  @Test
  void leadsWhatHasNoEndToTheEdge() {
    Stretch bar = AXIS.stretch(new StatedDate("2026-01-31/.."));
    assertThat(bar.left()).isEqualTo(30, CLOSE);
    assertThat(bar.width()).isEqualTo(70, CLOSE);
    assertThat(bar.cutAfter()).isTrue();
  }

  @Test
  void cutsWhatGoesBeyondIt() {
    Stretch bar = AXIS.stretch(new StatedDate("2025/2027"));
    assertThat(bar.width()).isEqualTo(100, CLOSE);
    assertThat(bar.cutBefore() && bar.cutAfter()).isTrue();
  }

  @Test
  void showsAtItsEdgeWhatLiesWhollyBeyondIt() {
    Stretch before = AXIS.stretch(new StatedDate("2020"));
    assertThat(before.left()).isEqualTo(0, CLOSE);
    assertThat(before.width()).isEqualTo(0, CLOSE);
    assertThat(before.cutBefore()).isTrue();
    Stretch after = AXIS.stretch(new StatedDate("2030"));
    assertThat(after.left()).isEqualTo(100, CLOSE);
    assertThat(after.cutAfter()).isTrue();
  }

  @Test
  void endsWithItsLastDay() {
    assertThat(AXIS.stretch(FIRST, FIRST.plusDays(99)).cutAfter()).isFalse();
    assertThat(AXIS.stretch(FIRST, FIRST.plusDays(100)).cutAfter()).isTrue();
  }

  @Test
  void runsFromTheRightWhereOneReadsSo() {
    Stretch bar = MIRRORED.stretch(new StatedDate("2026-01-11/2026-01-30"));
    assertThat(bar.left()).isEqualTo(70, CLOSE);
    assertThat(bar.width()).isEqualTo(20, CLOSE);
    assertThat(bar.begin()).isEqualTo(90, CLOSE);
    assertThat(bar.end()).isEqualTo(70, CLOSE);
  }

  @Test
  void hasRoomForAllDaysAndToday() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    Axis axis = Axis.around(List.of(LocalDate.of(2020, 5, 1)), today, false);
    assertThat(axis.from()).isBefore(LocalDate.of(2020, 5, 1));
    assertThat(axis.to()).isAfter(today);
  }

  @Test
  void isNotStretchedByADayInAnotherCentury() {
    LocalDate today = LocalDate.of(2026, 11, 21);
    Axis axis = Axis.around(List.of(LocalDate.of(1828, 2, 22)), today, false);
    assertThat(axis.from()).isEqualTo(today.minusDays(20));
  }

  @Test
  void namesAFewDaysWhateverItsLength() {
    for (int days : List.of(40, 100, 400, 1000, 3000, 10000, 40000)) {
      Axis axis = new Axis(FIRST, FIRST.plusDays(days), false);
      assertThat(axis.ticks()).as("%d days", days).hasSizeBetween(1, 6);
    }
    assertThat(new Axis(FIRST, FIRST.plusYears(4), false).ticks())
        .extracting(Tick::day)
        .containsExactly(FIRST, FIRST.plusYears(1), FIRST.plusYears(2), FIRST.plusYears(3));
    assertThat(new Axis(FIRST, FIRST.plusYears(4), false).ticks()).allMatch(Tick::isYear);
    assertThat(AXIS.ticks()).noneMatch(Tick::isYear);
  }

  @Test
  void refusesToBeWithoutADay() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Axis(FIRST, FIRST, false));
  }

  @Test
  void isWrittenAsSvgWantsIt() {
    assertThat(AXIS.stretch(new StatedDate("2026-01-11/2026-01-30")).x()).isEqualTo("10.00%");
  }
}
