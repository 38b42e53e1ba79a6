package org.chancery.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The passes that have ended: each as long as somebody asks for it now and then, and as there is
 * room for its lines. Whichever was asked for longest ago makes room first; the last one stays
 * whatever its size, since who has waited for it has yet to fetch it.
 */
final class Shelf<K> {

  private final long room;
  private final Duration kept;
  private final Map<K, Stored> passes = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * @param askedAt when it was last asked for
   */
  private record Stored(Pass pass, Instant askedAt) {}

  /**
   * @param room how many lines there is room for
   * @param kept how long one is kept for which nobody asks
   */
  Shelf(long room, Duration kept) {
    this.room = room;
    this.kept = kept;
  }

  synchronized void put(K key, Pass pass, Instant at) {
    passes.put(key, new Stored(pass, at));
    tidy(at);
  }

  synchronized @Nullable Pass get(K key, Instant at) {
    tidy(at);
    Stored stored = passes.computeIfPresent(key, (same, old) -> new Stored(old.pass(), at));
    return stored == null ? null : stored.pass();
  }

  /** Forgets what nobody asks for and what there is no room for. */
  synchronized void tidy(Instant at) {
    passes.values().removeIf(stored -> !at.isBefore(stored.askedAt().plus(kept)));
    long lines = passes.values().stream().mapToLong(stored -> stored.pass().size()).sum();
    Iterator<Stored> longestAgo = passes.values().iterator();
    for (int left = passes.size(); lines > room && left > 1; left--) {
      lines -= longestAgo.next().pass().size();
      longestAgo.remove();
    }
  }
}
