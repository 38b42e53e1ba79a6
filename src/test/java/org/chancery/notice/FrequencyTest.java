package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When a digest is due. */
class FrequencyTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  @Test
  void aDailyOneIsDueOnceADay() {
    assertThat(Frequency.DAILY.isDue(MONDAY, MONDAY)).isFalse();
    assertThat(Frequency.DAILY.isDue(MONDAY, MONDAY.plusDays(1))).isTrue();
  }

  @Test
  void aWeeklyOneIsDueOnMondayOrAsSoonAsTheHouseIsAtWorkAgain() {
    assertThat(Frequency.WEEKLY.isDue(MONDAY.minusDays(7), MONDAY.minusDays(1))).isFalse();
    assertThat(Frequency.WEEKLY.isDue(MONDAY.minusDays(7), MONDAY)).isTrue();
    assertThat(Frequency.WEEKLY.isDue(MONDAY.minusDays(7), MONDAY.plusDays(2))).isTrue();
    assertThat(Frequency.WEEKLY.isDue(MONDAY, MONDAY.plusDays(6))).isFalse();
  }

  @Test
  void whoWantsNoneIsDueNone() {
    assertThat(Frequency.NEVER.isDue(MONDAY.minusDays(70), MONDAY)).isFalse();
  }
}
