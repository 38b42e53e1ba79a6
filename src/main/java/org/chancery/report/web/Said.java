package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chancery.calendar.Viewpoints;
import org.chancery.calendar.Zones;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The fields of the report's form that ask what it said at another moment, in this house's time:
 * {@code then}, that the day asked about is meant as its end knew it, and {@code known}, a moment.
 * The address names the instant itself, so that it means the same to everyone.
 */
@Component
class Said {

  private static final String THEN = "then";
  private static final String KNOWN = "known";
  private static final String INSTANT = "knownAt";

  private final Viewpoints viewpoints;
  private final Zones zones;

  Said(Viewpoints viewpoints, Zones zones) {
    this.viewpoints = viewpoints;
    this.zones = zones;
  }

  /** The address that names the instant which the fields mean; empty when none is filled in. */
  Optional<String> address(Asked asked) {
    if (!asked.has(THEN) && !asked.has(KNOWN)) {
      return Optional.empty();
    }
    Instant instant = instant(asked);
    Map<String, List<String>> values = new LinkedHashMap<>(asked.values());
    values.keySet().removeAll(List.of(THEN, KNOWN));
    Asked plain = new Asked(asked.path(), values);
    return Optional.of(instant == null ? plain.with(INSTANT) : plain.with(INSTANT, instant));
  }

  /** Whether the day asked about is looked at as its end knew it. */
  boolean isThen(Asked asked) {
    LocalDate day = asked.day("asOf");
    Instant instant = asked.one(INSTANT, Instant::parse);
    return day != null && instant != null && instant.equals(viewpoints.endOf(day));
  }

  /** The moment of the field; empty for none. */
  String known(Asked asked) {
    Instant instant = asked.one(INSTANT, Instant::parse);
    return instant == null || isThen(asked)
        ? ""
        : LocalDateTime.ofInstant(instant, zones.home()).truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private @Nullable Instant instant(Asked asked) {
    LocalDate day = asked.day("asOf");
    if (asked.has(THEN)) {
      return day == null ? null : viewpoints.endOf(day);
    }
    LocalDateTime known = asked.one(KNOWN, LocalDateTime::parse);
    return known == null ? null : known.atZone(zones.home()).toInstant();
  }
}
