package org.chancery.notice;

import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The ladder of reminders of a deadline: so many days before its last possible day, on the day, and
 * then again and again while it is overdue. A rung is counted in days after that day, so that those
 * before it are negative.
 *
 * @param before on how many days before
 * @param again every how many days while it is overdue; 0: never
 */
record Rungs(Set<Integer> before, int again) {

  /** An immutable copy. */
  Rungs {
    before = Set.copyOf(before);
  }

  /** The last rung that has come, so many days after the due day; empty while none has. */
  OptionalInt reached(int days, boolean overdue) {
    if (days > 0 && overdue && again > 0) {
      return OptionalInt.of(days / again * again);
    }
    return IntStream.concat(IntStream.of(0), before.stream().mapToInt(each -> -each))
        .filter(rung -> rung <= days)
        .max();
  }
}
