package org.chancery.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Viewpoint;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Findings;
import org.chancery.deadline.Findings.Batch;
import org.chancery.deadline.Findings.Told;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Answers what no ledger keeps, by judging every case: a batch at a time, so that neither memory
 * nor a connection is held for long, and only so many such passes at once, of which one account
 * never has all. Who asks the same while nothing has changed, or asks on after waiting, gets the
 * same answer.
 */
@Component
class Passes implements DisposableBean {

  /** How long an answer is kept for which nobody asks. */
  private static final Duration FORGOTTEN = Duration.ofMinutes(10);

  /** In every zone of the world a day ends at a full quarter of an hour. */
  private static final Duration SAME_DAYS = Duration.ofMinutes(15);

  private final Findings findings;
  private final Ledger ledger;
  private final Instruments instruments;
  private final Accounts accounts;
  private final Zones zones;
  private final Clock clock;
  private final Turns turns;
  private final Duration queue;
  private final Duration kept;
  private final ConcurrentMap<Key, Pass> running = new ConcurrentHashMap<>();
  private final Shelf<Key> ended;
  private final SimpleAsyncTaskExecutor judges = new SimpleAsyncTaskExecutor("judging-");

  /**
   * @param most how many may go on at once
   * @param queue how long one waits until another has ended
   * @param kept how long an answer that one had to wait for is given although things have changed
   * @param room how many lines of answers are kept, a hundred bytes or two each
   */
  Passes(
      Findings findings,
      Ledger ledger,
      Instruments instruments,
      Accounts accounts,
      Zones zones,
      Clock clock,
      @Value("${chancery.report.passes}") int most,
      @Value("${chancery.report.queue}") Duration queue,
      @Value("${chancery.report.kept}") Duration kept,
      @Value("${chancery.report.room}") long room) {
    this.findings = findings;
    this.ledger = ledger;
    this.instruments = instruments;
    this.accounts = accounts;
    this.zones = zones;
    this.clock = clock;
    this.turns = new Turns(most);
    this.queue = queue;
    this.kept = kept;
    this.ended = new Shelf<>(room, FORGOTTEN);
    judges.setTaskTerminationTimeout(TimeUnit.SECONDS.toMillis(5));
  }

  /** Who sees the same and asks the same, on the same days. */
  private record Key(Sight sight, List<Question> questions) {

    static Key of(Sight sight, List<Question> questions) {
      return new Key(sight, questions.stream().map(Key::onItsDays).toList());
    }

    private static Question onItsDays(Question question) {
      if (question.isNow() && question.from().asOf() instanceof AsOf.Moment now) {
        Instant instant = now.instant().truncatedTo(ChronoUnit.SECONDS);
        long since = instant.getEpochSecond() % SAME_DAYS.toSeconds();
        AsOf begun = new AsOf.Moment(instant.minusSeconds(since));
        return new Question(Viewpoint.of(begun), question.filter(), question.narrowing());
      }
      return question;
    }
  }

  /**
   * The pass that answers the questions, which know the same: one that goes on or has ended, else a
   * new one.
   *
   * @throws Refusal when as many as may go on do, of all or of the account
   */
  Pass of(List<Question> questions) {
    Key key = Key.of(instruments.sight(), questions);
    Ledger.State state = ledger.state();
    Pass known = known(key, state);
    if (known != null) {
      return known;
    }
    Account account = accounts.current();
    takeTurn(account);
    boolean begun = false;
    try {
      Pass pass = new Pass(state, clock.instant(), ledger.cases());
      Pass meanwhile = known(key, state);
      Pass first =
          meanwhile != null
              ? meanwhile
              : running.compute(key, (same, old) -> good(old, state, pass));
      if (first == pass) {
        begin(key, pass, account, questions);
        begun = true;
      }
      return first;
    } finally {
      if (!begun) {
        turns.giveBack(account.name());
      }
    }
  }

  /** One that cannot be begun has failed: whoever waits for it already is told so. */
  private void begin(Key key, Pass pass, Account account, List<Question> questions) {
    try {
      judges.execute(() -> run(key, pass, account, questions));
    } catch (RuntimeException | Error failure) {
      pass.fail(failure);
      running.remove(key, pass);
      throw failure;
    }
  }

  private @Nullable Pass known(Key key, Ledger.State state) {
    Pass going = running.get(key);
    if (going != null && isGood(going, state)) {
      return going;
    }
    Pass known = ended.get(key, clock.instant());
    return known != null && isGood(known, state) ? known : null;
  }

  private Pass good(@Nullable Pass old, Ledger.State state, Pass otherwise) {
    return old != null && isGood(old, state) ? old : otherwise;
  }

  private boolean isGood(Pass pass, Ledger.State state) {
    return pass.answers(state, clock.instant(), kept);
  }

  private void takeTurn(Account account) {
    try {
      if (turns.take(account.name(), queue)) {
        return;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.of(Refusal.Kind.BUSY, "report.busy");
  }

  /** Whatever goes wrong is told to those who wait. */
  private void run(Key key, Pass pass, Account account, List<Question> questions) {
    try {
      pass.end(accounts.as(account, () -> judged(pass, questions)), clock.instant());
      ended.put(key, pass, clock.instant());
    } catch (RuntimeException | Error failure) {
      pass.fail(failure);
    } finally {
      running.remove(key, pass);
      turns.giveBack(account.name());
    }
  }

  private List<List<Mark>> judged(Pass pass, List<Question> questions) {
    List<List<Mark>> answers = new ArrayList<>();
    questions.forEach(question -> answers.add(new ArrayList<>()));
    Instant knownAt = questions.get(0).from().knownAt();
    @Nullable String next = null;
    do {
      Batch batch = findings.batch(next, knownAt);
      for (int i = 0; i < answers.size(); i++) {
        pass.leaveOut(mark(batch, questions.get(i), answers.get(i)));
      }
      pass.advance(batch.read());
      next = batch.next();
    } while (next != null && !Thread.currentThread().isInterrupted());
    if (next != null) {
      throw new IllegalStateException("The house closes");
    }
    answers.forEach(Collections::sort);
    return answers;
  }

  /** Adds the lines of the cases, and answers those that could not be judged. */
  private Set<Reference> mark(Batch batch, Question question, List<Mark> marks) {
    LocalDate day = question.from().asOf().dayIn(zones.home());
    Told told = findings.of(batch, question.filter(), question.from());
    told.found().stream()
        .filter(found -> question.fits(found, day))
        .map(found -> Mark.of(found, day))
        .forEach(marks::add);
    return told.unjudged();
  }

  /** So that answers for which nobody comes back take no room. */
  @Scheduled(cron = "40 * * * * *", zone = "UTC")
  void tidy() {
    ended.tidy(clock.instant());
  }

  @Override
  public void destroy() {
    judges.close();
  }
}
