package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * How far a party's parliament has come with the law: submitted, considered by a committee, voted
 * on, adopted; or refused, and submitted anew.
 *
 * @param file the record
 * @param party the party; null when the step stands in no column
 */
record InParliament(CaseFile file, @Nullable String party) {

  private static final List<EventKind> WAY =
      List.of(
          SUBMITTED_TO_PARLIAMENT,
          CONSIDERED_BY_COMMITTEE,
          REFUSED_BY_PARLIAMENT,
          PASSED_BY_PARLIAMENT,
          LAW_ADOPTED);

  /** Whether the record holds what the step is for. */
  boolean isDone(Step step) {
    return switch (step) {
      case SUBMIT_TO_PARLIAMENT -> isBeyond(SUBMITTED_TO_PARLIAMENT);
      case CONSIDER_IN_COMMITTEE -> isBeyond(CONSIDERED_BY_COMMITTEE);
      case VOTE -> isBeyond(REFUSED_BY_PARLIAMENT);
      case DECIDE_AFTER_REFUSAL -> !isRefused();
      case ADOPT_LAW -> isBeyond(LAW_ADOPTED);
      default -> throw new IllegalArgumentException(step.id());
    };
  }

  /** Whether it was refused, and not submitted anew. */
  boolean isRefused() {
    return at().filter(kind -> kind == REFUSED_BY_PARLIAMENT).isPresent();
  }

  private boolean isBeyond(EventKind kind) {
    return at().filter(here -> WAY.indexOf(here) >= WAY.indexOf(kind)).isPresent();
  }

  /** The furthest that was reached; after a refusal, since then. */
  private Optional<EventKind> at() {
    int refused =
        steps()
            .filter(event -> event.kind() == REFUSED_BY_PARLIAMENT)
            .mapToInt(event -> file.original(event).id())
            .max()
            .orElse(0);
    return steps()
        .filter(event -> file.original(event).id() >= refused || event.kind() == LAW_ADOPTED)
        .map(Event::kind)
        .filter(kind -> kind != REFUSED_BY_PARLIAMENT || !isSubmittedAfter(refused))
        .max(Comparator.comparing(WAY::indexOf));
  }

  private boolean isSubmittedAfter(int refused) {
    return steps()
        .anyMatch(
            event ->
                event.kind() == SUBMITTED_TO_PARLIAMENT && file.original(event).id() > refused);
  }

  private Stream<Event> steps() {
    return file.standing().stream()
        .filter(event -> WAY.contains(event.kind()))
        .filter(event -> party != null && event.countsFor(new PartyCode(party)));
  }
}
