package org.chancery.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.chancery.deadline.LastSweep;
import org.chancery.instrument.OpenCases;
import org.chancery.journal.Unsealed;
import org.chancery.notice.Queue;
import org.chancery.process.Stuck;
import org.chancery.report.LateMilestones;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Feels the {@link Pulse} of the house, at most once a minute, however often it is asked. */
@Component
public class Watch {

  /** For so long it says the same, so that asking costs nothing. */
  static final Duration KEPT = Duration.ofMinutes(1);

  private final OpenCases cases;
  private final LateMilestones late;
  private final LastSweep sweep;
  private final Stuck stuck;
  private final Queue queue;
  private final Unsealed journal;
  private final Clock clock;

  private @Nullable Instant felt;
  private Optional<Pulse> last = Optional.empty();

  Watch(
      OpenCases cases,
      LateMilestones late,
      LastSweep sweep,
      Stuck stuck,
      Queue queue,
      Unsealed journal,
      Clock clock) {
    this.cases = cases;
    this.late = late;
    this.sweep = sweep;
    this.stuck = stuck;
    this.queue = queue;
    this.journal = journal;
    this.clock = clock;
  }

  /** The pulse of the last minute; empty while the database is away. */
  public synchronized Optional<Pulse> pulse() {
    Instant now = clock.instant();
    if (felt == null || !now.isBefore(felt.plus(KEPT)) || now.isBefore(felt)) {
      last = feel(now);
      felt = now;
    }
    return last;
  }

  /** Of a database that is away no figure is known, and none is made up. */
  private Optional<Pulse> feel(Instant now) {
    try {
      return Optional.of(
          new Pulse(
              now,
              cases.count(),
              late.count(),
              sweep.find(),
              sweep.isUnderWay(),
              stuck.failedJobs(),
              stuck.incidents(),
              queue.length(),
              journal.entries(),
              journal.lastRoot()));
    } catch (DataAccessException | TransactionException away) {
      return Optional.empty();
    }
  }
}
