package org.chancery.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often each caller may still ask: a bucket of so many calls, filled again steadily. Kept in
 * memory, and for so many callers only: whoever has been silent for longest is forgotten first, and
 * her bucket is full again.
 */
final class Rates {

  private static final int MOST_CALLERS = 10_000;
  private static final double SECOND = TimeUnit.SECONDS.toNanos(1);

  /**
   * @param calls how many were left
   * @param at when, on the stopwatch
   */
  private record Bucket(double calls, long at) {}

  private final double perSecond;
  private final double most;
  private final LongSupplier nanos;
  private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param perSecond how many calls a second may be made for ever
   * @param most how many may be made at once
   * @param nanos a stopwatch, in nanoseconds
   */
  Rates(double perSecond, double most, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.most = most;
    this.nanos = nanos;
  }

  /** Counts a call; answers the seconds that the caller must wait first, 0 for none. */
  synchronized long waitSeconds(String caller) {
    long now = nanos.getAsLong();
    Bucket before = buckets.getOrDefault(caller, new Bucket(most, now));
    double left = Math.min(most, before.calls() + (now - before.at()) / SECOND * perSecond);
    boolean isFree = left >= 1;
    buckets.put(caller, new Bucket(isFree ? left - 1 : left, now));
    if (buckets.size() > MOST_CALLERS) {
      buckets.remove(buckets.keySet().iterator().next());
    }
    return isFree ? 0 : (long) Math.ceil((1 - left) / perSecond);
  }

  /** How many callers are remembered. */
  synchronized int callers() {
    return buckets.size();
  }
}
