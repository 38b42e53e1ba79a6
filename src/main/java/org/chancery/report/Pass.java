package org.chancery.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * The judging of every case that somebody may see, to answer some questions: how far it has come,
 * and, when it is done, the lines of each answer.
 */
final class Pass {

  /** Longer than this nobody waits for an answer; it goes on, and who asks again finds it. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Ledger.State state;
  private final Instant begunAt;
  private final long cases;
  private final CompletableFuture<List<List<Mark>>> answers = new CompletableFuture<>();
  private final Set<Reference> leftOut = ConcurrentHashMap.newKeySet();
  private volatile long judged;
  private volatile boolean isLong;
  private volatile @Nullable Instant endedAt;

  /**
   * @param state the state of the register when it began
   * @param cases how many cases there are to be judged
   */
  Pass(Ledger.State state, Instant begunAt, long cases) {
    this.state = state;
    this.begunAt = begunAt;
    this.cases = cases;
  }

  /** So many more cases have been judged. */
  void advance(int more) {
    judged = Math.min(cases, judged + more);
  }

  /** Of these nothing can be said. */
  void leaveOut(Set<Reference> unjudged) {
    leftOut.addAll(unjudged);
  }

  /** All have been judged, with the lines of each answer, worst first. */
  void end(List<List<Mark>> lines, Instant at) {
    endedAt = at;
    answers.complete(lines);
  }

  void fail(Throwable failure) {
    answers.completeExceptionally(failure);
  }

  /** When it began: what was recorded later may be missing in its answers. */
  Instant begunAt() {
    return begunAt;
  }

  /**
   * Whether it may answer now: as long as nothing has changed since it began; and one that somebody
   * had to wait for while it goes on and for a while after, since in a busy house it would never be
   * up to date.
   */
  boolean answers(Ledger.State now, Instant at, Duration kept) {
    Instant ended = endedAt;
    return !answers.isCompletedExceptionally()
        && (state.equals(now) || (isLong && (ended == null || at.isBefore(ended.plus(kept)))));
  }

  /**
   * Waits so long for its end.
   *
   * @throws StillJudging when it has not come by then
   */
  void await(Duration patience) {
    if (get(patience).isEmpty()) {
      isLong = true;
      throw new StillJudging(judged, cases);
    }
  }

  /**
   * The lines of each answer, worst first; waits for them.
   *
   * @throws Refusal when they do not come
   */
  List<List<Mark>> answers() {
    return answers(LONGEST);
  }

  /** The same for who waits so long. */
  List<List<Mark>> answers(Duration longest) {
    return get(longest).orElseThrow(() -> Refusal.of(Refusal.Kind.BUSY, "report.busy"));
  }

  /** How many lines its answers have; none before it has ended. */
  long size() {
    return answers.getNow(List.of()).stream().mapToLong(List::size).sum();
  }

  /**
   * How many cases the answers are silent about, since they could not be judged; waits for them.
   */
  long leftOut() {
    answers();
    return leftOut.size();
  }

  private Optional<List<List<Mark>>> get(Duration patience) {
    try {
      return Optional.of(answers.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException early) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Refusal.of(Refusal.Kind.BUSY, "report.busy");
    } catch (ExecutionException failed) {
      throw new IllegalStateException("The cases could not be judged", failed.getCause());
    }
  }
}
