package org.chancery.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of what was found.
 *
 * @param sought what was looked for
 * @param items the hits, the closest first
 * @param next the place of the last when there are more
 * @param count how many there are on all pages; one more than {@link Searching#MOST_COUNTED} when
 *     there are more
 * @param advice of each word whether it is anywhere, where there is no case that has them all
 */
public record Hits(
    Sought sought,
    List<Searching.Hit> items,
    Searching.@Nullable Place next,
    int count,
    List<Advice> advice) {

  /**
   * Whether a word is anywhere.
   *
   * @param word the word as it was understood
   * @param known whether any case has it that may be seen
   */
  public record Advice(String word, boolean known) {}

  /** What one finds who looks for nothing. */
  static Hits none() {
    return new Hits(new Sought(List.of()), List.of(), null, 0, List.of());
  }
}
