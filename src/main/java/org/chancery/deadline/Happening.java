package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the rules: an event of the case that stands, with its dates read.
 *
 * @param event the event
 * @param when the days on which it may have happened
 * @param actor whose act it is; an act of this house's own knowledge that names no party is ours;
 *     null: of all, or not stated
 * @param recordedOn the day it was recorded
 * @param isPast whether it had surely happened by the day of judging
 */
public record Happening(
    Event event, Span when, @Nullable PartyCode actor, LocalDate recordedOn, boolean isPast) {

  static Happening of(Event event, PartyCode home, ZoneId zone, LocalDate today) {
    Span when = Span.of(event.on());
    boolean ours = event.party() == null && event.source() == null;
    boolean ofAll = event.kind().isOfAllPartiesUnlessNamed();
    PartyCode actor = ours && !ofAll ? home : event.party();
    LocalDate recordedOn = event.recordedAt().atZone(zone).toLocalDate();
    return new Happening(event, when, actor, recordedOn, when.isSurelyBy(today));
  }

  /** What happened. */
  public EventKind kind() {
    return event.kind();
  }

  /** Whether this house knows it by itself, not from a source. */
  public boolean isOwn() {
    return event.source() == null;
  }

  /** Whether it is the act of the party, alone or with others. */
  public boolean isOf(PartyCode party) {
    return actor == null ? event.countsFor(party) : actor.equals(party);
  }

  /** The day by which it has surely happened. */
  public LocalDate lastDay() {
    LocalDate latest = when.latest();
    return latest == null ? recordedOn : latest;
  }

  /** Whether it surely came before the other. */
  public boolean isSurelyBefore(Happening other) {
    return when.isSurelyBefore(other.when);
  }

  /** Whether it surely came after the other. */
  public boolean isSurelyAfter(Happening other) {
    return other.when.isSurelyBefore(when);
  }

  /** Whether it comes before the other where each has its place: by day, then by number. */
  public boolean precedes(Happening other) {
    int byDay = event.on().compareTo(other.event.on());
    return byDay != 0 ? byDay < 0 : event.id() < other.event.id();
  }

  /** Whether it may have come before the other, or on the same day. */
  public boolean mayPrecede(Happening other) {
    return !other.when.isSurelyBefore(when);
  }

  /** Whether more than so many days have surely passed since. */
  public boolean isOlderThan(int days, LocalDate today) {
    return when.isSurelyBy(today.minusDays(days + 1L));
  }

  /** Whether it may lie on or after the day. */
  public boolean mayBeSince(LocalDate day) {
    return when.latest() == null || !when.latest().isBefore(day);
  }

  /** Whether it was recorded before the first day on which it can have happened. */
  public boolean isRecordedTooSoon() {
    return when.isSurelyAfter(recordedOn);
  }

  /** Whether it completes a party's consent in a way that follows upon signature (VCLT art. 14). */
  public boolean isConsentAfterSignature() {
    return kind() == EventKind.RATIFIED
        || kind() == EventKind.APPROVED
        || kind() == EventKind.ACCEPTED;
  }

  /** Whether it is a signature, be it ad referendum. */
  public boolean isSignature() {
    return kind() == EventKind.SIGNED || kind() == EventKind.SIGNED_AD_REFERENDUM;
  }

  /** Whether this and the other are statements, by two sources, of one and the same act. */
  public boolean isSameActStatedBySomeoneElse(Happening other) {
    return kind() == other.kind()
        && java.util.Objects.equals(event.party(), other.event.party())
        && java.util.Objects.equals(event.milestone(), other.event.milestone())
        && (event.milestone() != null || happensOnce())
        && event.source() != null
        && other.event.source() != null
        && !event.source().equals(other.event.source());
  }

  /** The fact, for a finding. */
  public Finding.Fact fact() {
    return Finding.Fact.of(event);
  }

  private boolean happensOnce() {
    return switch (kind()) {
      case SIGNED,
          RATIFIED,
          APPROVED,
          ACCEPTED,
          ACCEDED,
          EXCHANGED,
          ENTERED_INTO_FORCE,
          REGISTERED_UN,
          TERMINATED,
          EXPIRED,
          WITHDRAWN ->
          true;
      default -> false;
    };
  }
}
