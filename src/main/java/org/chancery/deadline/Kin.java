package org.chancery.deadline;

import java.util.Set;
import org.chancery.document.Papers;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What judging a case must know of what lies beside it: its relatives and its papers.
 *
 * @param parentParties the parties of the instrument it stands under; null when there is none
 * @param isSucceeded whether another instrument replaces it
 * @param papers the papers that were held
 */
public record Kin(@Nullable Set<PartyCode> parentParties, boolean isSucceeded, Papers papers) {

  /** No relatives, and nobody has looked for papers. */
  public static final Kin NONE = new Kin(null, false);

  /** An immutable copy. */
  public Kin {
    parentParties = parentParties == null ? null : Set.copyOf(parentParties);
  }

  /** Relatives of a case for whose papers nobody has looked. */
  public Kin(@Nullable Set<PartyCode> parentParties, boolean isSucceeded) {
    this(parentParties, isSucceeded, Papers.UNKNOWN);
  }
}
