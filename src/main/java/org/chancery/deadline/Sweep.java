package org.chancery.deadline;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Judges every case anew because days have passed: at each start, and every hour, since somewhere a
 * day ends; and when another table comes into force. Each case has its own transaction; one that
 * cannot be judged is reported and the others are judged all the same. It may run twice, late, or
 * on two nodes, with one result.
 */
@Component
@Order(200)
class Sweep implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  /** How many cases are read at once. */
  private static final int CHUNK = 100;

  private final Deadlines deadlines;
  private final Instruments instruments;
  private final Accounts accounts;
  private final ThreadPoolTaskScheduler scheduler;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Sweep(
      Deadlines deadlines,
      Instruments instruments,
      Accounts accounts,
      ThreadPoolTaskScheduler scheduler,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.deadlines = deadlines;
    this.instruments = instruments;
    this.accounts = accounts;
    this.scheduler = scheduler;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Another table is in force, so every case is judged anew, off the thread of the request. */
  @TransactionalEventListener
  void sweepAfter(TableConfirmed confirmed) {
    scheduler.execute(this::sweep);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    sweep();
  }

  /**
   * Judges every case, once more where it was held by somebody; returns how many could not be
   * judged.
   */
  @Scheduled(cron = "${chancery.sweep}", zone = "UTC")
  int sweep() {
    return accounts.as(Account.HOUSE, this::judgeAll);
  }

  private int judgeAll() {
    Instant since = clock.instant();
    List<Reference> failed = new ArrayList<>();
    @Nullable Reference last = null;
    for (List<CaseFile> chunk = next(null); !chunk.isEmpty(); chunk = next(last)) {
      for (CaseFile file : chunk) {
        last = file.reference();
        if (!judged(last)) {
          failed.add(last);
        }
      }
    }
    failed.removeIf(this::judged);
    publisher.publishEvent(new Swept(since, failed));
    return failed.size();
  }

  private List<CaseFile> next(@Nullable Reference after) {
    return instruments.allAfter(after, CHUNK);
  }

  /** Whatever is wrong with one case must not keep the others from being judged. */
  private boolean judged(Reference reference) {
    try {
      deadlines.rejudge(reference);
      return true;
    } catch (RuntimeException failure) {
      LOG.error("{} could not be judged", reference, failure);
      return false;
    }
  }
}
