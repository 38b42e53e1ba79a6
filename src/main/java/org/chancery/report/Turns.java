package org.chancery.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * So many may work at once, and of these one account never all: whoever asks much keeps the others
 * from nothing.
 */
final class Turns {

  private final int most;
  private final Map<String, Integer> taken = new HashMap<>();

  /**
   * @param most how many at once, from 1
   */
  Turns(int most) {
    this.most = most;
  }

  /** Whether the account has got a turn, at the latest after so long. */
  synchronized boolean take(String account, Duration longest) throws InterruptedException {
    long until = System.nanoTime() + longest.toNanos();
    while (!isFreeFor(account)) {
      long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    taken.merge(account, 1, Integer::sum);
    return true;
  }

  private boolean isFreeFor(String account) {
    int all = taken.values().stream().mapToInt(Integer::intValue).sum();
    return all < most && taken.getOrDefault(account, 0) < Math.max(1, most - 1);
  }

  /** Gives a turn of the account back. */
  synchronized void giveBack(String account) {
    taken.computeIfPresent(account, (name, turns) -> turns > 1 ? turns - 1 : null);
    notifyAll();
  }
}
