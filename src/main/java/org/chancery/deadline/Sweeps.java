package org.chancery.deadline;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.process.Chores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Calls for a {@link Sweep} because days have passed: at each start, and every hour, since
 * somewhere a day ends, of all nodes one; and when another table comes into force.
 */
@Component
@Order(200)
class Sweeps implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);

  /** So many are judged before the first page can be asked for; more would delay the start. */
  private static final int FEW = 2_000;

  private final Sweep sweep;
  private final SweepTable table;
  private final LastSweep last;
  private final Chores chores;
  private final Accounts accounts;
  private final TransactionOperations transactions;
  private final ThreadPoolTaskScheduler scheduler;
  private final Clock clock;

  Sweeps(
      Sweep sweep,
      SweepTable table,
      LastSweep last,
      Chores chores,
      Accounts accounts,
      TransactionOperations transactions,
      ThreadPoolTaskScheduler scheduler,
      Clock clock) {
    this.sweep = sweep;
    this.table = table;
    this.last = last;
    this.chores = chores;
    this.accounts = accounts;
    this.transactions = transactions;
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /** Another table is in force, so every case is judged anew, off the thread of the request. */
  @TransactionalEventListener
  void sweepAfter(TableConfirmed confirmed) {
    scheduler.execute(() -> begin(null));
  }

  @Override
  public void run(ApplicationArguments arguments) {
    if (table.cases() <= FEW) {
      sweep();
    } else {
      begin(null);
    }
  }

  /** One for each hour, whichever node is first; none while the last one still goes on. */
  @Scheduled(cron = "${chancery.sweep}", zone = "UTC")
  void sweepOfTheHour() {
    if (!last.isUnderWay()) {
      begin(clock.instant().truncatedTo(ChronoUnit.HOURS).toString());
    }
  }

  /** Has the nodes sweep; where this one takes up no jobs, it sweeps alone. */
  void begin(@Nullable String hour) {
    if (!chores.areTakenUp()) {
      sweep();
      return;
    }
    try {
      transactions.executeWithoutResult(
          status -> chores.begin(Sweep.PROCESS, String.valueOf(called(hour))));
    } catch (DuplicateKeyException other) {
      LOG.debug("Another node has called for the sweep of {}", hour);
    }
  }

  private long called(@Nullable String hour) {
    return table.begin(hour, clock.instant());
  }

  /** Sweeps at once, in this thread; returns how many cases could not be judged. */
  int sweep() {
    return accounts.as(
        Account.HOUSE,
        () -> {
          long number = called(null);
          String key = String.valueOf(number);
          sweep.chunks(key).forEach(chunk -> sweep.judge(key, chunk));
          sweep.tell(key);
          return table.unjudged(number).size();
        });
  }
}
