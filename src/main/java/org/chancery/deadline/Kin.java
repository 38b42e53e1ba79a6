package org.chancery.deadline;

import java.util.Set;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What judging a case must know of its relatives.
 *
 * @param parentParties the parties of the instrument it stands under; null when there is none
 * @param isSucceeded whether another instrument replaces it
 */
public record Kin(@Nullable Set<PartyCode> parentParties, boolean isSucceeded) {

  /** No relatives. */
  public static final Kin NONE = new Kin(null, false);

  /** An immutable copy. */
  public Kin {
    parentParties = parentParties == null ? null : Set.copyOf(parentParties);
  }
}
