package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;

/**
 * A step of the processes at which a person answers: which kinds of event her answer may record,
 * and which kind of deadline it meets. The id of a step in the models is its name in small letters.
 */
enum Step {
  CLARIFY_STAGE(
      null, DRAFTED, SIGNED, RATIFIED, APPROVED, ENTERED_INTO_FORCE, MEASURE_DONE, EXPIRED),
  DRAFT(null, DRAFTED),
  GIVE_EXPERTISE(MilestoneKind.EXPERTISE, EXPERTISE_GIVEN, RETURNED),
  CLEAR(MilestoneKind.CLEARANCE, CLEARED, OBJECTED),
  RECONCILE(null, DRAFTED),
  AUTHORISE(MilestoneKind.AUTHORISATION, AUTHORISED),
  INITIAL(null, INITIALLED),
  SIGN(MilestoneKind.SIGNING, SIGNED, SIGNED_AD_REFERENDUM),
  SEND_NOTE(MilestoneKind.SIGNING, SIGNED),
  RECEIVE_REPLY(MilestoneKind.SIGNING, SIGNED),
  LODGE_ORIGINAL(MilestoneKind.LODGING, ORIGINAL_LODGED),
  SUBMIT_TO_PARLIAMENT(null, SUBMITTED_TO_PARLIAMENT),
  ADOPT_LAW(null, LAW_ADOPTED),
  ADOPT_ACT(null, HEAD_OF_STATE_ACT, GOVERNMENT_ACT),
  COMPLETE_CONSENT(MilestoneKind.CONSENT, RATIFIED, APPROVED, ACCEPTED, ACCEDED),
  PERFORM_INTERNATIONAL_ACT(MilestoneKind.NOTIFICATION, NOTIFICATION_SENT, EXCHANGED, DEPOSITED),
  RECEIVE_NOTIFICATION(MilestoneKind.NOTIFICATION, NOTIFICATION_RECEIVED, EXCHANGED, DEPOSITED),
  ESTABLISH_ENTRY_INTO_FORCE(MilestoneKind.ENTRY_INTO_FORCE, ENTERED_INTO_FORCE),
  PUBLISH(MilestoneKind.PUBLICATION, PUBLISHED),
  ENTER_IN_REGISTER(MilestoneKind.NATIONAL_REGISTER, ENTERED_IN_REGISTER),
  REGISTER_WITH_UN(MilestoneKind.REGISTRATION, REGISTERED_UN),
  CARRY_OUT_MEASURE(null, MEASURE_DONE, REPORTED, RENEWED, EXPIRED);

  private final @Nullable MilestoneKind meets;

  @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
  private final List<EventKind> answers;

  Step(@Nullable MilestoneKind meets, EventKind... answers) {
    this.meets = meets;
    this.answers = List.of(answers);
  }

  /** The step with the id; empty for a step this version does not know. */
  static Optional<Step> withId(String id) {
    return Arrays.stream(values()).filter(step -> step.id().equals(id)).findFirst();
  }

  /** Its id in the models. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of deadline it meets; null where it meets none, or one it is told. */
  @Nullable MilestoneKind meets() {
    return meets;
  }

  /** The kinds of event its answer may record. */
  List<EventKind> answers() {
    return answers;
  }

  /** Whether it asks for the number of an act. */
  boolean asksForAct() {
    return switch (this) {
      case AUTHORISE, ADOPT_LAW, ADOPT_ACT, COMPLETE_CONSENT, PUBLISH, REGISTER_WITH_UN -> true;
      default -> false;
    };
  }

  /** Whether it asks for the number of a note. */
  boolean asksForNote() {
    return switch (this) {
      case SEND_NOTE, RECEIVE_REPLY, PERFORM_INTERNATIONAL_ACT, RECEIVE_NOTIFICATION -> true;
      default -> false;
    };
  }
}
