package org.chancery.operations;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.deadline.LastSweep;
import org.chancery.notice.Queue;
import org.jspecify.annotations.Nullable;

/**
 * How the house fared at a moment.
 *
 * @param at the moment
 * @param openCases how many cases have not come to an end
 * @param overdue how many milestones are overdue, as last judged
 * @param sweep the last sweep that has ended; empty for none
 * @param sweeping whether one is under way
 * @param failedJobs how many jobs have failed as often as they are tried
 * @param incidents how many incidents are open
 * @param queue what is to be sent and what could not be
 * @param unsealed how many entries of the journals are under no root
 * @param lastRoot when the last root was made; empty for none
 */
public record Pulse(
    Instant at,
    long openCases,
    long overdue,
    Optional<LastSweep.Ended> sweep,
    boolean sweeping,
    long failedJobs,
    long incidents,
    Queue.Length queue,
    long unsealed,
    Optional<Instant> lastRoot) {

  /** After so long the next sweep should have ended: one is called for each hour. */
  private static final Duration SWEPT_EACH = Duration.ofHours(2);

  /** After so long what is new should be under a root: one is made every ten minutes. */
  private static final Duration SEALED_EACH = Duration.ofHours(1);

  /** When the last sweep had ended; null where there was none. */
  public @Nullable Instant getSwept() {
    return sweep.map(LastSweep.Ended::ended).orElse(null);
  }

  /** When the last root was made; null where there is none. */
  public @Nullable Instant getRooted() {
    return lastRoot.orElse(null);
  }

  /** How long ago that was. */
  public Duration since(Instant then) {
    return Duration.between(then, at);
  }

  /** Whether it is long since the last sweep, or there was none. */
  public boolean isSweepLate() {
    return sweep.filter(each -> isWithin(SWEPT_EACH, each.ended())).isEmpty();
  }

  /** Whether something of the journals has been under no root for long; in a new house, not yet. */
  public boolean isRootLate() {
    return unsealed > 0 && lastRoot.filter(made -> !isWithin(SEALED_EACH, made)).isPresent();
  }

  private boolean isWithin(Duration time, Instant then) {
    return then.plus(time).isAfter(at);
  }

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
