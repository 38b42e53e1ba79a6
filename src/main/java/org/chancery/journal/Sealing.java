package org.chancery.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings what was added to the journals under a root, now and then. Nobody who appends waits for
 * it: it reads what is committed, and what commits later comes under the next root. Of two nodes
 * that seal at once one makes the root, since its number is taken.
 */
@Component
class Sealing {

  /** So much later than it was recorded an entry is still expected. */
  static final Duration LATE = Duration.ofDays(1);

  /** So many chains come under one root; of more, others come under the next one. */
  static final int MOST = 50_000;

  private final Roots roots;
  private final RootsExport export;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private @Nullable LocalDate lookedThrough;

  Sealing(Roots roots, RootsExport export, PlatformTransactionManager transactions, Clock clock) {
    this.roots = roots;
    this.export = export;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Scheduled(cron = "${chancery.journal.seal}", zone = "UTC")
  synchronized void run() {
    seal();
    export.bringUpToDate();
  }

  /** Leaves nothing that is committed without a root. The first time of a day all is looked at. */
  void seal() {
    LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
    boolean all = !today.equals(lookedThrough);
    try {
      while (next(all) == MOST) {
        // Whatever is left comes under the next one.
      }
      lookedThrough = today;
    } catch (DuplicateKeyException | ConcurrencyFailureException another) {
      // Another node makes the same root at this moment; what it has left, the next time takes.
    }
  }

  private int next(boolean all) {
    return Objects.requireNonNull(transaction.execute(status -> add(roots.last(), all)));
  }

  private int add(@Nullable Root last, boolean all) {
    Instant since = all || last == null ? Instant.EPOCH : last.madeAt().minus(LATE);
    List<Roots.Grown> grown = roots.grown(since, MOST);
    if (!grown.isEmpty()) {
      int entries = grown.stream().mapToInt(Roots.Grown::entries).sum();
      int number = Link.numberAfter(last);
      List<Leaf> leaves = grown.stream().map(each -> each.under(number)).toList();
      Tree tree = new Tree();
      leaves.forEach(leaf -> tree.add(leaf.text()));
      Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
      roots.add(Root.after(last, now, entries, tree), leaves);
    }
    return grown.size();
  }
}
