package org.chancery.instrument;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether what is said of a case hangs together: its parties, bodies, deadlines and events. */
@Component
class Fitness {

  private final Organisations organisations;
  private final Bodies bodies;

  Fitness(Organisations organisations, Bodies bodies) {
    this.organisations = organisations;
    this.bodies = bodies;
  }

  /**
   * Checks a case to be opened.
   *
   * @throws Refusal with every fault
   */
  void check(Opening opening) {
    List<Fault> faults = new ArrayList<>();
    describe(opening.description(), faults);
    for (int i = 0; i < opening.milestones().size(); i++) {
      milestone(opening.milestones().get(i), opening.description(), "/milestones/" + i, faults);
    }
    for (int i = 0; i < opening.events().size(); i++) {
      Set<Integer> milestones = numbers(opening.milestones().size());
      event(
          opening.events().get(i),
          opening.description(),
          milestones,
          numbers(i),
          "/events/" + i,
          faults);
    }
    correctedOnce(opening.events(), faults);
    refuse(faults);
  }

  /** Checks what describes a case. */
  void check(Description description) {
    List<Fault> faults = new ArrayList<>();
    describe(description, faults);
    refuse(faults);
  }

  /** Checks what is added to a case, each event after those before it. */
  void check(List<NewMilestone> milestones, List<NewEvent> events, CaseFile file, String at) {
    List<Fault> faults = new ArrayList<>();
    Description description = file.description();
    int owed = file.milestones().size() + milestones.size();
    for (int i = 0; i < milestones.size(); i++) {
      milestone(milestones.get(i), description, at + "/milestones/" + i, faults);
    }
    for (int i = 0; i < events.size(); i++) {
      Set<Integer> known = numbers(file.events().size() + i);
      event(events.get(i), description, numbers(owed), known, at + "/events/" + i, faults);
    }
    refuse(faults);
  }

  /** Checks a deadline of a case. */
  void check(NewMilestone milestone, CaseFile file) {
    List<Fault> faults = new ArrayList<>();
    milestone(milestone, file.description(), "", faults);
    refuse(faults);
  }

  /** Checks a figure observed of a target. */
  void check(Target.Observation observation) {
    List<Fault> faults = new ArrayList<>();
    TargetFitness.check(observation, "", faults);
    refuse(faults);
  }

  /** Checks an event of a case. */
  void check(NewEvent event, CaseFile file) {
    List<Fault> faults = new ArrayList<>();
    event(
        event,
        file.description(),
        numbers(file.milestones().size()),
        numbers(file.events().size()),
        "",
        faults);
    refuse(faults);
  }

  private void describe(Description description, List<Fault> faults) {
    parties(description, faults);
    body(description.responsibleBody(), "/responsibleBody", faults);
    List<BodyCode> participants = description.participants();
    for (int i = 0; i < participants.size(); i++) {
      body(participants.get(i), "/participatingBodies/" + i, faults);
    }
    TargetFitness.check(description.figures(), faults);
    @Nullable Clause clause = description.entryIntoForce();
    if (clause != null
        && clause.general().trigger() == Trigger.FIXED_DATE
        && clause.general().on() == null) {
      faults.add(Fault.at("/entryIntoForce/general/on", "clause.on"));
    }
  }

  private void parties(Description description, List<Fault> faults) {
    Set<PartyCode> seen = new HashSet<>();
    List<Party> parties = description.parties();
    for (int i = 0; i < parties.size(); i++) {
      PartyCode code = parties.get(i).code();
      if (!seen.add(code)) {
        faults.add(Fault.at("/parties/" + i + "/code", "party.twice", code));
      } else if (!organisations.knows(code)) {
        faults.add(Fault.at("/parties/" + i + "/code", "party.unknown", code));
      }
    }
    if (parties.size() < 2 && !description.type().isPerformedOnly()) {
      faults.add(Fault.at("/parties", "party.few"));
    }
  }

  private void milestone(
      NewMilestone milestone, Description description, String at, List<Fault> faults) {
    if (milestone.body() != null) {
      body(milestone.body(), at + "/body", faults);
    }
    if (isForeign(milestone.party(), description)) {
      faults.add(Fault.at(at + "/party", "milestone.party", milestone.party()));
    }
  }

  private void event(
      NewEvent event,
      Description description,
      Set<Integer> milestones,
      Set<Integer> events,
      String at,
      List<Fault> faults) {
    if (isForeign(event.party(), description)) {
      faults.add(Fault.at(at + "/party", "event.party", event.party()));
    }
    if (event.milestone() != null && !milestones.contains(event.milestone())) {
      faults.add(Fault.at(at + "/milestone", "milestone.unknown", event.milestone()));
    }
    known(event.refersTo(), events, at + "/refersTo", faults);
    known(event.corrects(), events, at + "/corrects", faults);
    if (event.kind() == EventKind.RESERVATION_OBJECTED && event.refersTo() == null) {
      faults.add(Fault.at(at + "/refersTo", "event.refersTo"));
    }
    if (event.kind().setsADate() && event.forDate() == null) {
      faults.add(Fault.at(at + "/for", "event.for", event.kind()));
    }
    if (!event.kind().setsADate() && event.forDate() != null) {
      faults.add(Fault.at(at + "/for", "event.forUnfit", event.kind()));
    }
    if (event.body() != null) {
      body(event.body(), at + "/body", faults);
    }
  }

  private static void correctedOnce(List<NewEvent> events, List<Fault> faults) {
    Set<Integer> corrected = new HashSet<>();
    for (int i = 0; i < events.size(); i++) {
      @Nullable Integer corrects = events.get(i).corrects();
      if (corrects != null && !corrected.add(corrects)) {
        faults.add(Fault.at("/events/" + i + "/corrects", "event.corrected", corrects));
      }
    }
  }

  private static boolean isForeign(@Nullable PartyCode party, Description description) {
    return party != null && description.party(party).isEmpty();
  }

  private void body(BodyCode code, String at, List<Fault> faults) {
    if (bodies.find(code).isEmpty()) {
      faults.add(Fault.at(at, "body.unknown", code));
    }
  }

  private static void known(
      @Nullable Integer event, Set<Integer> events, String at, List<Fault> faults) {
    if (event != null && !events.contains(event)) {
      faults.add(Fault.at(at, "event.unknown", event));
    }
  }

  private static Set<Integer> numbers(int upTo) {
    return java.util.stream.IntStream.rangeClosed(1, upTo)
        .boxed()
        .collect(java.util.stream.Collectors.toSet());
  }

  private static void refuse(List<Fault> faults) {
    if (!faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
  }
}
