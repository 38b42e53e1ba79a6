package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Term.Direction;
import org.chancery.calendar.Term.Unit;

/** What holds for every term and every day. */
class CountingPropertiesTest {

  private static final int TRIES = 2_000;
  private static final Calendars CALENDARS = CalendarFixture.ofManyYears();
  private static final Calendars OTHERS = CalendarFixture.ofManyYears();

  @Property(tries = TRIES)
  void countingBackUndoesDaysAndWeeks(
      @ForAll("days") LocalDate day, @ForAll("terms") Term drawn, @ForAll("plainUnits") Unit unit) {
    Term term = in(unit, drawn);
    assertThat(count(reversed(term), count(term, day, "AZ"), "AZ")).isEqualTo(day);
  }

  @Property(tries = TRIES)
  void countingBackUndoesMonthsAndYearsWhereBothMonthsHaveTheDay(
      @ForAll("days") LocalDate day, @ForAll("terms") Term drawn, @ForAll("datedUnits") Unit unit) {
    Term term = in(unit, drawn);
    LocalDate there = count(term, day, "AZ");
    int counted = term.firstDayCounted() ? step(term) : 0;
    Assume.that(there.getDayOfMonth() == day.getDayOfMonth() - counted);
    Assume.that(YearMonth.from(day).isValidDay(there.getDayOfMonth()));
    assertThat(count(reversed(term), there, "AZ")).isEqualTo(day);
  }

  @Property(tries = TRIES)
  void countingBackUndoesWorkingDaysFromAWorkingDay(
      @ForAll("days") LocalDate day,
      @ForAll("terms") Term drawn,
      @ForAll("countries") String country) {
    Assume.that(works(day, country));
    Term term = in(Unit.WORKING_DAYS, drawn);
    assertThat(count(reversed(term), count(term, day, country), country)).isEqualTo(day);
  }

  @Property(tries = TRIES)
  void aLaterDayNeverEndsATermSooner(
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(max = 60) int later,
      @ForAll("terms") Term term,
      @ForAll("countries") String country) {
    assertThat(count(term, day.plusDays(later), country))
        .isAfterOrEqualTo(count(term, day, country));
  }

  @Property(tries = TRIES)
  void aLongerTermNeverEndsNearer(
      @ForAll("days") LocalDate day,
      @ForAll("terms") Term term,
      @ForAll("countries") String country) {
    Term longer =
        new Term(
            term.count() + 1,
            term.unit(),
            term.direction(),
            term.firstDayCounted(),
            term.monthEnd());
    LocalDate end = count(term, day, country);
    LocalDate further = count(longer, day, country);
    if (term.direction() == Direction.AFTER) {
      assertThat(further).isAfter(end);
    } else {
      assertThat(further).isBefore(end);
    }
  }

  @Property(tries = TRIES)
  void workingDaysEndOnAWorkingDay(
      @ForAll("days") LocalDate day,
      @ForAll @IntRange(min = 1, max = 60) int count,
      @ForAll("countries") String country) {
    assertThat(works(count(Term.after(count, Unit.WORKING_DAYS), day, country), country)).isTrue();
    assertThat(works(count(Term.before(count, Unit.WORKING_DAYS), day, country), country)).isTrue();
  }

  @Property(tries = TRIES)
  void theSameQuestionHasTheSameAnswerFromWhateverWasAskedBefore(
      @ForAll("days") LocalDate day,
      @ForAll("terms") Term term,
      @ForAll("countries") String country) {
    assertThat(Counting.count(term, day, CALENDARS.of(country, null)))
        .isEqualTo(Counting.count(term, day, OTHERS.of(country, "mfa")));
  }

  @Provide
  Arbitrary<LocalDate> days() {
    long first = LocalDate.of(2024, 1, 1).toEpochDay();
    long last = LocalDate.of(2045, 12, 31).toEpochDay();
    return Arbitraries.longs().between(first, last).map(LocalDate::ofEpochDay);
  }

  @Provide
  Arbitrary<String> countries() {
    return Arbitraries.of("AZ", "KZ", "UZ", "TR", "DE", "SA").withoutEdgeCases();
  }

  @Provide
  Arbitrary<Unit> plainUnits() {
    return Arbitraries.of(Unit.CALENDAR_DAYS, Unit.WEEKS);
  }

  @Provide
  Arbitrary<Unit> datedUnits() {
    return Arbitraries.of(Unit.MONTHS, Unit.YEARS);
  }

  @Provide
  Arbitrary<Term> terms() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 200),
            Arbitraries.of(Unit.class),
            Arbitraries.of(Direction.class),
            Arbitraries.of(true, false),
            Arbitraries.of(MonthEnd.class))
        .as(Term::new);
  }

  private static Term in(Unit unit, Term term) {
    return new Term(term.count(), unit, term.direction(), term.firstDayCounted(), term.monthEnd());
  }

  private static Term reversed(Term term) {
    Direction back = term.direction() == Direction.AFTER ? Direction.BEFORE : Direction.AFTER;
    return new Term(term.count(), term.unit(), back, term.firstDayCounted(), term.monthEnd());
  }

  private static int step(Term term) {
    return term.direction() == Direction.AFTER ? 1 : -1;
  }

  private static boolean works(LocalDate day, String country) {
    return ((Known<Boolean>) CALENDARS.of(country, null).isWorking(day)).value();
  }

  private static LocalDate count(Term term, LocalDate day, String country) {
    return ((Known<LocalDate>) Counting.count(term, day, CALENDARS.of(country, null))).value();
  }
}
