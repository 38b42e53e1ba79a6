package org.chancery.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What guessing passwords costs: time, by the name that is guessed at, by the address it is guessed
 * from, and most of all by both together. However many guess at a name or mistype their own beside
 * her, its owner waits half a minute at the most, and not at all where she got in of late. Kept in
 * memory, and bounded.
 */
final class Throttle {

  private static final int LONGEST_NAME = 40;
  private static final int MOST_PLACES = 10_000;

  private final Guesses byBoth;
  private final Guesses byName;
  private final Guesses byNetwork;
  private final Set<String> places = new LinkedHashSet<>();

  Throttle(Clock clock) {
    this.byBoth = new Guesses(clock, 5, Duration.ofMinutes(5));
    this.byName = new Guesses(clock, 20, Duration.ofSeconds(30));
    // A whole ministry may share one address.
    this.byNetwork = new Guesses(clock, 50, Duration.ofMinutes(1), Duration.ofSeconds(30));
  }

  /**
   * @throws TooManyGuesses when the next guess must wait
   */
  void mustNotWait(String name, Origin from) {
    Duration wait = byBoth.wait(both(name, from));
    Duration others = longer(byNetwork.wait(from.network()), byName.wait(bounded(name)));
    Duration longest = isPlaceOf(name, from) ? wait : longer(wait, others);
    if (!longest.isZero()) {
      throw new TooManyGuesses(longest);
    }
  }

  /** A wrong guess. */
  void wrong(String name, Origin from) {
    byBoth.wrong(both(name, from));
    byName.wrong(bounded(name));
    byNetwork.wrong(from.network());
  }

  /** A right one; what was wrong before it, from there, were slips. */
  void right(String name, Origin from) {
    byBoth.right(both(name, from));
    synchronized (places) {
      places.remove(both(name, from));
      places.add(both(name, from));
      if (places.size() > MOST_PLACES) {
        Iterator<String> oldest = places.iterator();
        oldest.next();
        oldest.remove();
      }
    }
  }

  /** Whether the name got in from there of late. */
  boolean isPlaceOf(String name, Origin from) {
    synchronized (places) {
      return places.contains(both(name, from));
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private static String both(String name, Origin from) {
    return bounded(name) + '\0' + from.network();
  }

  /** A name that is longer than any account's is as good as any other such. */
  private static String bounded(String name) {
    return name.length() <= LONGEST_NAME ? name : "";
  }
}
