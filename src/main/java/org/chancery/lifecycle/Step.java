package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;
import static org.chancery.lifecycle.Ask.ACT;
import static org.chancery.lifecycle.Ask.AUTHORITY;
import static org.chancery.lifecycle.Ask.FOR;
import static org.chancery.lifecycle.Ask.NEXT;
import static org.chancery.lifecycle.Ask.NOTE;
import static org.chancery.lifecycle.Ask.PLACE;
import static org.chancery.lifecycle.Ask.REASON;
import static org.chancery.lifecycle.Ask.REMARK;
import static org.chancery.lifecycle.Ask.SCAN;
import static org.chancery.lifecycle.Ask.TO;
import static org.chancery.lifecycle.Choice.called;
import static org.chancery.lifecycle.Choice.decision;
import static org.chancery.lifecycle.Choice.that;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
  RECONCILE(asking(SCAN), that(DRAFTED), that(RETURNED), that(WITHDRAWN)),
  AUTHORISE(MilestoneKind.AUTHORISATION, asking(ACT, SCAN), that(AUTHORISED)),
  INITIAL(asking(PLACE, SCAN), that(INITIALLED)),
  SIGN(
      MilestoneKind.SIGNING,
      asking(FOR, PLACE, SCAN),
      that(SIGNED),
      called("SIGNED_BY_US", SIGNED),
      that(SIGNED_AD_REFERENDUM),
      that(SIGNING_PLANNED, FOR),
      that(SIGNING_POSTPONED, FOR)),
  CONFIRM_SIGNATURE(asking(ACT, SCAN), that(SIGNATURE_CONFIRMED), that(RETURNED), that(WITHDRAWN)),
  SEND_NOTE(MilestoneKind.SIGNING, asking(NOTE, SCAN), that(SIGNED)),
  RECEIVE_REPLY(MilestoneKind.SIGNING, asking(NOTE, SCAN), that(SIGNED)),
  LODGE_ORIGINAL(MilestoneKind.LODGING, asking(PLACE), that(ORIGINAL_LODGED)),
  SUBMIT_TO_PARLIAMENT(asking(ACT, SCAN), that(SUBMITTED_TO_PARLIAMENT)),
  CONSIDER_IN_COMMITTEE(asking(ACT, SCAN), that(CONSIDERED_BY_COMMITTEE)),
  VOTE(asking(ACT, SCAN), that(PASSED_BY_PARLIAMENT), that(REFUSED_BY_PARLIAMENT)),
  DECIDE_AFTER_REFUSAL(asking(ACT, SCAN), that(SUBMITTED_TO_PARLIAMENT), that(WITHDRAWN)),
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
  CONFIRM_RECEIPT(
      MilestoneKind.NOTIFICATION,
      asking(NOTE, SCAN),
      that(NOTIFICATION_RECEIVED),
      that(NOTE_RETURNED)),
  RECEIVE_NOTIFICATION(
      MilestoneKind.NOTIFICATION,
      asking(NOTE, PLACE, SCAN),
      that(NOTIFICATION_RECEIVED),
      that(EXCHANGED),
      that(DEPOSITED)),
  ESTABLISH_ENTRY_INTO_FORCE(MilestoneKind.ENTRY_INTO_FORCE, asking(), that(ENTERED_INTO_FORCE)),
  PUBLISH(MilestoneKind.PUBLICATION, asking(ACT, SCAN), that(PUBLISHED)),
  RECTIFY(asking(ACT, SCAN), that(RECTIFIED)),
  ENTER_IN_REGISTER(MilestoneKind.NATIONAL_REGISTER, asking(), that(ENTERED_IN_REGISTER)),
  REGISTER_WITH_UN(MilestoneKind.REGISTRATION, asking(ACT, SCAN), that(REGISTERED_UN)),
  CARRY_OUT_MEASURE(asking(ACT, SCAN), that(MEASURE_DONE)),
  REPORT(asking(NEXT, SCAN), that(REPORTED)),
  DECIDE_RENEWAL(
      asking(ACT, NOTE, NEXT, SCAN),
      that(RENEWED),
      that(DENOUNCED),
      that(EXPIRED),
      that(TERMINATED)),
  PROPOSE_SIGNING(MilestoneKind.PROPOSAL, asking(ACT, SCAN), that(PROPOSAL_SUBMITTED)),
  INFORM_PARLIAMENT(MilestoneKind.PARLIAMENT_NOTICE, asking(ACT, SCAN), that(PARLIAMENT_INFORMED)),
  CONSIDER_RESERVATION(MilestoneKind.OBJECTION, asking(NOTE, SCAN), that(RESERVATION_OBJECTED)),
  REMIND_OTHER_SIDE(asking(NOTE, SCAN), that(REMINDED)),
  DECIDE_OVERDUE(
      deciding(TO, AUTHORITY),
      decision("EXTEND", TO, AUTHORITY, REASON),
      decision("WAIVE", AUTHORITY, REASON),
      decision("CHASE", REASON),
      decision("ESCALATE", REASON)),
  DECIDE_ESCALATED(
      deciding(TO, AUTHORITY),
      decision("EXTEND", TO, AUTHORITY, REASON),
      decision("WAIVE", AUTHORITY, REASON),
      decision("CHASE", REASON));

  private static final Map<String, Step> BY_ID =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Step::id, each -> each));

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
    return Optional.ofNullable(BY_ID.get(id));
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

  /** Beside the answer and its reason, which every decision asks. */
  private static Set<Ask> deciding(Ask... more) {
    Set<Ask> asks = EnumSet.of(Ask.ANSWER, Ask.REASON);
    asks.addAll(List.of(more));
    return asks;
  }
}
