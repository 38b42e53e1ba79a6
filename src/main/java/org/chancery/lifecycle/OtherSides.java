package org.chancery.lifecycle;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Source;
import org.chancery.instrument.Stage;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose turn it is: what waits on the other sides of a case, and since when. */
@Component
public class OtherSides {

  /** The only stages in which anything can wait on another side. */
  public static final Set<Stage> STAGES = Set.of(Stage.SIGNED, Stage.CONSENT_PENDING);

  private final Instruments instruments;
  private final PartyCode home;

  OtherSides(Instruments instruments, Courses courses) {
    this.instruments = instruments;
    this.home = courses.home();
  }

  /** What waits on the other sides today; nothing once the case is in force, or has ended. */
  public List<Awaited> awaitedIn(CaseFile file) {
    LocalDate today = instruments.today();
    CaseFile known = file.until(today);
    if (!STAGES.contains(known.stage(today)) || !isConcludedWithUs(known)) {
      return List.of();
    }
    Awaiting awaiting = new Awaiting(new Course(known, home, today));
    Map<PartyCode, Awaited.What> turns = new LinkedHashMap<>();
    awaiting.signatures().forEach(code -> turns.put(code, Awaited.What.SIGNATURE));
    awaiting.replies().forEach(code -> turns.put(code, Awaited.What.REPLY));
    awaiting.noticesOnceOursIsOut().forEach(code -> turns.putIfAbsent(code, Awaited.What.NOTICE));
    Optional<Event> ours = lastThatStands(awaiting, known);
    return turns.entrySet().stream()
        .map(turn -> awaited(file, turn.getKey(), turn.getValue(), ours))
        .toList();
  }

  /** Whether the step is only to write down what another side does. */
  public boolean isOnlyAwaiting(OpenStep step) {
    return Step.withId(step.step())
        .filter(each -> each == Step.RECEIVE_REPLY || each == Step.RECEIVE_NOTIFICATION)
        .isPresent();
  }

  /**
   * The event since which the step waits on its side; empty where the record names none.
   *
   * @param file the case as known
   */
  public Optional<Event> waitsSince(OpenStep step, CaseFile file) {
    return Turn.of(step, file.until(instruments.today()));
  }

  /** Where we are no party, or nothing is to be concluded, nobody's turn can be told. */
  private boolean isConcludedWithUs(CaseFile file) {
    Description description = file.description();
    return description.party(home).isPresent() && !description.type().isPerformedOnly();
  }

  private static Optional<Event> lastThatStands(Awaiting awaiting, CaseFile file) {
    return awaiting
        .ourActs()
        .filter(event -> file.sentBackBy(event).isEmpty())
        .max(Comparator.comparing(Event::on));
  }

  private static Awaited awaited(
      CaseFile file, PartyCode party, Awaited.What what, Optional<Event> ours) {
    @Nullable StatedDate since = ours.map(Event::on).orElse(null);
    @Nullable Source source = ours.map(Event::source).orElse(null);
    @Nullable StatedDate reminded =
        file.standing(EventKind.REMINDED)
            .filter(event -> event.countsFor(party))
            .map(Event::on)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return new Awaited(file, party, what, since, source, reminded);
  }
}
