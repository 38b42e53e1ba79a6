package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A malformed table of the calendars stops the start. */
class CalendarTablesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          XX,,2026-01-05,CLOSED,a,b,false | line 2, column code
          AZ,MFA,2026-01-05,CLOSED,a,b,false | line 2, column body
          AZ,,2026-02-30,CLOSED,a,b,false | line 2, column date
          AZ,,--02-30,CLOSED,a,b,false | line 2, column date
          AZ,,2026-01-05,OPEN,a,b,false | line 2, column kind
          AZ,,2026-01-05,CLOSED,,b,false | line 2, column name
          AZ,,2026-01-05,CLOSED,a,,false | line 2, column basis
          AZ,,2026-01-05,CLOSED,a,b,perhaps | line 2, column estimated
          AZ,,2026-01-05,CLOSED,a,b | line 2
          """)
  void aMalformedOverrideStopsTheStart(String row, String place) {
    assertThatIllegalStateException()
        .isThrownBy(() -> CalendarFixture.with(row))
        .withMessageContaining(place);
  }

  @Test
  void anOverrideStatedTwiceStopsTheStart() {
    String row = "AZ,,2026-01-05,CLOSED,a,b,false";
    assertThatIllegalStateException()
        .isThrownBy(() -> CalendarFixture.with(row, row))
        .withMessageContaining("line 3, column date");
  }

  @Test
  void malformedWeeksStopTheStart() {
    String columns = "code,weekend,from,to,basis\n";
    refusesWeeks(columns + "AZ,SUNDAY,2020,2030,x\n", "lacks the row *");
    refusesWeeks(columns + "*,SONNTAG,2020,2030,x\n", "line 2, column weekend");
    refusesWeeks(columns + "*,SUNDAY,2030,2020,x\n", "line 2, column to");
    refusesWeeks(columns + "*,SUNDAY,2020,2030,x\n*,SUNDAY,2020,2030,x\n", "line 3, column code");
    refusesWeeks(columns + "AZE,SUNDAY,2020,2030,x\n", "line 2, column code");
    refusesWeeks(
        columns + "*,MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY,2020,2030,x\n",
        "leaves no day");
  }

  @Test
  void malformedFeastsStopTheStart() {
    String columns = "code,feast,days,basis\n";
    refusesFeasts(columns + "XX,ID_AL_FITR,3,x\n", "line 2, column code");
    refusesFeasts(columns + "TR,ID_AL_FITR,0,x\n", "line 2, column days");
    refusesFeasts(columns + "TR,ID_AL_FITR,15,x\n", "line 2, column days");
    refusesFeasts(columns + "TR,ID_AL_FITR,3,x\nTR,ID_AL_FITR,3,x\n", "line 3, column feast");
  }

  private static void refusesWeeks(String table, String reason) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new Weeks(CalendarFixture.text(table)))
        .withMessageContaining(reason);
  }

  private static void refusesFeasts(String table, String reason) {
    assertThatIllegalStateException()
        .isThrownBy(() -> new PublicHolidays(CalendarFixture.text(table)))
        .withMessageContaining(reason);
  }
}
