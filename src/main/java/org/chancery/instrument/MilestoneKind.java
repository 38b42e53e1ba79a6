package org.chancery.instrument;

import static org.chancery.instrument.EventKind.*;

import java.util.Set;

/** What a deadline is for, and the kinds of event that close it. */
public enum MilestoneKind {
  SIGNING(SIGNED),
  CONSENT(RATIFIED, APPROVED, ACCEPTED, ACCEDED),
  NOTIFICATION(NOTIFICATION_SENT, NOTIFICATION_RECEIVED),
  ENTRY_INTO_FORCE(ENTERED_INTO_FORCE),
  PROPOSAL(PROPOSAL_SUBMITTED),
  PARLIAMENT_NOTICE(PARLIAMENT_INFORMED),
  OBJECTION(RESERVATION_OBJECTED),
  REGISTRATION(REGISTERED_UN),
  NATIONAL_REGISTER(ENTERED_IN_REGISTER),
  PUBLICATION(PUBLISHED),
  LODGING(ORIGINAL_LODGED),
  CLEARANCE(CLEARED),
  AUTHORISATION(AUTHORISED),
  EXPERTISE(EXPERTISE_GIVEN),
  MEASURE(MEASURE_DONE),
  COMPLETION(MEASURE_DONE),
  REPORT(REPORTED),
  RENEWAL(RENEWED, EXPIRED, TERMINATED);

  @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable
  private final Set<EventKind> closedBy;

  MilestoneKind(EventKind... closedBy) {
    this.closedBy = Set.of(closedBy);
  }

  /** The kinds of event that close it. */
  public Set<EventKind> closedBy() {
    return closedBy;
  }

  /**
   * Whether it belongs to performance: such a milestone is closed only by an event that names it,
   * unless the case has just one open of its kind.
   */
  public boolean isPerformance() {
    return this == MEASURE || this == COMPLETION || this == REPORT;
  }
}
