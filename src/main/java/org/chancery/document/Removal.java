package org.chancery.document;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.chancery.access.Account;
import org.jspecify.annotations.Nullable;

/**
 * That a version of a text, filed by mistake, be taken out: proposed by one person, confirmed by
 * another.
 *
 * @param number its number among the removals of the version, from 1
 * @param reason why
 * @param authority on what authority; null where none is needed
 * @param proposedBy who proposed it
 * @param proposedAt when
 * @param confirmedBy who confirmed it, so that the version is taken out; null while nobody has
 * @param confirmedAt when
 * @param withdrawnBy who withdrew it while it was only proposed
 * @param withdrawnAt when
 */
public record Removal(
    int number,
    String reason,
    @Nullable String authority,
    String proposedBy,
    Instant proposedAt,
    @Nullable String confirmedBy,
    @Nullable Instant confirmedAt,
    @Nullable String withdrawnBy,
    @Nullable Instant withdrawnAt) {

  /** How far a removal has come. */
  public enum State {
    /** It waits for a second person; nothing has changed yet. */
    PROPOSED,
    /** The version is taken out. */
    CONFIRMED,
    /** It was withdrawn before it was confirmed. */
    WITHDRAWN
  }

  /** How far it has come. */
  @JsonProperty
  public State state() {
    if (withdrawnAt != null) {
      return State.WITHDRAWN;
    }
    return confirmedAt == null ? State.PROPOSED : State.CONFIRMED;
  }

  /** How many steps it has made. */
  int steps() {
    return state() == State.PROPOSED ? 1 : 2;
  }

  /** The same, confirmed by the account. */
  Removal confirmed(Account account, Instant at) {
    return settled(account.name(), at, null, null);
  }

  /** The same, withdrawn by the account. */
  Removal withdrawn(Account account, Instant at) {
    return settled(null, null, account.name(), at);
  }

  /** The same as it was known at the instant: what came of it later was not. */
  Removal knownAt(Instant instant) {
    Instant settledAt = confirmedAt == null ? withdrawnAt : confirmedAt;
    return settledAt != null && settledAt.isAfter(instant) ? settled(null, null, null, null) : this;
  }

  private Removal settled(
      @Nullable String confirmer,
      @Nullable Instant confirmation,
      @Nullable String withdrawer,
      @Nullable Instant withdrawal) {
    return new Removal(
        number,
        reason,
        authority,
        proposedBy,
        proposedAt,
        confirmer,
        confirmation,
        withdrawer,
        withdrawal);
  }
}
