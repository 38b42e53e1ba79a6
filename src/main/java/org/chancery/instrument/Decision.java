package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What a manager decided on a deadline: who, why, on what authority.
 *
 * @param id its number within the case, from 1
 * @param milestone the number of the deadline
 * @param kind what was decided
 * @param from the first day of a suspension; null otherwise
 * @param to the new deadline of an extension; the last day of a suspension, null while it is open
 * @param reason why
 * @param authority on what authority; null where none is needed
 * @param body the body in whose name it was decided
 * @param decidedBy the manager who decided
 * @param decidedAt when
 * @param confirmedBy the second manager, whom a waiver needs; null while it is only proposed
 * @param confirmedAt when it was confirmed
 * @param withdrawnBy the manager who withdrew a waiver that was only proposed
 * @param withdrawnAt when it was withdrawn
 */
public record Decision(
    int id,
    int milestone,
    Kind kind,
    @Nullable StatedDate from,
    @Nullable StatedDate to,
    String reason,
    @Nullable String authority,
    BodyCode body,
    String decidedBy,
    Instant decidedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable String withdrawnBy,
    @Nullable Instant withdrawnAt) {

  /** What can be decided on a deadline. */
  public enum Kind {
    /** It gets a new date; the first one is kept. */
    EXTENSION,
    /** It need not be met; this takes two managers. */
    WAIVER,
    /** Nobody need act while it lasts; the due day does not move. */
    SUSPENSION,
    /** Whose deadline it is was reminded to meet it; nothing else changes. */
    CHASE,
    /** It was put before a higher manager; nothing else changes. */
    ESCALATION;

    /** Whether it changes how the deadline stands. */
    public boolean changesTheDeadline() {
      return this == EXTENSION || this == WAIVER || this == SUSPENSION;
    }
  }

  /** How far a decision has come. */
  public enum State {
    /** A waiver that waits for a second manager; it changes nothing yet. */
    PROPOSED,
    /** A waiver that a second manager has confirmed. */
    CONFIRMED,
    /** A waiver that was withdrawn before it was confirmed. */
    WITHDRAWN,
    /** What one manager decides alone. */
    DECIDED
  }

  /** How far it has come. */
  @JsonProperty
  public State state() {
    if (kind != Kind.WAIVER) {
      return State.DECIDED;
    }
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    return confirmedAt == null ? State.PROPOSED : State.CONFIRMED;
  }

  /** When it began to count: a waiver with its confirmation; null while it is not confirmed. */
  public @Nullable Instant effectiveAt() {
    return kind == Kind.WAIVER ? confirmedAt : decidedAt;
  }

  /** The same while it was only proposed. */
  Decision unconfirmed() {
    return waiver(null, null, null, null);
  }

  /** The same waiver, confirmed by the account. */
  Decision confirmed(Account account, Instant at) {
    return waiver(account.name(), at, null, null);
  }

  /** The same waiver, withdrawn by the account. */
  Decision withdrawn(Account account, Instant at) {
    return waiver(null, null, account.name(), at);
  }

  private Decision waiver(
      @Nullable String confirmer,
      @Nullable Instant confirmation,
      @Nullable String withdrawer,
      @Nullable Instant withdrawal) {
    return new Decision(
        id,
        milestone,
        kind,
        from,
        to,
        reason,
        authority,
        body,
        decidedBy,
        decidedAt,
        confirmer,
        confirmation,
        withdrawer,
        withdrawal);
  }
}
