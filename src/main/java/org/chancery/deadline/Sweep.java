package org.chancery.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.Reference;
import org.chancery.process.AskedByProcesses;
import org.chancery.process.Chores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The steps of {@code processes/deadline/sweep.bpmn}: every case is judged anew, a chunk at a time.
 * Those that a {@link Glance} at the chunk finds changed are judged some at a time in one
 * transaction, in which all is written that follows, or in halves where one of them fails; one that
 * cannot be judged is remembered and the others are judged all the same. Each step may be done
 * twice, late, or on two nodes at once, with one result: what judging writes differs only where the
 * case does, and what is told is told in the transaction in which the engine gives up the job, so
 * that of two who did it the database lets one.
 */
@Component
public class Sweep implements AskedByProcesses {

  /** The name of the process. */
  static final String PROCESS = "sweep";

  /**
   * At least so many cases make a chunk: enough to share what a glance and a job cost, and few
   * enough to be judged, when all have changed, well before a job's lock ends.
   */
  private static final int LEAST = 50;

  /** At most so many chunks are cut, since all of them are begun in one transaction. */
  private static final int MOST = 500;

  /**
   * So many cases that have changed are judged in one transaction: what judging them asks and what
   * follows is asked and written together. More would keep clerks waiting who write one of them.
   */
  private static final int TOGETHER = 20;

  /**
   * Longer no such transaction takes, but where somebody holds what it needs who sleeps, or at a
   * database that is too slow for so many: then they are judged in halves.
   */
  private static final int SECONDS = 5;

  private static final Duration REMEMBERED = Duration.ofDays(30);

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);

  private final Deadlines deadlines;
  private final Glance glance;
  private final SweepTable table;
  private final Chores chores;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final SimpleAsyncTaskExecutor aside = new SimpleAsyncTaskExecutor("sweep-");

  Sweep(
      Deadlines deadlines,
      Glance glance,
      SweepTable table,
      Chores chores,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.deadlines = deadlines;
    this.glance = glance;
    this.table = table;
    this.chores = chores;
    this.accounts = accounts;
    this.publisher = publisher;
    this.transaction = new TransactionTemplate(transactions);
    transaction.setTimeout(SECONDS);
    this.clock = clock;
  }

  /** The chunks that the register is cut into now. */
  public List<String> chunks(String sweep) {
    return table.chunks(Math.max(LEAST, table.cases() / MOST)).stream()
        .map(Chunk::toString)
        .toList();
  }

  /** Judges each case of the chunk. */
  @Transactional
  public void judge(String sweep, String chunk) {
    Chunk cases = Chunk.parse(chunk);
    Instant since = clock.instant();
    List<Reference> unjudged = aside(() -> unjudged(cases));
    table.keep(Long.parseLong(sweep), cases, since, unjudged);
  }

  /** Tells the house that every case has been judged, unless a later sweep has told already. */
  @Transactional
  public void tell(String sweep) {
    long number = Long.parseLong(sweep);
    if (!table.isOvertaken(number)) {
      publisher.publishEvent(new Swept(table.since(number), table.unjudged(number)));
    }
    table.end(number, clock.instant());
  }

  /** Ends and forgets the sweeps before: what they have left undone, this one has done. */
  @Transactional
  public void clearAway(String sweep) {
    long number = Long.parseLong(sweep);
    chores.keys(PROCESS).stream()
        .filter(key -> Long.parseLong(key) < number)
        .forEach(key -> chores.clearAway(PROCESS, key));
    table.forgetBefore(clock.instant().minus(REMEMBERED));
  }

  /** The cases that could not be judged. */
  public List<String> left(String sweep) {
    return table.unjudged(Long.parseLong(sweep)).stream().map(Reference::value).toList();
  }

  /**
   * Judges a case that could not be judged, once more.
   *
   * @throws IllegalStateException when it still cannot: the engine tries again, and then lets an
   *     operator know
   */
  @Transactional
  public void judgeAlone(String sweep, String left) {
    Reference reference = new Reference(left);
    aside(
        () -> {
          try {
            transaction.executeWithoutResult(status -> judgeAlone(reference));
            return reference;
          } catch (RuntimeException failure) {
            throw new IllegalStateException(reference + " could not be judged", failure);
          }
        });
    table.judged(Long.parseLong(sweep), reference);
  }

  private void judgeAlone(Reference reference) {
    table.letGoWhenAsleep(SECONDS);
    deadlines.rejudge(reference);
  }

  /** Which cases of the chunk cannot be judged, nor after all the others once more. */
  List<Reference> unjudged(Chunk chunk) {
    List<Reference> concerned = glance.concerned(table.cases(chunk));
    List<Reference> failed = new ArrayList<>();
    for (int from = 0; from < concerned.size(); from += TOGETHER) {
      failed.addAll(unjudged(concerned.subList(from, Math.min(from + TOGETHER, concerned.size()))));
    }
    failed.removeIf(each -> unjudged(List.of(each)).isEmpty());
    return failed;
  }

  /** Whatever is wrong with one case must not keep the others from being judged. */
  private List<Reference> unjudged(List<Reference> cases) {
    try {
      Set<Reference> judged =
          Objects.requireNonNull(transaction.execute(status -> judgedIfFree(cases)));
      return cases.stream().filter(each -> !judged.contains(each)).toList();
    } catch (CannotCreateTransactionException away) {
      throw away;
    } catch (RuntimeException failure) {
      if (cases.size() == 1) {
        LOG.error("{} could not be judged", cases.get(0), failure);
        return cases;
      }
      LOG.info("{} cases are judged in halves: {}", cases.size(), failure.toString());
      int half = cases.size() / 2;
      return Stream.of(cases.subList(0, half), cases.subList(half, cases.size()))
          .flatMap(each -> unjudged(each).stream())
          .toList();
    }
  }

  /** Nobody waits here for one who holds a case, and who may be a node that sleeps. */
  private Set<Reference> judgedIfFree(List<Reference> cases) {
    table.letGoWhenAsleep(SECONDS);
    Set<Reference> free = table.hold(cases);
    deadlines.rejudge(List.copyOf(free));
    return free;
  }

  /**
   * Does the work in another thread and waits for it: there the engine is not at work, so that a
   * case and its process are written in one transaction of their own, and not with the job.
   */
  private <T> T aside(Supplier<T> work) {
    Future<T> done = aside.submit(() -> accounts.as(Account.HOUSE, work));
    try {
      return done.get();
    } catch (InterruptedException stopped) {
      done.cancel(true);
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The house closes", stopped);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    }
  }
}
