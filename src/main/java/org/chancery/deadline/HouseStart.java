package org.chancery.deadline;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Zones;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The day this house began to work. A register that is filled with old instruments must accuse
 * nobody on its first day, so most terms bind from then on.
 */
@Component
class HouseStart {

  private final LocalDate day;

  HouseStart(JdbcClient jdbc, Clock clock, Zones zones) {
    LocalDate today = AsOf.now(clock).dayIn(zones.home());
    this.day = stored(jdbc).or(() -> begun(jdbc, today)).orElse(today);
  }

  /** The day; today, when the house has not worked before. */
  LocalDate day() {
    return day;
  }

  private static Optional<LocalDate> begun(JdbcClient jdbc, LocalDate today) {
    try {
      jdbc.sql("insert into house_start (id, first_day) values (1, ?)").param(today).update();
      return Optional.of(today);
    } catch (DuplicateKeyException alreadyThere) {
      // Another node that starts at the same moment has just inserted it.
      return stored(jdbc);
    }
  }

  private static Optional<LocalDate> stored(JdbcClient jdbc) {
    return jdbc.sql("select first_day from house_start where id = 1")
        .query(LocalDate.class)
        .optional();
  }
}
