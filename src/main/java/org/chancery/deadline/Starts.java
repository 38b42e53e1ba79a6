package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Consent;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.PartyCode;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/** What has happened in a case by a day, if only perhaps, that sets statutory terms going. */
final class Starts {

  private static final Set<EventKind> EXPRESSES_CONSENT =
      Set.of(EventKind.DEPOSITED, EventKind.EXCHANGED, EventKind.NOTIFICATION_RECEIVED);
  private static final Set<EventKind> SIGNATURE =
      Set.of(EventKind.SIGNED, EventKind.SIGNATURE_CONFIRMED);

  private static final Message PLANNED = Message.of("finding.term.planned-signing");

  private final CaseFile file;
  private final PartyCode home;
  private final LocalDate today;
  private final List<Event> events;
  private @Nullable EntryIntoForce force;

  Starts(CaseFile file, PartyCode home, LocalDate today) {
    this.file = file;
    this.home = home;
    this.today = today;
    this.events =
        file.standing().stream()
            .filter(event -> Span.of(event.on()).mayBeBy(today))
            .sorted(Comparator.comparing(Event::id))
            .toList();
  }

  /**
   * What a term is counted from.
   *
   * @param event the event; null for a computed entry into force
   * @param number the number under which the event was first recorded; null without an event
   * @param when the days on which it may be
   * @param what what it is, in words
   */
  record Start(@Nullable Event event, @Nullable Integer number, Span when, Message what) {

    /** The first day on which it set the term going, if only perhaps; null for no first day. */
    @Nullable LocalDate since() {
      return event == null ? when.earliest() : event.on().earliest();
    }
  }

  /** What sets the term going for the party: none while it has not happened. */
  List<Start> of(StatutoryTerm row, PartyCode party) {
    return switch (row.trigger().pick()) {
      case ENTRY_INTO_FORCE -> entryIntoForce(party).stream().toList();
      case PLANNED_SIGNING -> plannedSigning().stream().toList();
      case EACH -> matching(row, party).map(this::start).toList();
      case FIRST -> matching(row, party).map(this::start).reduce(Starts::first).stream().toList();
      case LAST -> matching(row, party).map(this::start).reduce(Starts::last).stream().toList();
    };
  }

  /** The day on which the party expressed a consent to be bound that stands (VCLT art. 11, 16). */
  Optional<Span> consentOf(PartyCode party) {
    boolean bySignature =
        file.description()
            .party(party)
            .map(file.description()::consentOf)
            .filter(Consent.SIGNATURE::equals)
            .isPresent();
    List<Span> takenBack =
        events.stream()
            .filter(event -> event.kind() == EventKind.CONSENT_WITHDRAWN && isBy(event, party))
            .map(event -> Span.of(event.on()))
            .toList();
    return events.stream()
        .filter(event -> isBy(event, party))
        .filter(
            event ->
                EXPRESSES_CONSENT.contains(event.kind())
                    || (bySignature && SIGNATURE.contains(event.kind())))
        .map(event -> Span.of(event.on()))
        .filter(when -> takenBack.stream().noneMatch(back -> !back.isSurelyBefore(when)))
        .reduce(Span::first);
  }

  /** Whether one of these may be an act of the party by now: an accusation needs certainty. */
  boolean mayHaveHappened(Set<EventKind> kinds, PartyCode party) {
    return events.stream().anyMatch(event -> kinds.contains(event.kind()) && isBy(event, party));
  }

  /** Whether the body of ours may have objected by now, and not before it was asked. */
  boolean mayHaveObjected(@Nullable BodyCode body, Span asked) {
    return events.stream()
        .filter(event -> event.kind() == EventKind.OBJECTED && Objects.equals(event.body(), body))
        .anyMatch(event -> !Span.of(event.on()).isSurelyBefore(asked));
  }

  private Stream<Event> matching(StatutoryTerm row, PartyCode party) {
    return events.stream()
        .filter(event -> row.trigger().kinds().contains(event.kind()))
        .filter(
            event ->
                switch (row.whose()) {
                  case ANY -> true;
                  case OWN -> isBy(event, party);
                  case OTHER -> event.party() != null && !event.party().equals(party);
                });
  }

  /** Of what we prepare at home the party need not be said; of any other act it counts for none. */
  private boolean isBy(Event event, PartyCode party) {
    boolean ours =
        event.party() == null
            && event.source() == null
            && event.kind().phase() == EventKind.Phase.PREPARATION
            && party.equals(home);
    return ours || event.countsFor(party);
  }

  /** For the party: an instrument may be in force among others, and not yet for it. */
  private Optional<Start> entryIntoForce(PartyCode party) {
    if (file.instrument().inForce() != null) {
      return force()
          .of(party)
          .map(EntryIntoForce.OfParty::date)
          .map(Span::of)
          .filter(when -> when.mayBeBy(today))
          .map(when -> new Start(null, null, when, what(EventKind.ENTERED_INTO_FORCE)));
    }
    return events.stream()
        .filter(event -> event.kind() == EventKind.ENTERED_INTO_FORCE && isBy(event, party))
        .map(this::start)
        .reduce(Starts::first);
  }

  /** Computed once, and only where a term asks for it: most cases have none that does. */
  private EntryIntoForce force() {
    EntryIntoForce known = force;
    if (known == null) {
      known = EntryIntoForce.of(file, today);
      force = known;
    }
    return known;
  }

  /** The day for which the signing was last planned; null while it was not. */
  @Nullable StatedDate planOfSigning() {
    return file.planOfSigning(today).map(Event::forDate).orElse(null);
  }

  private Optional<Start> plannedSigning() {
    return file.planOfSigning(today)
        .map(
            event ->
                new Start(
                    event, event.id(), Span.of(Objects.requireNonNull(event.forDate())), PLANNED));
  }

  private Start start(Event event) {
    return new Start(event, file.original(event).id(), Span.of(event.on()), what(event.kind()));
  }

  private static Start first(Start one, Start other) {
    Start sooner = BY_LAST_DAY.compare(one, other) <= 0 ? one : other;
    return new Start(sooner.event, sooner.number, one.when.first(other.when), sooner.what);
  }

  private static Start last(Start one, Start other) {
    Start later = BY_LAST_DAY.compare(one, other) <= 0 ? other : one;
    return new Start(later.event, later.number, one.when.last(other.when), later.what);
  }

  private static final Comparator<Start> BY_LAST_DAY =
      Comparator.comparing(
          start -> Objects.requireNonNullElse(start.when().latest(), LocalDate.MAX));

  /** What a term waits for, in words. */
  static Message what(TermTrigger trigger) {
    return switch (trigger.pick()) {
      case PLANNED_SIGNING -> PLANNED;
      case ENTRY_INTO_FORCE -> what(EventKind.ENTERED_INTO_FORCE);
      default ->
          trigger.kinds().stream()
              .sorted()
              .map(Starts::what)
              .reduce((one, other) -> Message.of("finding.term.or", one, other))
              .orElseThrow();
    };
  }

  private static Message what(EventKind kind) {
    return Message.of("word.event." + kind);
  }
}
