package org.chancery.process;

import java.util.List;

/**
 * Where the processes of a case stand.
 *
 * @param isRunning whether its own process runs
 * @param isPerforming whether that has come to its performance, which takes up measures
 * @param steps the steps that it waits at, errands' steps included
 */
public record Progress(boolean isRunning, boolean isPerforming, List<OpenStep> steps) {

  /** An immutable copy. */
  public Progress {
    steps = List.copyOf(steps);
  }
}
