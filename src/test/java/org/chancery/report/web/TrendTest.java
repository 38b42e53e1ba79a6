package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Of which days the lateness over time is told. */
class TrendTest {

  @Test
  void looksAtTheLastDaysOfTheTwelveMonthsThatHaveEnded() {
    assertThat(Trend.endsOfMonths(LocalDate.of(2026, 11, 21)))
        .hasSize(12)
        .startsWith(LocalDate.of(2025, 11, 30))
        .contains(LocalDate.of(2026, 2, 28))
        .endsWith(LocalDate.of(2026, 10, 31));
  }

  @Test
  void countsAMonthOnItsLastDay() {
    assertThat(Trend.endsOfMonths(LocalDate.of(2026, 11, 30))).endsWith(LocalDate.of(2026, 11, 30));
  }

  @Test
  void doesNotCountAMonthTheDayBefore() {
    assertThat(Trend.endsOfMonths(LocalDate.of(2026, 11, 29))).endsWith(LocalDate.of(2026, 10, 31));
  }
}
