package org.chancery.instrument;

import java.util.Set;

/** What can happen to an instrument; the kinds follow its way from proposal to end. */
public enum EventKind {
  PROPOSAL_SUBMITTED(Phase.PREPARATION),
  DRAFTED(Phase.PREPARATION),
  EXPERTISE_GIVEN(Phase.PREPARATION),
  CLEARED(Phase.PREPARATION),
  OBJECTED(Phase.PREPARATION),
  RETURNED(Phase.PREPARATION),
  AUTHORISED(Phase.PREPARATION),
  INITIALLED(Phase.PREPARATION),
  SIGNING_PLANNED(Phase.PREPARATION),
  SIGNING_POSTPONED(Phase.PREPARATION),
  /** The party was reminded by a note of ours of what it has still to do. */
  REMINDED(Phase.BESIDE),
  SIGNED(Phase.SIGNATURE),
  SIGNED_AD_REFERENDUM(Phase.SIGNATURE),
  SIGNATURE_CONFIRMED(Phase.SIGNATURE),
  ORIGINAL_LODGED(Phase.SIGNATURE),
  SUBMITTED_TO_PARLIAMENT(Phase.CONSENT),
  /** A committee of parliament has reported on it. */
  CONSIDERED_BY_COMMITTEE(Phase.CONSENT),
  /** Parliament has voted for it; the law itself is adopted with its number. */
  PASSED_BY_PARLIAMENT(Phase.CONSENT),
  LAW_ADOPTED(Phase.CONSENT),
  REFUSED_BY_PARLIAMENT(Phase.CONSENT),
  PARLIAMENT_INFORMED(Phase.CONSENT),
  HEAD_OF_STATE_ACT(Phase.CONSENT),
  GOVERNMENT_ACT(Phase.CONSENT),
  RATIFIED(Phase.CONSENT),
  APPROVED(Phase.CONSENT),
  ACCEPTED(Phase.CONSENT),
  ACCEDED(Phase.CONSENT),
  NOTIFICATION_SENT(Phase.CONSENT),
  NOTIFICATION_RECEIVED(Phase.CONSENT),
  NOTE_RETURNED(Phase.CONSENT),
  EXCHANGED(Phase.CONSENT),
  DEPOSITED(Phase.CONSENT),
  CONSENT_WITHDRAWN(Phase.CONSENT),
  NOTIFIED_BY_DEPOSITARY(Phase.CONSENT),
  RESERVATION_MADE(Phase.CONSENT),
  RESERVATION_OBJECTED(Phase.CONSENT),
  PROVISIONALLY_APPLIED(Phase.AFTER),
  ENTERED_INTO_FORCE(Phase.AFTER),
  PUBLISHED(Phase.AFTER),
  ENTERED_IN_REGISTER(Phase.AFTER),
  REGISTERED_UN(Phase.AFTER),
  RECTIFIED(Phase.AFTER),
  MEASURE_DONE(Phase.AFTER),
  REPORTED(Phase.AFTER),
  RENEWED(Phase.AFTER),
  DENOUNCED(Phase.AFTER),
  TERMINATED(Phase.END),
  EXPIRED(Phase.END),
  WITHDRAWN(Phase.END);

  /** The part of the way an event belongs to. */
  public enum Phase {
    /** It belongs to no part of the way and moves nothing. */
    BESIDE,
    PREPARATION,
    SIGNATURE,
    CONSENT,
    AFTER,
    END
  }

  private static final Set<EventKind> COMPLETE_CONSENT =
      Set.of(RATIFIED, APPROVED, ACCEPTED, ACCEDED);
  private static final Set<EventKind> TELLS_THE_OTHERS =
      Set.of(NOTIFICATION_SENT, NOTIFICATION_RECEIVED, EXCHANGED, DEPOSITED);
  private static final Set<EventKind> OF_ALL_PARTIES =
      Set.of(
          SIGNED,
          EXCHANGED,
          NOTIFIED_BY_DEPOSITARY,
          ENTERED_INTO_FORCE,
          REGISTERED_UN,
          RENEWED,
          TERMINATED,
          EXPIRED,
          WITHDRAWN);
  private static final Set<EventKind> SETS_A_DATE =
      Set.of(SIGNING_PLANNED, SIGNING_POSTPONED, NOTIFIED_BY_DEPOSITARY);

  private final Phase phase;

  EventKind(Phase phase) {
    this.phase = phase;
  }

  /** The part of the way it belongs to. */
  public Phase phase() {
    return phase;
  }

  /** Whether a party's consent is complete at home with it. */
  public boolean completesConsent() {
    return COMPLETE_CONSENT.contains(this);
  }

  /** Whether, without a party, it is the act of all parties; else such an act counts for none. */
  public boolean isOfAllPartiesUnlessNamed() {
    return OF_ALL_PARTIES.contains(this);
  }

  /** Whether it carries, beside its own day, a day that it sets ({@code for}). */
  public boolean setsADate() {
    return SETS_A_DATE.contains(this);
  }

  /** Whether it makes an earlier event count no more. */
  public boolean sendsBack() {
    return this == RETURNED || this == NOTE_RETURNED || this == CONSENT_WITHDRAWN;
  }

  /** Whether it takes back an earlier event of the kind and the same party by itself. */
  boolean takesBack(EventKind earlier) {
    return switch (this) {
      case NOTE_RETURNED -> earlier == NOTIFICATION_SENT || earlier == NOTIFICATION_RECEIVED;
      case CONSENT_WITHDRAWN -> TELLS_THE_OTHERS.contains(earlier);
      case RETURNED -> earlier == SIGNED_AD_REFERENDUM;
      default -> false;
    };
  }

  /** Whether the other parties learn by it that a party has consented. */
  public boolean tellsTheOthers() {
    return TELLS_THE_OTHERS.contains(this);
  }

  /** Whether the case ends with it. */
  public boolean endsTheCase() {
    return phase == Phase.END;
  }
}
