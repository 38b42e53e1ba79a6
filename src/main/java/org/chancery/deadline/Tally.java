package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Counts the parties that have done what a clause waits for. An act taken back before enough had
 * acted does not count; one taken back later changes nothing.
 */
final class Tally {

  private final List<Step> steps;

  private Tally(List<Step> steps) {
    this.steps = steps;
  }

  static Tally of(Trigger trigger, Description description, List<Event> events) {
    return new Tally(
        events.stream().flatMap(event -> steps(trigger, description, event)).distinct().toList());
  }

  /** When enough parties had acted; null when they have not. */
  @Nullable Span reached(int enough) {
    LocalDate first = sweep(enough, Step::asEarlyAsPossible);
    LocalDate last = sweep(enough, Step::asLateAsPossible);
    if (first == null || last == null) {
      return null;
    }
    return new Span(
        first.equals(LocalDate.MIN) ? null : first, last.equals(LocalDate.MAX) ? null : last);
  }

  /** How many parties' acts stand in the end. */
  int now() {
    Set<PartyCode> acted = new HashSet<>();
    inOrder(Step::asLateAsPossible).forEach(step -> step.take(acted));
    return acted.size();
  }

  private @Nullable LocalDate sweep(int enough, Function<Step, LocalDate> day) {
    Set<PartyCode> acted = new HashSet<>();
    for (Step step : inOrder(day)) {
      step.take(acted);
      if (acted.size() >= enough) {
        return day.apply(step);
      }
    }
    return null;
  }

  private List<Step> inOrder(Function<Step, LocalDate> day) {
    return steps.stream().sorted(Comparator.comparing(day).thenComparing(Step::id)).toList();
  }

  private static Stream<Step> steps(Trigger trigger, Description description, Event event) {
    boolean does = does(trigger, event.kind());
    boolean undoes = event.kind() == EventKind.CONSENT_WITHDRAWN && canBeTakenBack(trigger);
    if (!does && !undoes) {
      return Stream.empty();
    }
    return description.parties().stream()
        .map(Party::code)
        .filter(event::countsFor)
        .map(party -> new Step(event.id(), party, Span.of(event.on()), does));
  }

  private static boolean does(Trigger trigger, EventKind kind) {
    return switch (trigger) {
      case SIGNATURE, LAST_SIGNATURE ->
          kind == EventKind.SIGNED || kind == EventKind.SIGNATURE_CONFIRMED;
      case EXCHANGE -> kind == EventKind.EXCHANGED;
      case LAST_NOTIFICATION_RECEIVED -> kind == EventKind.NOTIFICATION_RECEIVED;
      case DEPOSIT -> kind == EventKind.DEPOSITED;
      case NOTIFIED_BY_DEPOSITARY, FIXED_DATE -> false;
    };
  }

  private static boolean canBeTakenBack(Trigger trigger) {
    return trigger == Trigger.DEPOSIT || trigger == Trigger.LAST_NOTIFICATION_RECEIVED;
  }

  /** A party acts, or takes its act back. */
  private record Step(int id, PartyCode party, Span when, boolean acts) {

    void take(Set<PartyCode> acted) {
      if (acts) {
        acted.add(party);
      } else {
        acted.remove(party);
      }
    }

    /** On this day, if all goes as fast as the record allows. */
    LocalDate asEarlyAsPossible() {
      return acts ? first() : last();
    }

    /** On this day, if all goes as slowly as the record allows. */
    LocalDate asLateAsPossible() {
      return acts ? last() : first();
    }

    private LocalDate first() {
      return when.earliest() == null ? LocalDate.MIN : when.earliest();
    }

    private LocalDate last() {
      return when.latest() == null ? LocalDate.MAX : when.latest();
    }
  }
}
