package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatedDateTest {

  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "2026-12-31,     2026-12-31, 2026-12-31",
    "2026-12,        2026-12-01, 2026-12-31",
    "2026,           2026-01-01, 2026-12-31",
    "2026-12-31~,    2026-12-30, 2027-01-01",
    "2024-11~,       2024-10-01, 2024-12-31",
    "2024-11?,       2024-10-01, 2024-12-31",
    "2024-11%,       2024-10-01, 2024-12-31",
    "2026~,          2025-01-01, 2027-12-31",
    "2026-XX,        2026-01-01, 2026-12-31",
    "2026-XX-XX,     2026-01-01, 2026-12-31",
    "2026-XX-15,     2026-01-01, 2026-12-31",
    "2026-02-XX,     2026-02-01, 2026-02-28",
    "XXXX,           ,           ",
    "XXXX-12,        ,           ",
    "XXXX-12-31,     ,           ",
    "2022/2026,      2022-01-01, 2026-12-31",
    "2022-05/2022-06-10, 2022-05-01, 2022-06-10",
    "2024~/2026,     2023-01-01, 2026-12-31",
    "2026-05-01/2026-05-01, 2026-05-01, 2026-05-01",
    "../2026-12-31,  ,           2026-12-31",
    "/2026,          ,           2026-12-31",
    "2026-12-31/..,  2026-12-31, ",
    "2026-12-31/,    2026-12-31, ",
    "2026/XXXX,      2026-01-01, ",
  })
  void meansTheDaysOfItsForm(
      String edtf, @Nullable LocalDate earliest, @Nullable LocalDate latest) {
    StatedDate date = new StatedDate(edtf);
    assertThat(date.earliest()).isEqualTo(earliest);
    assertThat(date.latest()).isEqualTo(latest);
    assertThat(date).hasToString(edtf);
  }

  @ParameterizedTest
  @CsvSource({
    "2026,          2026-01-01",
    "2026-12,       2026-12-01",
    "2026-12-31,    2026-12-31",
    "2024-11~,      2024-10-01",
    "XXXX,          ",
    "2022/2026,     2026-12-31",
    "../2026-12-31, 2026-12-31",
    "2026/..,       ",
  })
  void isDueFromTheLastDayOfAPeriodButTheFirstOfAPoint(String edtf, @Nullable LocalDate due) {
    assertThat(new StatedDate(edtf).dueEarliest()).isEqualTo(due);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "tomorrow",
        "31.12.2026",
        "2026-12-31T00:00:00Z",
        "26",
        "12026",
        "+12026-01-01",
        "-2026",
        "2026-1",
        "2026-12-1",
        "2026-12-31 ",
        "2026XX",
        "XX26",
        "~2026",
        "2026~~",
        "//",
        "2025/2026/2027",
        "2026/tomorrow",
        "../....",
        "٢٠٢٦"
      })
  void refusesWhatIsNoDate(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new StatedDate(text))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("date.malformed"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-13",
        "2026-00",
        "2026-02-30",
        "2026-04-31",
        "2026-01-00",
        "2025-02-29",
        "1900-02-29",
        "2026-XX-32",
        "2026-XX-00",
        "XXXX-13",
        "XXXX-12-32",
        "2026-02-30/..",
      })
  void refusesADayThatTheCalendarHasNot(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new StatedDate(text))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("date.nonexistent"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026/2022", "2026-05-02/2026-05-01", "../..", "/", "../", "/.."})
  void refusesAPeriodThatEndsBeforeItBeginsOrSaysNothing(String text) {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> new StatedDate(text))
        .satisfies(invalid -> assertThat(invalid.reason().code()).isEqualTo("date.interval"))
        .satisfies(invalid -> assertThat(invalid.reason().arguments()).containsExactly(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-02-29", "2000-02-29", "2028-02-29"})
  void knowsLeapDays(String text) {
    assertThat(new StatedDate(text).isExact()).isTrue();
    assertThat(new StatedDate(text.substring(0, 7)).latest()).isEqualTo(text);
  }

  @Test
  void isExactWhenItIsOneDay() {
    assertThat(List.of("2026-12-31", "2026-12-31/2026-12-31"))
        .allMatch(text -> new StatedDate(text).isExact());
    assertThat(List.of("2026-12-31~", "2026-12", "2026", "XXXX", "../2026-12-31"))
        .noneMatch(text -> new StatedDate(text).isExact());
    assertThat(StatedDate.of(LocalDate.of(2026, 3, 4))).isEqualTo(new StatedDate("2026-03-04"));
  }

  @Test
  void isSurelyByADayFromItsLastDayOn() {
    StatedDate month = new StatedDate("2026-12");
    assertThat(month.isSurelyBy(LocalDate.of(2026, 12, 31))).isTrue();
    assertThat(month.isSurelyBy(LocalDate.of(2026, 12, 30))).isFalse();
    assertThat(new StatedDate("2026/..").isSurelyBy(LocalDate.of(9999, 1, 1))).isFalse();
  }

  @Test
  void isSurelyAfterADayBeforeItsFirst() {
    StatedDate month = new StatedDate("2026-12");
    assertThat(month.isSurelyAfter(LocalDate.of(2026, 11, 30))).isTrue();
    assertThat(month.isSurelyAfter(LocalDate.of(2026, 12, 1))).isFalse();
    assertThat(new StatedDate("../2026").isSurelyAfter(LocalDate.of(1, 1, 1))).isFalse();
  }

  @Test
  void isOrderedByItsLastDayThenItsFirst() {
    assertThat(
            List.of("XXXX", "2026", "2026/..", "2026-12-31", "2025", "2026-05").stream()
                .map(StatedDate::new)
                .sorted()
                .map(StatedDate::edtf))
        .containsExactly("2025", "2026-05", "2026", "2026-12-31", "2026/..", "XXXX");
  }

  @Test
  void isAStringInJson() throws JsonProcessingException {
    StatedDate date = new StatedDate("../2026-12-31");
    assertThat(json.writeValueAsString(date)).isEqualTo("\"../2026-12-31\"");
    assertThat(json.readValue("\"../2026-12-31\"", StatedDate.class)).isEqualTo(date);
    assertThat(json.readValue("null", StatedDate.class)).isNull();
    assertThatExceptionOfType(JsonProcessingException.class)
        .isThrownBy(() -> json.readValue("\"2026-13\"", StatedDate.class));
  }
}
