package org.chancery.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Answer.NotComputable;
import org.chancery.calendar.DayOverride.Kind;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {

  private final Calendars shipped = CalendarFixture.shipped();

  @ParameterizedTest
  @CsvSource({"AZ", "KZ", "UZ", "TR", "DE"})
  void aWeekdayIsWorkedAndAWeekendIsNot(String code) {
    assertThat(works(shipped, code, null, "2026-02-11")).isTrue();
    assertThat(works(shipped, code, null, "2026-02-14")).isFalse();
    assertThat(works(shipped, code, null, "2026-02-15")).isFalse();
    assertThat(year(shipped, code, null, 2026).weekend()).containsExactly(SATURDAY, SUNDAY);
  }

  @Test
  void anotherWeekendComesFromTheTable() {
    assertThat(year(shipped, "SA", null, 2026).weekend()).containsExactly(FRIDAY, SATURDAY);
    assertThat(works(shipped, "SA", null, "2026-02-13")).isFalse();
    assertThat(works(shipped, "SA", null, "2026-02-15")).isTrue();
  }

  @Test
  void nowruzIsClosedAndItsMovedDaysToo() {
    for (int day = 20; day <= 30; day++) {
      assertThat(works(shipped, "AZ", null, "2026-03-" + day)).as("March " + day).isFalse();
    }
    assertThat(works(shipped, "AZ", null, "2026-03-19")).isTrue();
    assertThat(works(shipped, "AZ", null, "2026-03-31")).isTrue();
  }

  @Test
  void aBayramInTurkeyLastsAsLongAsTheLawSays() {
    assertThat(year(shipped, "TR", null, 2027).holidays())
        .filteredOn(Holiday::estimated)
        .extracting(Holiday::date)
        .containsExactly(
            date("2027-03-09"),
            date("2027-03-10"),
            date("2027-03-11"),
            date("2027-05-16"),
            date("2027-05-17"),
            date("2027-05-18"));
    assertThat(holiday(shipped, "TR", "2027-05-19").estimated()).as("another holiday").isFalse();
  }

  @Test
  void aProclaimedFeastIsNoLongerEstimated() {
    assertThat(holiday(shipped, "TR", "2026-05-27").estimated()).isFalse();
    assertThat(holiday(shipped, "AZ", "2026-05-27").estimated()).isFalse();
    assertThat(holiday(shipped, "KZ", "2026-05-27").estimated()).isFalse();
    assertThat(holiday(shipped, "UZ", "2026-03-20").estimated()).isFalse();
    assertThat(holiday(shipped, "UZ", "2026-05-27").estimated()).isTrue();
    assertThat(holiday(shipped, "UZ", "2026-03-21").estimated()).isFalse();
  }

  @Test
  void aHolidayThatIsSureHidesAFeastOnTheSameDay() {
    assertThat(holiday(shipped, "AZ", "2026-05-28"))
        .returns(false, Holiday::estimated)
        .returns("Independence Day", Holiday::name);
  }

  @Test
  void aFeastThatBeginsInOneYearEndsInTheNext() {
    PublicHolidays holidays = new PublicHolidays(CalendarFixture.table("feasts"));
    assertThat(holidays.of("TR", 2006)).extracting(Holiday::date).contains(date("2006-12-31"));
    assertThat(holidays.of("TR", 2007)).extracting(Holiday::date).contains(date("2007-01-03"));
  }

  @Test
  void anOverrideWinsOverKurbanAndNowruz() {
    Calendars calendars =
        CalendarFixture.with(
            "AZ,,2027-05-16,WORKING,Kurban is a day later,a decision,false",
            "AZ,,2027-05-18,CLOSED,Kurban day 2,a decision,false",
            "AZ,,2027-03-22,WORKING,moved to Saturday,a decision,false");
    assertThat(works(calendars, "AZ", null, "2027-05-18")).isFalse();
    assertThat(works(calendars, "AZ", null, "2027-05-16")).as("a Sunday, worked").isTrue();
    assertThat(works(calendars, "AZ", null, "2027-03-22")).isTrue();
    assertThat(works(calendars, "AZ", null, "2027-03-23")).isFalse();
    assertThat(year(calendars, "AZ", null, 2027).overrides())
        .extracting(DayOverride::kind)
        .containsExactly(Kind.WORKING, Kind.WORKING, Kind.CLOSED);
    assertThat(year(calendars, "AZ", null, 2027).holidays())
        .extracting(Holiday::date)
        .doesNotContain(date("2027-05-16"), date("2027-03-22"));
  }

  @Test
  void aFeastProclaimedForAnotherDayLeavesTheEstimatedOne() {
    Calendars calendars =
        CalendarFixture.with(
            "UZ,,2027-03-09,ORDINARY,Ramazan is a day later,a decision,false",
            "UZ,,2027-03-10,CLOSED,Ramazan,a decision,false",
            "UZ,,2027-05-16,ORDINARY,Kurban is a day later,a decision,false");
    assertThat(holiday(CalendarFixture.with(), "UZ", "2027-03-09").estimated()).isTrue();
    assertThat(works(calendars, "UZ", null, "2027-03-09")).isTrue();
    assertThat(works(calendars, "UZ", null, "2027-03-10")).isFalse();
    assertThat(works(calendars, "UZ", null, "2027-05-16")).as("a Sunday all the same").isFalse();
    assertThat(year(calendars, "UZ", null, 2027).holidays())
        .noneMatch(Holiday::estimated)
        .extracting(Holiday::date)
        .contains(date("2027-03-10"))
        .doesNotContain(date("2027-03-09"), date("2027-05-16"));
  }

  @Test
  void aFeastIsEstimatedUntilAnOverrideProclaimsIt() {
    Calendars proclaimed =
        CalendarFixture.with(
            "AZ,,2027-03-09,CLOSED,Ramazan,a decision,false",
            "AZ,,2027-05-16,CLOSED,Kurban,a calendar,true");
    assertThat(holiday(shipped, "AZ", "2027-03-09").estimated()).isTrue();
    assertThat(holiday(proclaimed, "AZ", "2027-03-09"))
        .isEqualTo(new Holiday(date("2027-03-09"), "Ramazan", false, "a decision"));
    assertThat(holiday(proclaimed, "AZ", "2027-05-16").estimated()).isTrue();
  }

  @Test
  void aHolidayThatTheLawEndedIsNone() {
    assertThat(works(shipped, "KZ", null, "2025-09-01")).as("for 30 August, a Saturday").isFalse();
    assertThat(works(shipped, "KZ", null, "2026-08-31")).isTrue();
    assertThat(works(shipped, "KZ", null, "2027-08-30")).isTrue();
    assertThat(works(shipped, "KZ", null, "2027-03-15")).as("the new Constitution Day").isFalse();
  }

  @Test
  void twoDaysThatChangedPlacesAreWorkedTheOtherWayRound() {
    assertThat(works(shipped, "AZ", null, "2025-06-27")).isFalse();
    assertThat(works(shipped, "AZ", null, "2025-06-21")).as("a Saturday").isTrue();
    assertThat(works(shipped, "AZ", null, "2025-03-27")).isFalse();
    assertThat(works(shipped, "AZ", null, "2025-03-10")).as("no day off any more").isTrue();
    assertThat(works(shipped, "UZ", null, "2026-12-31")).isFalse();
    assertThat(works(shipped, "UZ", null, "2026-12-12")).as("a Saturday").isTrue();
  }

  /** Stated by the ministries of labour of Azerbaijan and (less 17 June, taken back) Kazakhstan. */
  @ParameterizedTest
  @CsvSource({"AZ, 2025, 239", "AZ, 2026, 241", "KZ, 2024, 249"})
  void aYearHasAsManyWorkingDaysAsItsStateSays(String code, int year, int days) {
    assertThat(year(shipped, code, null, year).workingDays()).isEqualTo(days);
  }

  @Test
  void aBodyWithoutRowsOfItsOwnSharesTheYearOfItsCountry() {
    Calendars calendars =
        CalendarFixture.with("AZ,mfa,2026-02-11,CLOSED,Day of the foreign service,an order,false");
    CalendarYear country = year(calendars, "AZ", null, 2026);
    assertThat(year(calendars, "AZ", "justice", 2026)).isSameAs(country);
    assertThat(year(calendars, "AZ", null, 2026)).isSameAs(country);
    assertThat(year(calendars, "AZ", "mfa", 2026))
        .isNotSameAs(country)
        .isSameAs(year(calendars, "AZ", "mfa", 2026));
  }

  @Test
  void aBodyHasClosingDaysOfItsOwn() {
    Calendars calendars =
        CalendarFixture.with(
            "AZ,mfa,2026-02-11,CLOSED,Day of the foreign service,an order,false",
            "AZ,mfa,2026-12-31,WORKING,On duty,an order,false",
            "AZ,,2026-12-31,CLOSED,Solidarity Day,Labour Code,false");
    assertThat(works(calendars, "AZ", "mfa", "2026-02-11")).isFalse();
    assertThat(works(calendars, "AZ", "mfa", "2026-12-31")).isTrue();
    assertThat(works(calendars, "AZ", "justice", "2026-02-11")).isTrue();
    assertThat(works(calendars, "AZ", null, "2026-02-11")).isTrue();
    assertThat(works(calendars, "AZ", null, "2026-12-31")).isFalse();
  }

  @Test
  void oneDateWinsOverEveryYear() {
    Calendars calendars =
        CalendarFixture.with(
            "KZ,,2026-10-25,WORKING,moved,a decision,false",
            "KZ,,--10-25,CLOSED,Republic Day,a law,false",
            "KZ,,--02-29,CLOSED,A leap day,a law,false");
    assertThat(works(calendars, "KZ", null, "2026-10-25")).as("a Sunday, worked").isTrue();
    assertThat(works(calendars, "KZ", null, "2027-10-25")).isFalse();
    assertThat(works(calendars, "KZ", null, "2024-02-29")).isFalse();
    assertThat(year(calendars, "KZ", null, 2026).overrides()).hasSize(1);
  }

  @Test
  void countsTheWorkingDaysOfAYear() {
    Calendars bare = CalendarFixture.with();
    // 261 weekdays; of the nine holidays and the feast, 8 March and 30 August are Sundays, 9 May a
    // Saturday, and 22 March a Sunday.
    assertThat(year(bare, "KZ", null, 2026).workingDays()).isEqualTo(261 - 6);
    assertThat(year(bare, "SA", null, 2026).workingDays()).isBetween(240, 261);
  }

  @Test
  void aYearOrACountryWithoutCalendarIsNotComputable() {
    assertThat(shipped.year("AZ", null, 2022)).isEqualTo(no("calendar.year", "AZ", "2022"));
    assertThat(shipped.year("AZ", null, 2028)).isEqualTo(no("calendar.year", "AZ", "2028"));
    assertThat(shipped.year("AZ", null, 2023)).isInstanceOf(Known.class);
    assertThat(shipped.year("AZ", null, 2027)).isInstanceOf(Known.class);
    assertThat(shipped.year("XX", null, 2026)).isEqualTo(no("calendar.unknown", "XX"));
    assertThat(shipped.year("NYSE", null, 2026)).isEqualTo(no("calendar.unknown", "NYSE"));
    assertThat(shipped.of("AZ", null).isWorking(date("2028-01-03")))
        .isEqualTo(no("calendar.year", "AZ", "2028"));
  }

  private static boolean works(
      Calendars calendars, String code, @Nullable String body, String day) {
    return ((Known<Boolean>) calendars.of(code, body).isWorking(date(day))).value();
  }

  private static CalendarYear year(
      Calendars calendars, String code, @Nullable String body, int year) {
    return ((Known<CalendarYear>) calendars.year(code, body, year)).value();
  }

  private static Holiday holiday(Calendars calendars, String code, String day) {
    List<Holiday> all = year(calendars, code, null, date(day).getYear()).holidays();
    return all.stream().filter(each -> each.date().equals(date(day))).findFirst().orElseThrow();
  }

  private static NotComputable<Object> no(String code, Object... arguments) {
    return new NotComputable<>(Message.of(code, arguments));
  }

  private static LocalDate date(String day) {
    return LocalDate.parse(day);
  }
}
