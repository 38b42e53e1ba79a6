package org.chancery.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AsOfTest {

  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  @Test
  void aDayIsTheSameEverywhere() {
    LocalDate day = LocalDate.of(2026, 12, 31);
    assertThat(AsOf.day(day).dayIn(BAKU)).isEqualTo(day);
    assertThat(AsOf.day(day).dayIn(ISTANBUL)).isEqualTo(day);
  }

  @Test
  void aMomentHasEachZonesOwnDay() {
    Clock clock = Clock.fixed(Instant.parse("2026-12-31T20:30:00Z"), ZoneOffset.UTC);
    assertThat(AsOf.now(clock).dayIn(BAKU)).isEqualTo("2027-01-01");
    assertThat(AsOf.now(clock).dayIn(ISTANBUL)).isEqualTo("2026-12-31");
  }
}
