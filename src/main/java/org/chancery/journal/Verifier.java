package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads the journals of the database through and says whether they are whole. */
@Component
public class Verifier {

  private static final int TOLD = 100;
  private static final Duration FRESH = Duration.ofMinutes(1);

  private final StoredJournal journal;
  private final TransactionTemplate moment;
  private final Clock clock;
  private final Semaphore busy = new Semaphore(1);
  private volatile @Nullable Verification last;

  Verifier(
      JdbcClient jdbc,
      ObjectMapper json,
      Roots roots,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.journal = new StoredJournal(jdbc, json, roots);
    this.moment = new TransactionTemplate(transactions);
    // What both databases call by this name is a snapshot; H2 repeats reads of one table only.
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
    this.moment.setReadOnly(true);
    this.clock = clock;
  }

  /**
   * Whether they are whole, as of this minute; all are read for it, by one at a time.
   *
   * @throws Refusal while they are read for somebody else
   */
  public Verification recent() {
    Verification known = last;
    if (known != null && known.at().plus(FRESH).isAfter(clock.instant())) {
      return known;
    }
    if (!busy.tryAcquire()) {
      throw Refusal.of(Kind.BUSY, "journal.verifying");
    }
    try {
      Verification now = verify(Collections.emptyIterator());
      last = now;
      return now;
    } finally {
      busy.release();
    }
  }

  /**
   * Whether they are whole now.
   *
   * @param exported the roots that were taken out at the time, by number
   */
  Verification verify(Iterator<Root> exported) {
    return Objects.requireNonNull(
        moment.execute(
            status -> {
              Instant now = clock.instant();
              Told told = new Told();
              Examination.Extent extent = Examination.of(journal, exported, told);
              return new Verification(now, extent, told.count, told.first);
            }));
  }

  /** What an examination has told: not more of it than somebody will read. */
  private static final class Told implements Consumer<Flaw> {

    private final List<Flaw> first = new ArrayList<>();
    private long count;

    @Override
    public void accept(Flaw flaw) {
      count++;
      if (first.size() < TOLD) {
        first.add(flaw);
      }
    }
  }
}
