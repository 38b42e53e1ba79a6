package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.PartyCode;
import org.chancery.process.OpenStep;

/**
 * What made it somebody's turn: the event after which a step waits. When its task was opened says
 * no more than when this house took the case up.
 */
final class Turn {

  private static final Map<Step, Set<EventKind>> AFTER = new EnumMap<>(Step.class);

  static {
    after(RETURNED, Step.DRAFT);
    after(DRAFTED, Step.GIVE_EXPERTISE, Step.CLEAR, Step.INITIAL);
    after(EXPERTISE_GIVEN, Step.CLEAR, Step.AUTHORISE, Step.INITIAL);
    after(OBJECTED, Step.RECONCILE);
    after(CLEARED, Step.AUTHORISE, Step.INITIAL, Step.SIGN, Step.SEND_NOTE);
    after(AUTHORISED, Step.INITIAL, Step.SIGN, Step.SEND_NOTE);
    after(INITIALLED, Step.SIGN);
    after(SIGNED_AD_REFERENDUM, Step.CONFIRM_SIGNATURE);
    after(SIGNED, Step.LODGE_ORIGINAL, Step.SUBMIT_TO_PARLIAMENT, Step.ADOPT_ACT);
    after(SIGNED, Step.COMPLETE_CONSENT);
    after(SIGNATURE_CONFIRMED, Step.LODGE_ORIGINAL, Step.SUBMIT_TO_PARLIAMENT, Step.ADOPT_ACT);
    after(SUBMITTED_TO_PARLIAMENT, Step.CONSIDER_IN_COMMITTEE);
    after(CONSIDERED_BY_COMMITTEE, Step.VOTE);
    after(REFUSED_BY_PARLIAMENT, Step.DECIDE_AFTER_REFUSAL);
    after(PASSED_BY_PARLIAMENT, Step.ADOPT_LAW);
    after(LAW_ADOPTED, Step.ADOPT_ACT, Step.COMPLETE_CONSENT);
    after(HEAD_OF_STATE_ACT, Step.COMPLETE_CONSENT);
    after(GOVERNMENT_ACT, Step.COMPLETE_CONSENT);
    for (EventKind consent : List.of(RATIFIED, APPROVED, ACCEPTED, ACCEDED)) {
      after(consent, Step.PERFORM_INTERNATIONAL_ACT);
    }
    after(NOTE_RETURNED, Step.PERFORM_INTERNATIONAL_ACT);
    after(NOTIFICATION_SENT, Step.CONFIRM_RECEIPT);
    after(ENTERED_INTO_FORCE, Step.PUBLISH, Step.ENTER_IN_REGISTER, Step.REGISTER_WITH_UN);
    after(PUBLISHED, Step.INFORM_PARLIAMENT);
    after(RESERVATION_MADE, Step.CONSIDER_RESERVATION);
  }

  private Turn() {}

  private static void after(EventKind kind, Step... steps) {
    for (Step step : steps) {
      AFTER.computeIfAbsent(step, each -> EnumSet.noneOf(EventKind.class)).add(kind);
    }
  }

  /** The last event after which the step waits; empty where the record names none. */
  static Optional<Event> of(OpenStep open, CaseFile file) {
    Set<EventKind> kinds =
        Step.withId(open.step()).map(step -> AFTER.getOrDefault(step, Set.of())).orElse(Set.of());
    return file.standing().stream()
        .filter(event -> kinds.contains(event.kind()))
        .filter(event -> open.party() == null || event.countsFor(new PartyCode(open.party())))
        .max(Comparator.comparing(Event::on));
  }
}
