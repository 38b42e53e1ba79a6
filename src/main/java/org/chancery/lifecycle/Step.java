package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;
import static org.chancery.lifecycle.Ask.ACT;
import static org.chancery.lifecycle.Ask.NOTE;
import static org.chancery.lifecycle.Ask.PLACE;
import static org.chancery.lifecycle.Ask.REMARK;
import static org.chancery.lifecycle.Ask.SCAN;
import static org.chancery.lifecycle.Choice.called;
import static org.chancery.lifecycle.Choice.that;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.MilestoneKind;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;

/**
 * A step of the processes at which a person answers: what her form asks, which answers it takes,
 * and which kind of deadline it meets. The id of a step in the models is its name in small letters.
 */
enum Step {
  CLARIFY_STAGE(
      asking(ACT, SCAN),
      that(DRAFTED),
      that(SIGNED),
      that(RATIFIED),
      that(APPROVED),
      that(ENTERED_INTO_FORCE),
      that(MEASURE_DONE),
      that(EXPIRED)),
  DRAFT(asking(SCAN), that(DRAFTED)),
  GIVE_EXPERTISE(MilestoneKind.EXPERTISE, asking(ACT, SCAN), that(EXPERTISE_GIVEN), that(RETURNED)),
  CLEAR(
      MilestoneKind.CLEARANCE,
      asking(ACT, SCAN),
      that(CLEARED),
      called("CLEARED_WITH_REMARKS", CLEARED, REMARK),
      that(OBJECTED)),
  RECONCILE(asking(SCAN), that(DRAFTED)),
  AUTHORISE(MilestoneKind.AUTHORISATION, asking(ACT, SCAN), that(AUTHORISED)),
  INITIAL(asking(PLACE, SCAN), that(INITIALLED)),
  SIGN(MilestoneKind.SIGNING, asking(PLACE, SCAN), that(SIGNED), that(SIGNED_AD_REFERENDUM)),
  SEND_NOTE(MilestoneKind.SIGNING, asking(NOTE, SCAN), that(SIGNED)),
  RECEIVE_REPLY(MilestoneKind.SIGNING, asking(NOTE, SCAN), that(SIGNED)),
  LODGE_ORIGINAL(MilestoneKind.LODGING, asking(PLACE), that(ORIGINAL_LODGED)),
  SUBMIT_TO_PARLIAMENT(asking(ACT, SCAN), that(SUBMITTED_TO_PARLIAMENT)),
  ADOPT_LAW(asking(ACT, SCAN), that(LAW_ADOPTED)),
  ADOPT_ACT(asking(ACT, SCAN), that(HEAD_OF_STATE_ACT), that(GOVERNMENT_ACT)),
  COMPLETE_CONSENT(
      MilestoneKind.CONSENT,
      asking(ACT, SCAN),
      that(RATIFIED),
      that(APPROVED),
      that(ACCEPTED),
      that(ACCEDED)),
  PERFORM_INTERNATIONAL_ACT(
      MilestoneKind.NOTIFICATION,
      asking(NOTE, PLACE, SCAN),
      that(NOTIFICATION_SENT),
      that(EXCHANGED),
      that(DEPOSITED)),
  RECEIVE_NOTIFICATION(
      MilestoneKind.NOTIFICATION,
      asking(NOTE, PLACE, SCAN),
      that(NOTIFICATION_RECEIVED),
      that(EXCHANGED),
      that(DEPOSITED)),
  ESTABLISH_ENTRY_INTO_FORCE(MilestoneKind.ENTRY_INTO_FORCE, asking(), that(ENTERED_INTO_FORCE)),
  PUBLISH(MilestoneKind.PUBLICATION, asking(ACT, SCAN), that(PUBLISHED)),
  ENTER_IN_REGISTER(MilestoneKind.NATIONAL_REGISTER, asking(), that(ENTERED_IN_REGISTER)),
  REGISTER_WITH_UN(MilestoneKind.REGISTRATION, asking(ACT, SCAN), that(REGISTERED_UN)),
  CARRY_OUT_MEASURE(asking(SCAN), that(MEASURE_DONE), that(REPORTED), that(RENEWED), that(EXPIRED));

  private final @Nullable MilestoneKind meets;

  @SuppressWarnings("ImmutableEnumChecker") // never changed after construction
  private final Set<Ask> asks;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<Choice> choices;

  Step(Set<Ask> asks, Choice... choices) {
    this(null, asks, choices);
  }

  Step(@Nullable MilestoneKind meets, Set<Ask> asks, Choice... choices) {
    this.meets = meets;
    this.asks = asks;
    this.choices = List.of(choices);
  }

  /** The step with the id; empty for a step this version does not know. */
  static Optional<Step> withId(String id) {
    return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
  }

  /**
   * The step that is open.
   *
   * @throws IllegalStateException when this version does not know it
   */
  static Step at(OpenStep open) {
    return withId(open.step())
        .orElseThrow(() -> new IllegalStateException("Unknown step " + open.step()));
  }

  /** Its id in the models. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of deadline it meets; null where it meets none, or one it is told. */
  @Nullable MilestoneKind meets() {
    return meets;
  }

  /** The answers it takes. */
  List<Choice> choices() {
    return choices;
  }

  /** The kinds of event its answers may record. */
  List<EventKind> answers() {
    return choices.stream()
        .flatMap(choice -> Optional.ofNullable(choice.records()).stream())
        .distinct()
        .toList();
  }

  /** Whether its form asks this, of one of its answers at least. */
  boolean asks(Ask what) {
    return asks.contains(what);
  }

  /** Beside the answer, its day, a remark and a reason, which every step asks. */
  private static Set<Ask> asking(Ask... more) {
    Set<Ask> asks = EnumSet.of(Ask.ANSWER, Ask.ON, Ask.REMARK, Ask.REASON);
    asks.addAll(List.of(more));
    return asks;
  }
}
