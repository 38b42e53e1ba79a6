package org.chancery.instrument;

import static org.chancery.instrument.EventKind.*;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.instrument.EventKind.Phase;

/** Derives the stage of a case on a day from what has surely happened by then. */
final class StageOf {

  private final CaseFile file;
  private final LocalDate day;
  private final List<Event> happened;

  private StageOf(CaseFile file, LocalDate day) {
    this.file = file;
    this.day = day;
    List<Event> all = file.happenedBy(day);
    this.happened = all.stream().filter(event -> !isSentBack(event, all)).toList();
  }

  static Stage derive(CaseFile file, LocalDate day) {
    return new StageOf(file, day).stage();
  }

  /** A signature ad referendum that was not confirmed leads back to the negotiation. */
  private boolean isSentBack(Event event, List<Event> all) {
    return event.kind() == SIGNED_AD_REFERENDUM
        && file.sentBackBy(event).filter(all::contains).isPresent();
  }

  private Stage stage() {
    if (happened.isEmpty()) {
      boolean reported =
          !Optional.ofNullable(file.description().sources()).orElse(List.of()).isEmpty();
      return reported ? Stage.UNKNOWN : Stage.INITIATIVE;
    }
    return ended().or(this::performance).or(this::conclusion).orElseGet(this::preparation);
  }

  private Optional<Stage> ended() {
    return happened.stream()
        .filter(event -> event.kind().endsTheCase())
        .max(Comparator.comparing(Event::id))
        .map(event -> Stage.valueOf(event.kind().name()));
  }

  private Optional<Stage> performance() {
    boolean inForce = isInForce();
    if (!inForce && !file.description().type().isPerformedOnly()) {
      return Optional.empty();
    }
    if (isPerformed()) {
      return Optional.of(Stage.PERFORMED);
    }
    if (inForce) {
      return Optional.of(stageInForce());
    }
    return has(MEASURE_DONE, REPORTED) ? Optional.of(Stage.RUNNING) : Optional.empty();
  }

  private boolean isInForce() {
    var computed = file.instrument().inForce();
    return computed != null ? computed.isSurelyBy(day) : has(ENTERED_INTO_FORCE);
  }

  private Stage stageInForce() {
    Description description = file.description();
    if (description.type().isProgramme()) {
      return Stage.RUNNING;
    }
    boolean political = Boolean.FALSE.equals(description.binding());
    boolean notSaid = description.binding() == null && description.type().isMemorandum();
    return political || notSaid ? Stage.IN_EFFECT : Stage.IN_FORCE;
  }

  private boolean isPerformed() {
    List<Milestone> measures =
        file.milestones().stream().filter(each -> each.kind().isPerformance()).toList();
    return !measures.isEmpty() && measures.stream().allMatch(each -> file.isClosed(each, day));
  }

  private Optional<Stage> conclusion() {
    if (has(Phase.CONSENT) || (allHaveSigned() && consentIsMoreThanSignature())) {
      return Optional.of(Stage.CONSENT_PENDING);
    }
    boolean signed = has(SIGNED, SIGNED_AD_REFERENDUM, SIGNATURE_CONFIRMED);
    return signed || has(Phase.AFTER) ? Optional.of(Stage.SIGNED) : Optional.empty();
  }

  private boolean allHaveSigned() {
    return file.description().parties().stream().allMatch(party -> hasSigned(party.code()));
  }

  private boolean hasSigned(PartyCode party) {
    return happened.stream()
        .filter(event -> event.kind() == SIGNED || event.kind() == SIGNATURE_CONFIRMED)
        .anyMatch(event -> event.countsFor(party));
  }

  private boolean consentIsMoreThanSignature() {
    Description description = file.description();
    return description.parties().stream()
        .map(description::consentOf)
        .anyMatch(consent -> consent != null && consent != Consent.SIGNATURE);
  }

  private Stage preparation() {
    if (isReturned()) {
      return Stage.DRAFTING;
    }
    if (has(INITIALLED)) {
      return Stage.INITIALLED;
    }
    if (has(AUTHORISED) || allHaveCleared()) {
      return Stage.AUTHORISATION;
    }
    if (has(EXPERTISE_GIVEN, CLEARED, OBJECTED)) {
      return Stage.CLEARANCE;
    }
    return has(DRAFTED) ? Stage.DRAFTING : Stage.INITIATIVE;
  }

  /** Whether the draft was sent back and nothing but a new draft has followed. */
  private boolean isReturned() {
    return last(RETURNED, EXPERTISE_GIVEN, CLEARED, OBJECTED, AUTHORISED, INITIALLED) == RETURNED;
  }

  private boolean allHaveCleared() {
    int returned = lastNumber(RETURNED);
    Set<BodyCode> cleared =
        happened.stream()
            .filter(event -> event.kind() == CLEARED && event.body() != null)
            .filter(event -> file.original(event).id() > returned)
            .map(Event::body)
            .collect(Collectors.toSet());
    return has(CLEARED) && cleared.containsAll(file.description().participants());
  }

  private int lastNumber(EventKind kind) {
    return happened.stream()
        .filter(event -> event.kind() == kind)
        .mapToInt(event -> file.original(event).id())
        .max()
        .orElse(0);
  }

  private boolean has(EventKind... kinds) {
    Set<EventKind> wanted = Set.of(kinds);
    return happened.stream().anyMatch(event -> wanted.contains(event.kind()));
  }

  private boolean has(Phase phase) {
    return happened.stream().anyMatch(event -> event.kind().phase() == phase);
  }

  private @org.jspecify.annotations.Nullable EventKind last(EventKind... kinds) {
    Set<EventKind> wanted = Set.of(kinds);
    return happened.stream()
        .filter(event -> wanted.contains(event.kind()))
        .max(Comparator.comparing(event -> file.original(event).id()))
        .map(Event::kind)
        .orElse(null);
  }
}
