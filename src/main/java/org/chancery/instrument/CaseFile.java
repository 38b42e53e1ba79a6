package org.chancery.instrument;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * All that the register holds about one case at one point of its knowledge: the facts that judging
 * rests on.
 *
 * @param instrument the case
 * @param milestones its deadlines, by number
 * @param events all that was recorded, corrected events included, by number
 * @param decisions what managers decided on its deadlines, by number
 */
public record CaseFile(
    Instrument instrument,
    List<Milestone> milestones,
    List<Event> events,
    List<Decision> decisions) {

  /** An immutable copy of the facts. */
  public CaseFile {
    milestones = List.copyOf(milestones);
    events = List.copyOf(events);
    decisions = List.copyOf(decisions);
  }

  /** A case on whose deadlines nothing was decided. */
  public CaseFile(Instrument instrument, List<Milestone> milestones, List<Event> events) {
    this(instrument, milestones, events, List.of());
  }

  /** The name of the case. */
  public Reference reference() {
    return instrument.reference();
  }

  /** What describes the instrument. */
  public Description description() {
    return instrument.description();
  }

  /** The events that stand: recorded and not corrected since, in the order of recording. */
  public List<Event> standing() {
    Set<Integer> corrected = new HashSet<>();
    for (Event event : events) {
      if (event.corrects() != null) {
        corrected.add(event.corrects());
      }
    }
    return corrected.isEmpty()
        ? events
        : events.stream().filter(event -> !corrected.contains(event.id())).toList();
  }

  /** The events that stand and have surely happened by the day, earliest first. */
  public List<Event> happenedBy(LocalDate day) {
    return standing().stream()
        .filter(event -> event.hasSurelyHappenedBy(day))
        .sorted(Comparator.comparing(Event::on).thenComparing(Event::id))
        .toList();
  }

  /** The same with another computed entry into force. */
  public CaseFile inForceOn(@Nullable StatedDate computed) {
    return new CaseFile(instrument.inForceOn(computed), milestones, events, decisions);
  }

  /** The same, of which something was changed at the instant. */
  CaseFile changedAt(Instant at) {
    return new CaseFile(instrument.changedAt(at), milestones, events, decisions);
  }

  /** The same with one event more. */
  CaseFile with(Event event) {
    return new CaseFile(instrument, milestones, and(events, List.of(event)), decisions);
  }

  /** The same with one decision more. */
  CaseFile with(Decision decision) {
    return new CaseFile(instrument, milestones, events, and(decisions, List.of(decision)));
  }

  /** The same with more deadlines. */
  CaseFile with(List<Milestone> more) {
    return withMilestones(and(milestones, more));
  }

  private static <T> List<T> and(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** The same, otherwise described. */
  CaseFile describedAs(Description description, @Nullable Reference parent) {
    return new CaseFile(instrument.describedBy(description, parent), milestones, events, decisions);
  }

  /** The same with these deadlines instead. */
  public CaseFile withMilestones(List<Milestone> all) {
    return new CaseFile(instrument, all, events, decisions);
  }

  /** The same without what surely lies ahead of the day: it is known, and has not happened. */
  public CaseFile until(LocalDate day) {
    return new CaseFile(
        instrument,
        milestones,
        events.stream().filter(event -> !event.on().isSurelyAfter(day)).toList(),
        decisions);
  }

  /**
   * The event that sent this one back, so that it no longer counts: a draft or a signature ad
   * referendum sent back, a note returned, a deposit or notification taken back. One that does not
   * say what it refers to takes back what its party told last.
   */
  public Optional<Event> sentBackBy(Event event) {
    return standing().stream()
        .filter(later -> later.kind().sendsBack() && original(later).id() > original(event).id())
        .filter(later -> refers(later, event) || takesBack(later, event))
        .findFirst();
  }

  private boolean refers(Event later, Event event) {
    return later.refersTo() != null
        && (later.refersTo() == event.id() || later.refersTo() == original(event).id());
  }

  private static boolean takesBack(Event later, Event event) {
    return later.refersTo() == null
        && later.party() != null
        && later.kind().takesBack(event.kind())
        && event.countsFor(later.party());
  }

  /** The standing events of the kinds, in the order of recording. */
  public Stream<Event> standing(EventKind... kinds) {
    Set<EventKind> wanted = Set.of(kinds);
    return standing().stream().filter(event -> wanted.contains(event.kind()));
  }

  /** The last of the standing events that fit; a correction stands where what it corrects did. */
  public Optional<Event> last(Predicate<Event> fits) {
    return standing().stream()
        .filter(fits)
        .max(Comparator.comparing(event -> original(event).id()));
  }

  /**
   * The event that by the day last planned the signing or moved it; where their days do not tell
   * which came last, the one recorded last. Empty while none did.
   */
  public Optional<Event> planOfSigning(LocalDate day) {
    return standing(EventKind.SIGNING_PLANNED, EventKind.SIGNING_POSTPONED)
        .filter(event -> !event.on().isSurelyAfter(day))
        .sorted(Comparator.comparing(event -> original(event).id()))
        .reduce((before, after) -> isSurelyBefore(after, before) ? before : after);
  }

  private static boolean isSurelyBefore(Event one, Event other) {
    LocalDate last = one.on().latest();
    return last != null && other.on().isSurelyAfter(last);
  }

  /** The event as it was first recorded, before it was corrected. */
  public Event original(Event event) {
    Event first = event;
    while (first.corrects() != null) {
      int corrected = first.corrects();
      Event before = events.stream().filter(each -> each.id() == corrected).findAny().orElse(null);
      if (before == null || before.id() >= first.id()) {
        return first;
      }
      first = before;
    }
    return first;
  }

  /** Whether an event of one of the kinds stands. */
  public boolean has(EventKind... kinds) {
    return standing(kinds).findAny().isPresent();
  }

  /** The milestone with the number. */
  public Optional<Milestone> milestone(int id) {
    return milestones.stream().filter(milestone -> milestone.id() == id).findFirst();
  }

  /** The body of ours that answers for the milestone: its own, else the responsible one. */
  public BodyCode bodyOf(Milestone milestone) {
    BodyCode own = milestone.body();
    return own == null ? instrument.description().responsibleBody() : own;
  }

  /** What was decided on the milestone, in the order of deciding. */
  public Stream<Decision> decisionsOn(int milestone) {
    return decisions.stream().filter(decision -> decision.milestone() == milestone);
  }

  /** Whether it was put before a higher manager, and nothing was decided since. */
  public boolean isEscalated(int milestone) {
    return decisionsOn(milestone)
        .reduce((before, after) -> after)
        .filter(last -> last.kind() == Decision.Kind.ESCALATION)
        .isPresent();
  }

  /** Whether the milestone was surely closed by the day, or waived. */
  public boolean isClosed(Milestone milestone, LocalDate day) {
    Closing closing = new Closing.Finder(this).of(milestone, day);
    return (closing != null && closing.on().isSurelyBy(day)) || isWaived(milestone, day);
  }

  /** Whether it was waived by the day, as the days of UTC run. */
  private boolean isWaived(Milestone milestone, LocalDate day) {
    return decisionsOn(milestone.id())
        .filter(decision -> decision.state() == Decision.State.CONFIRMED)
        .map(Decision::effectiveAt)
        .flatMap(Stream::ofNullable)
        .anyMatch(at -> !at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(day));
  }

  /** The stage on the day. */
  public Stage stage(LocalDate day) {
    return StageOf.derive(this, day);
  }
}
