package org.chancery.operations;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.chancery.access.HouseChanged.Change;
import org.chancery.access.HouseNews;
import org.chancery.instrument.Instruments;
import org.chancery.journal.Entry;
import org.chancery.journal.HouseJournal;
import org.chancery.process.GivenUp;
import org.chancery.process.Stuck;
import org.chancery.web.Page;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The jobs that were given up, as whoever keeps the machine going sees them. */
@Component
public class Jobs {

  /** So many stand on a page. */
  static final int ON_A_PAGE = 20;

  private final Stuck stuck;
  private final Instruments instruments;
  private final HouseJournal journal;
  private final HouseNews news;
  private final TransactionOperations transactions;

  Jobs(
      Stuck stuck,
      Instruments instruments,
      HouseJournal journal,
      HouseNews news,
      TransactionOperations transactions) {
    this.stuck = stuck;
    this.instruments = instruments;
    this.journal = journal;
    this.news = news;
    this.transactions = transactions;
  }

  /**
   * A job that was given up.
   *
   * @param job the job
   * @param seen whether it is about a case that the reader may see
   * @param last who had it tried again last, and when; null for nobody
   */
  public record Row(GivenUp job, boolean seen, @Nullable Entry last) {

    /** Whether it is about a case that the reader may not see. */
    public boolean isHidden() {
      return job.reference() != null && !seen;
    }
  }

  /**
   * What came of it when some were tried again.
   *
   * @param again how many are tried again
   * @param gone how many were not given up any more
   */
  public record Tried(int again, int gone) {}

  /**
   * A page of them, the longest ago first.
   *
   * @param after the {@code next} of the page before; null for the first
   * @throws org.chancery.web.InvalidValue when that is none
   */
  public Page<Row> page(@Nullable String after) {
    List<GivenUp> jobs = stuck.givenUp(after, ON_A_PAGE + 1);
    return Page.of(jobs, ON_A_PAGE, GivenUp::position).map(this::row);
  }

  private Row row(GivenUp job) {
    boolean seen = Optional.ofNullable(job.reference()).flatMap(instruments::ifSeen).isPresent();
    @Nullable Entry last = journal.newest(subject(job.id()), 1).stream().findFirst().orElse(null);
    return new Row(job, seen, last);
  }

  /** How many have failed, and are tried again by themselves. */
  public long triedAgain() {
    return stuck.triedAgain();
  }

  /**
   * Has each of them tried again, by itself: of two who ask for the same one does it.
   *
   * @throws Refusal when they are more than stand on a page
   */
  public Tried tryAgain(Collection<String> jobs) {
    if (jobs.size() > ON_A_PAGE) {
      throw Refusal.of(Refusal.Kind.INVALID_BODY, "parameter.wrong", "job");
    }
    int again = 0;
    for (String job : jobs) {
      again += isTriedAgain(job) ? 1 : 0;
    }
    return new Tried(again, jobs.size() - again);
  }

  private boolean isTriedAgain(String job) {
    try {
      transactions.executeWithoutResult(status -> enter(job, stuck.tryAgain(job)));
      return true;
    } catch (Refusal | ConcurrencyFailureException gone) {
      return false;
    }
  }

  private void enter(String job, Stuck.Tries before) {
    news.tell(Change.JOB_TRIED_AGAIN, subject(job), before, before.anew());
  }

  /** The subject under which the journal of the house tells of the job. */
  static String subject(String job) {
    return "job/" + job;
  }
}
