package org.chancery.deadline;

import java.time.ZoneId;
import org.chancery.access.BodyCode;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.WorkingCalendar;
import org.chancery.calendar.Zones;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;

/** Where a deadline must be met: when a day ends there, and on which days one works. */
final class Places {

  private final BodyZones bodies;
  private final Zones states;
  private final Calendars calendars;
  private final PartyCode home;

  /**
   * @param home the State whose house this is
   */
  Places(BodyZones bodies, Zones states, Calendars calendars, PartyCode home) {
    this.bodies = bodies;
    this.states = states;
    this.calendars = calendars;
    this.home = home;
  }

  /** Where the days of this house end. */
  ZoneId home() {
    return zoneOf(home);
  }

  /** Where the days of the body end; those of this house where it is not known. */
  ZoneId zoneOf(BodyCode body) {
    return bodies.zoneOf(body).orElseGet(this::home);
  }

  /** Where the day of the milestone ends: with its body, else its party's State, else here. */
  ZoneId zoneOf(Milestone milestone) {
    BodyCode body = milestone.body();
    ZoneId ofBody = body == null ? null : bodies.zoneOf(body).orElse(null);
    if (ofBody != null) {
      return ofBody;
    }
    PartyCode party = milestone.party();
    return zoneOf(party == null ? home : party);
  }

  private ZoneId zoneOf(PartyCode state) {
    return states
        .of(state.value())
        .or(() -> states.of(home.value()))
        .orElseThrow(() -> new IllegalStateException("rules/calendar/zones.csv lacks " + home));
  }

  /** The working days of the body that must act, else of the party's State, else of this one. */
  WorkingCalendar calendarOf(Milestone milestone) {
    BodyCode body = milestone.body();
    PartyCode party = milestone.party() == null ? home : milestone.party();
    return body == null
        ? calendars.of(party.value(), null)
        : calendars.of(bodies.stateOf(body).orElse(home.value()), body.value());
  }
}
