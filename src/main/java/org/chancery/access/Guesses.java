package org.chancery.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Wrong guesses of late, by who guessed or what was guessed at. The first few are free; each one
 * more doubles the time until the next is looked at, up to a longest. All are forgotten after a
 * quarter of an hour without another. Kept in memory, and only for so many keys: the least recently
 * wrong is forgotten first.
 */
final class Guesses {

  private static final int MOST_KEYS = 10_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);

  private final Clock clock;
  private final int free;
  private final Duration longest;
  private final @Nullable Duration slip;
  private final Map<String, Wrong> wrong = new LinkedHashMap<>();

  /**
   * @param free how many wrong guesses cost nothing
   * @param longest the longest wait
   */
  Guesses(Clock clock, int free, Duration longest) {
    this(clock, free, longest, null);
  }

  /**
   * @param free how many wrong guesses cost nothing
   * @param longest the longest wait
   * @param slip how long until one of them is forgotten, while others come; null: all count
   */
  Guesses(Clock clock, int free, Duration longest, @Nullable Duration slip) {
    this.clock = clock;
    this.free = free;
    this.longest = longest;
    this.slip = slip;
  }

  /** How long the next guess must wait; zero when it need not. */
  synchronized Duration wait(String key) {
    Wrong latest = wrong.get(key);
    if (latest == null) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(clock.instant(), latest.at().plus(delayAfter(latest.count())));
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** A wrong guess. */
  synchronized void wrong(String key) {
    Instant now = clock.instant();
    Wrong before = wrong.remove(key);
    wrong.put(key, new Wrong(before == null ? 1 : left(before, now) + 1, now));
    if (wrong.size() > MOST_KEYS) {
      wrong.remove(wrong.keySet().iterator().next());
    }
  }

  /** A right guess: the wrong ones before it were slips. */
  synchronized void right(String key) {
    wrong.remove(key);
  }

  /** How many of them still count. */
  private double left(Wrong before, Instant now) {
    Duration since = Duration.between(before.at(), now);
    if (since.compareTo(FORGOTTEN_AFTER) >= 0) {
      return 0;
    }
    double forgotten = slip == null ? 0 : (double) since.toMillis() / slip.toMillis();
    return Math.max(0, before.count() - forgotten);
  }

  private Duration delayAfter(double count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration doubled = Duration.ofSeconds(1L << Math.min((int) count - free, 20));
    return doubled.compareTo(longest) < 0 ? doubled : longest;
  }

  private record Wrong(double count, Instant at) {}
}
