package org.chancery.deadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What each party did that a trigger waits for, and when it took that back. Nothing here rests on
 * the order of recording.
 */
final class Acts {

  /**
   * What one party did.
   *
   * @param party the party
   * @param when the days on which it may have been; of a notice, the day it sets
   * @param takenBack when the party took it back; null while it stands
   */
  record Act(PartyCode party, Span when, @Nullable Span takenBack) {}

  private final Trigger trigger;
  private final Map<Integer, Event> nowById;
  private final Map<PartyCode, List<Event>> withdrawals;
  private final Map<PartyCode, List<Act>> acts = new HashMap<>();

  private Acts(Trigger trigger, CaseFile file, List<Event> events) {
    this.trigger = trigger;
    this.nowById = now(file);
    this.withdrawals =
        events.stream()
            .filter(event -> event.kind() == EventKind.CONSENT_WITHDRAWN && event.party() != null)
            .collect(Collectors.groupingBy(Acts::actor));
    Set<PartyCode> parties =
        file.description().parties().stream().map(Party::code).collect(Collectors.toSet());
    events.stream()
        .filter(event -> does(event.kind()) && !isReturned(event, file, events))
        .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
        .forEach(event -> add(event, parties));
  }

  /**
   * @param events those of the case's standing events that count
   */
  static Acts of(Trigger trigger, CaseFile file, List<Event> events) {
    return new Acts(trigger, file, events);
  }

  /** The acts of all parties. */
  List<Act> all() {
    return acts.values().stream().flatMap(List::stream).toList();
  }

  /** The acts of one party, earliest first. */
  List<Act> of(PartyCode party) {
    return acts.getOrDefault(party, List.of());
  }

  private void add(Event event, Set<PartyCode> parties) {
    if (event.party() != null) {
      if (parties.contains(event.party())) {
        add(event, event.party());
      }
    } else if (event.kind().isOfAllPartiesUnlessNamed()) {
      parties.forEach(party -> add(event, party));
    }
  }

  private void add(Event event, PartyCode party) {
    List<Act> own = acts.computeIfAbsent(party, none -> new ArrayList<>());
    if (trigger == Trigger.NOTIFIED_BY_DEPOSITARY) {
      own.clear(); // a later notice replaces the one before
    }
    StatedDate day = trigger == Trigger.NOTIFIED_BY_DEPOSITARY ? event.forDate() : event.on();
    own.add(new Act(party, day == null ? Span.UNKNOWN : Span.of(day), takenBack(event, party)));
  }

  private @Nullable Span takenBack(Event act, PartyCode party) {
    if (trigger != Trigger.DEPOSIT && trigger != Trigger.LAST_NOTIFICATION_RECEIVED) {
      return null;
    }
    return withdrawals.getOrDefault(party, List.of()).stream()
        .filter(withdrawal -> takesBack(withdrawal, act))
        .min(Comparator.comparing(Event::on))
        .map(withdrawal -> Span.of(withdrawal.on()))
        .orElse(null);
  }

  /** A note that was returned to its sender has not been received (VCLT art. 78). */
  private static boolean isReturned(Event note, CaseFile file, List<Event> events) {
    return note.kind() == EventKind.NOTIFICATION_RECEIVED
        && file.sentBackBy(note)
            .filter(event -> event.kind() == EventKind.NOTE_RETURNED && events.contains(event))
            .isPresent();
  }

  /** What it names, else whatever the party may have done by then. */
  private boolean takesBack(Event withdrawal, Event act) {
    Event named = withdrawal.refersTo() == null ? null : nowById.get(withdrawal.refersTo());
    if (named != null && does(named.kind())) {
      return named.id() == act.id();
    }
    return !Span.of(withdrawal.on()).isSurelyBefore(Span.of(act.on()));
  }

  private boolean does(EventKind kind) {
    return switch (trigger) {
      case SIGNATURE, LAST_SIGNATURE ->
          kind == EventKind.SIGNED || kind == EventKind.SIGNATURE_CONFIRMED;
      case EXCHANGE -> kind == EventKind.EXCHANGED;
      case LAST_NOTIFICATION_RECEIVED -> kind == EventKind.NOTIFICATION_RECEIVED;
      case DEPOSIT -> kind == EventKind.DEPOSITED;
      case NOTIFIED_BY_DEPOSITARY -> kind == EventKind.NOTIFIED_BY_DEPOSITARY;
      case FIXED_DATE -> false;
    };
  }

  /** Each number that an event was ever recorded under, with the event as it stands now. */
  private static Map<Integer, Event> now(CaseFile file) {
    Map<Integer, Event> now = new HashMap<>();
    List<Event> newestFirst =
        file.events().stream().sorted(Comparator.comparing(Event::id).reversed()).toList();
    for (Event event : newestFirst) {
      Event stands = now.computeIfAbsent(event.id(), itself -> event);
      if (event.corrects() != null) {
        now.putIfAbsent(event.corrects(), stands);
      }
    }
    return now;
  }

  private static PartyCode actor(Event event) {
    return Objects.requireNonNull(event.party());
  }
}
