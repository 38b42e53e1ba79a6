package org.chancery.deadline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * In what one text of a table differs from another: the order of lines says nothing.
 *
 * @param removed the lines that are no longer there
 * @param added the lines that have come
 */
public record Difference(List<String> removed, List<String> added) {

  /** Immutable copies. */
  public Difference {
    removed = List.copyOf(removed);
    added = List.copyOf(added);
  }

  static Difference between(TableText before, TableText after) {
    return new Difference(
        without(before.lines(), after.lines()), without(after.lines(), before.lines()));
  }

  private static List<String> without(List<String> lines, List<String> others) {
    Map<String, Integer> left = new HashMap<>();
    others.forEach(line -> left.merge(line, 1, Integer::sum));
    return lines.stream().filter(line -> left.merge(line, -1, Integer::sum) < 0).toList();
  }
}
