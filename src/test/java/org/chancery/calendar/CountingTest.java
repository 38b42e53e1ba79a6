package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.chancery.calendar.MonthEnd.CLAMP;
import static org.chancery.calendar.MonthEnd.ROLL;
import static org.chancery.calendar.Term.Unit.CALENDAR_DAYS;
import static org.chancery.calendar.Term.Unit.MONTHS;
import static org.chancery.calendar.Term.Unit.WEEKS;
import static org.chancery.calendar.Term.Unit.WORKING_DAYS;
import static org.chancery.calendar.Term.Unit.YEARS;
import static org.chancery.calendar.Term.after;
import static org.chancery.calendar.Term.before;

import java.time.LocalDate;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Answer.NotComputable;
import org.chancery.web.Message;
import org.junit.jupiter.api.Test;

class CountingTest {

  private final Calendars calendars = CalendarFixture.shipped();

  @Test
  void theThirtyFirstOfMarchAndThreeMonthsIsClampedOrRolledOver() {
    assertThat(counted(after(3, MONTHS).at(CLAMP), "2026-03-31")).isEqualTo("2026-06-30");
    assertThat(counted(after(3, MONTHS).at(ROLL), "2026-03-31")).isEqualTo("2026-07-01");
    assertThat(counted(after(3, MONTHS).at(ROLL), "2026-03-30")).isEqualTo("2026-06-30");
  }

  @Test
  void theThirtyFirstOfMayThreeMonthsBackIsClampedOrRolledOver() {
    assertThat(counted(before(3, MONTHS).at(CLAMP), "2026-05-31")).isEqualTo("2026-02-28");
    assertThat(counted(before(3, MONTHS).at(ROLL), "2026-05-31")).isEqualTo("2026-03-01");
  }

  @Test
  void ninetyDaysAreNotThreeMonths() {
    assertThat(counted(after(90, CALENDAR_DAYS), "2026-03-31")).isEqualTo("2026-06-29");
    assertThat(counted(after(90, CALENDAR_DAYS), "2026-01-15")).isEqualTo("2026-04-15");
    assertThat(counted(after(90, CALENDAR_DAYS), "2028-01-15")).isEqualTo("2028-04-14");
    assertThat(counted(after(3, MONTHS), "2028-01-15")).isEqualTo("2028-04-15");
  }

  @Test
  void aLeapDayIsCounted() {
    assertThat(counted(after(1, CALENDAR_DAYS), "2028-02-28")).isEqualTo("2028-02-29");
    assertThat(counted(after(1, CALENDAR_DAYS), "2027-02-28")).isEqualTo("2027-03-01");
    assertThat(counted(after(1, YEARS).at(CLAMP), "2028-02-29")).isEqualTo("2029-02-28");
    assertThat(counted(after(1, YEARS).at(ROLL), "2028-02-29")).isEqualTo("2029-03-01");
    assertThat(counted(after(4, YEARS), "2028-02-29")).isEqualTo("2032-02-29");
    assertThat(counted(before(1, YEARS), "2028-02-29")).isEqualTo("2027-02-28");
    assertThat(counted(after(1, CALENDAR_DAYS), "2100-02-28")).isEqualTo("2100-03-01");
  }

  @Test
  void aSigningIsPrecededByThirtyAndByFourteenDays() {
    assertThat(counted(before(30, CALENDAR_DAYS), "2026-12-15")).isEqualTo("2026-11-15");
    assertThat(counted(before(14, CALENDAR_DAYS), "2026-12-15")).isEqualTo("2026-12-01");
    assertThat(counted(before(30, CALENDAR_DAYS), "2026-12-22")).isEqualTo("2026-11-22");
    assertThat(counted(before(30, CALENDAR_DAYS), "2028-03-15")).isEqualTo("2028-02-14");
  }

  @Test
  void theViennaConventionEntersIntoForceOnTheThirtiethDay() {
    assertThat(counted(after(30, CALENDAR_DAYS), "1979-12-28")).isEqualTo("1980-01-27");
  }

  @Test
  void aReservationIsOpenToObjectionForTwelveMonths() {
    assertThat(counted(after(12, MONTHS), "2027-02-28")).isEqualTo("2028-02-28");
  }

  @Test
  void theFirstDayCountsWhereTheTermSaysSo() {
    assertThat(counted(after(30, CALENDAR_DAYS).firstDayCounts(), "2026-03-01"))
        .isEqualTo("2026-03-30");
    assertThat(counted(before(14, CALENDAR_DAYS).firstDayCounts(), "2026-12-15"))
        .isEqualTo("2026-12-02");
    assertThat(counted(after(1, WEEKS).firstDayCounts(), "2026-03-02")).isEqualTo("2026-03-08");
    assertThat(counted(after(1, MONTHS).firstDayCounts(), "2026-03-01")).isEqualTo("2026-03-31");
    assertThat(counted(before(1, MONTHS).firstDayCounts(), "2026-03-31")).isEqualTo("2026-03-01");
    assertThat(counted(after(1, MONTHS).firstDayCounts(), "2026-01-31")).isEqualTo("2026-02-28");
    assertThat(counted(after(1, WORKING_DAYS).firstDayCounts(), "2026-02-11"))
        .isEqualTo("2026-02-11");
    assertThat(counted(after(1, WORKING_DAYS).firstDayCounts(), "2026-02-14"))
        .as("a Saturday does not count")
        .isEqualTo("2026-02-16");
  }

  @Test
  void weeksKeepTheDayOfTheWeek() {
    assertThat(counted(after(2, WEEKS), "2026-03-04")).isEqualTo("2026-03-18");
    assertThat(counted(before(2, WEEKS), "2026-03-04")).isEqualTo("2026-02-18");
  }

  @Test
  void noTimeAtAllIsTheDayItself() {
    assertThat(counted(after(0, CALENDAR_DAYS), "2026-03-31")).isEqualTo("2026-03-31");
    assertThat(counted(before(0, MONTHS), "2026-03-31")).isEqualTo("2026-03-31");
    assertThat(counted(after(0, WORKING_DAYS), "2026-03-21")).isEqualTo("2026-03-21");
  }

  @Test
  void workingDaysLeapOverNowruzAndItsMovedDays() {
    assertThat(counted(after(10, WORKING_DAYS), "2026-03-12")).isEqualTo("2026-04-06");
    assertThat(counted(before(10, WORKING_DAYS), "2026-04-06")).isEqualTo("2026-03-12");
  }

  @Test
  void anOverrideOfKurbanOrNowruzMovesTheTerm() {
    WorkingCalendar bare = CalendarFixture.with().of("AZ", null);
    WorkingCalendar overridden =
        CalendarFixture.with(
                "AZ,,2026-03-23,WORKING,moved,a decision,false",
                "AZ,,2026-05-29,CLOSED,Kurban,a decision,false")
            .of("AZ", null);
    assertThat(counted(after(1, WORKING_DAYS), "2026-03-19", bare)).isEqualTo("2026-03-25");
    assertThat(counted(after(1, WORKING_DAYS), "2026-03-19", overridden)).isEqualTo("2026-03-23");
    assertThat(counted(after(1, WORKING_DAYS), "2026-05-26", bare)).isEqualTo("2026-05-29");
    assertThat(counted(after(1, WORKING_DAYS), "2026-05-26", overridden)).isEqualTo("2026-06-01");
  }

  @Test
  void workingDaysThatLeaveTheCalendarAreNotComputable() {
    WorkingCalendar calendar = calendars.of("AZ", null);
    assertThat(Counting.count(after(1, WORKING_DAYS), date("2027-12-30"), calendar))
        .isEqualTo(no("2028"));
    assertThat(Counting.count(before(3, WORKING_DAYS), date("2023-01-05"), calendar))
        .isEqualTo(no("2022"));
    assertThat(counted(after(1, CALENDAR_DAYS), "2027-12-31")).isEqualTo("2028-01-01");
  }

  @Test
  void aTermIsNeverNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> after(-1, CALENDAR_DAYS));
    assertThatIllegalArgumentException().isThrownBy(() -> after(0, CALENDAR_DAYS).firstDayCounts());
  }

  private String counted(Term term, String day) {
    return counted(term, day, calendars.of("AZ", null));
  }

  private static String counted(Term term, String day, WorkingCalendar calendar) {
    return ((Known<LocalDate>) Counting.count(term, date(day), calendar)).value().toString();
  }

  private static NotComputable<LocalDate> no(String year) {
    return new NotComputable<>(Message.of("calendar.year", "AZ", year));
  }

  private static LocalDate date(String day) {
    return LocalDate.parse(day);
  }
}
