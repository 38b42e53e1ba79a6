package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/** A standing event as a programmer without rules would prepare it: its days read once. */
record Happened(
    Event event,
    EventKind kind,
    @Nullable LocalDate first,
    @Nullable LocalDate last,
    @Nullable PartyCode actor,
    LocalDate recordedOn,
    boolean past) {

  static Happened of(Event event, PartyCode home, ZoneId zone, LocalDate today) {
    LocalDate last = event.on().latest();
    PartyCode actor = event.party();
    if (actor == null && event.source() == null && !event.kind().isOfAllPartiesUnlessNamed()) {
      actor = home;
    }
    return new Happened(
        event,
        event.kind(),
        event.on().earliest(),
        last,
        actor,
        event.recordedAt().atZone(zone).toLocalDate(),
        last != null && !last.isAfter(today));
  }

  boolean isSignature() {
    return kind == EventKind.SIGNED || kind == EventKind.SIGNED_AD_REFERENDUM;
  }

  boolean isOf(PartyCode party) {
    return actor == null ? kind.isOfAllPartiesUnlessNamed() : actor.equals(party);
  }

  boolean isOwn() {
    return event.source() == null;
  }

  /** Whether it surely came first. */
  boolean isBefore(Happened other) {
    return last != null && other.first != null && other.first.isAfter(last);
  }

  boolean isBefore(StatedDate date) {
    LocalDate from = date.earliest();
    return last != null && from != null && from.isAfter(last);
  }

  boolean isAfter(StatedDate date) {
    LocalDate until = date.latest();
    return until != null && first != null && first.isAfter(until);
  }

  /** Whether its place is before the other's. */
  boolean precedes(Happened other) {
    int order = byDay(last, other.last);
    order = order == 0 ? byDay(first, other.first) : order;
    return order == 0 ? event.id() < other.event.id() : order < 0;
  }

  /** The first days first, what is unknown last. */
  static int byDay(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return Boolean.compare(one == null, other == null);
    }
    return one.compareTo(other);
  }

  /** The day by which it has surely happened. */
  LocalDate day() {
    return last == null ? recordedOn : last;
  }

  Finding.Fact fact() {
    return new Finding.Fact(
        kind.name(), event.id(), null, event.party(), event.on(), null, event.source(), null);
  }
}
