package org.chancery.process;

import java.util.Set;
import org.chancery.instrument.Reference;

/**
 * Which processes of cases run.
 *
 * @param own the cases whose own process runs
 * @param performances the cases whose performance runs
 */
public record RunningCases(Set<Reference> own, Set<Reference> performances) {

  /** Nothing runs. */
  public static final RunningCases NONE = new RunningCases(Set.of(), Set.of());

  /** Immutable copies. */
  public RunningCases {
    own = Set.copyOf(own);
    performances = Set.copyOf(performances);
  }
}
