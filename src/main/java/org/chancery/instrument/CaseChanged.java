package org.chancery.instrument;

import java.time.Instant;
import org.chancery.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * Something about a case has changed; published in the transaction of the change.
 *
 * @param reference the case
 * @param change what kind of change
 * @param before what it was; null for what is new
 * @param after what it is now
 * @param account who changed it
 * @param at when
 */
public record CaseChanged(
    Reference reference,
    Change change,
    @Nullable Object before,
    Object after,
    Account account,
    Instant at) {

  /** The kinds of change. */
  public enum Change {
    OPENED,
    DESCRIPTION_CORRECTED,
    EVENT_RECORDED,
    EVENT_CORRECTED,
    MILESTONE_ADDED,
    MILESTONE_CORRECTED,
    EXTENDED,
    SUSPENDED,
    WAIVER_PROPOSED,
    WAIVER_CONFIRMED,
    WAIVER_WITHDRAWN,
    CHASED,
    ESCALATED,
    TASKS_ASSIGNED,
    OBSERVATION_ADDED,
    TEXT_ADDED,
    TEXT_REVISED,
    TEXT_ATTACHED,
    TEXT_REMOVAL_PROPOSED,
    TEXT_REMOVAL_WITHDRAWN,
    TEXT_REMOVED,
    ORIGINAL_REGISTERED,
    ORIGINAL_HANDED_OVER,
    ORIGINAL_RECEIVED,
    ORIGINAL_REFUSED,
    CUSTODY_CORRECTED
  }
}
