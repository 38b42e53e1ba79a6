package org.chancery.report;

import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * The side whose act a deadline asks for.
 *
 * @param whose ours, or another's
 * @param home our own State, which also must act where the record names no party
 * @param other which of the others; null for any of them
 */
public record Side(Whose whose, PartyCode home, @Nullable PartyCode other) {

  /** Whose act is meant. */
  public enum Whose {
    /** Ours. */
    OURS,
    /** Another side's. */
    THEIRS
  }

  /** Whoever names ourselves as the other side means any of them. */
  public Side {
    other = home.equals(other) ? null : other;
  }

  /**
   * Whether an act of the party is an act of this side.
   *
   * @param party who must act; null where the record names nobody, and so we must
   */
  boolean isOf(@Nullable PartyCode party) {
    if (party == null || party.equals(home)) {
      return whose == Whose.OURS;
    }
    return whose == Whose.THEIRS && (other == null || other.equals(party));
  }
}
