package org.chancery.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from where a caller looks at the record: the parameters {@code asOf}, {@code knownAt}. */
@Component
public class Viewpoints {

  private final Zones zones;
  private final Clock clock;

  Viewpoints(Zones zones, Clock clock) {
    this.zones = zones;
    this.clock = clock;
  }

  /**
   * The viewpoint asked for. Without a day it is the day, in each zone, of {@code knownAt}, and
   * without that the present moment.
   *
   * @param asOf a calendar day
   * @param knownAt an instant of RFC 3339; one that lies ahead is the present one
   * @throws Refusal when one of them is none, or lies outside the years 1 to 9999
   */
  public Viewpoint of(@Nullable LocalDate asOf, @Nullable String knownAt) {
    Instant known = knownAt == null || knownAt.isBlank() ? null : past(instant(knownAt));
    if (asOf != null) {
      require(asOf.getYear(), "parameter.day", asOf);
      return new Viewpoint(AsOf.day(asOf), known);
    }
    return known == null ? Viewpoint.now(clock) : new Viewpoint(new AsOf.Moment(known), known);
  }

  /** The instant up to which the viewpoint knows: its own, else the present one. */
  public Instant knownAt(Viewpoint viewpoint) {
    return viewpoint.knownAt() == null ? clock.instant() : viewpoint.knownAt();
  }

  /** The last instant of this house's day: what was known then was known on the day. */
  public Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(zones.home()).toInstant().minus(1, ChronoUnit.MICROS);
  }

  /** Null, for all that is known, where it has not passed. */
  private @Nullable Instant past(Instant instant) {
    return instant.isBefore(clock.instant()) ? instant : null;
  }

  /** As precise as the register records. */
  private static Instant instant(String text) {
    try {
      Instant instant = Instant.parse(text);
      require(instant.atZone(ZoneOffset.UTC).getYear(), "parameter.instant", "knownAt");
      return instant.truncatedTo(ChronoUnit.MICROS);
    } catch (DateTimeException malformed) {
      throw Refusal.of(Kind.INVALID_PARAMETER, "parameter.instant", "knownAt");
    }
  }

  private static void require(int year, String code, Object... arguments) {
    if (year < 1 || year > 9999) {
      throw Refusal.of(Kind.INVALID_PARAMETER, code, arguments);
    }
  }
}
