package org.chancery;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The moment at which tests of the whole application play. */
@TestConfiguration(proxyBeanMethods = false)
public class TestTime {

  /** The day on which the tests play. */
  public static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  private static volatile Instant now = TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

  /** Does the work as if it were the instant. */
  public static <T> T at(Instant instant, Supplier<T> work) {
    Instant before = now;
    now = instant;
    try {
      return work.get();
    } finally {
      now = before;
    }
  }

  @Bean
  @Primary
  Clock testClock() {
    return new Standing();
  }

  /** Noon of the day, for ever, unless a test moves it. */
  private static final class Standing extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
