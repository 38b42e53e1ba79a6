package org.chancery.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.deadline.LastSweep;
import org.chancery.notice.Queue;

/**
 * How the house fared at a moment.
 *
 * @param at the moment
 * @param openCases how many cases have not come to an end
 * @param overdue how many milestones are overdue, as last judged
 * @param sweep the last sweep that has ended; empty for none
 * @param failedJobs how many jobs have failed as often as they are tried
 * @param incidents how many incidents are open
 * @param queue what is to be sent and what could not be
 * @param unsealed how many entries of the journals are under no root
 * @param lastRoot when the last root was made; empty for none
 */
record Pulse(
    Instant at,
    long openCases,
    long overdue,
    Optional<LastSweep.Ended> sweep,
    long failedJobs,
    long incidents,
    Queue.Length queue,
    long unsealed,
    Optional<Instant> lastRoot) {

  /** How long the last sweep took, in seconds; NaN where there was none. */
  double sweepSeconds() {
    return sweep.map(each -> seconds(each.duration())).orElse(Double.NaN);
  }

  /** How long ago the last sweep had ended, in seconds; NaN where there was none. */
  double sweepAge() {
    return sweep.map(each -> seconds(Duration.between(each.ended(), at))).orElse(Double.NaN);
  }

  /** How long ago the last root was made, in seconds; NaN where there is none. */
  double rootAge() {
    return lastRoot.map(made -> seconds(Duration.between(made, at))).orElse(Double.NaN);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
