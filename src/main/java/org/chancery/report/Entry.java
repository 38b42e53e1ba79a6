package org.chancery.report;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the ledger holds of a case, beside what it is to hold.
 *
 * @param before the verdicts it holds
 * @param counted for whom they are counted
 * @param after the verdicts it is to hold
 * @param viewers for whom those are to be counted
 */
record Entry(List<Verdict> before, Set<String> counted, List<Verdict> after, Set<String> viewers) {

  /** Whether the verdicts are as they are to be. */
  boolean isRight() {
    return before.equals(after);
  }

  /** The verdicts it holds and is to hold no more. */
  List<Verdict> gone() {
    return without(before, after);
  }

  /** The verdicts it is to hold and does not. */
  List<Verdict> come() {
    return without(after, before);
  }

  private static List<Verdict> without(List<Verdict> these, List<Verdict> those) {
    Set<Verdict> others = new HashSet<>(those);
    return these.stream().filter(each -> !others.contains(each)).toList();
  }

  /** Whether they are counted for whom they are to be. */
  boolean isRightlyCounted() {
    return counted.equals(viewers);
  }

  /** The difference for each viewer; what stays the same for her is nothing. */
  Tally difference() {
    Set<String> all = new HashSet<>(counted);
    all.addAll(viewers);
    Tally tally = new Tally();
    for (String viewer : all) {
      if (counted.contains(viewer)) {
        before.forEach(each -> tally.add(viewer, each, -1));
      }
      if (viewers.contains(viewer)) {
        after.forEach(each -> tally.add(viewer, each, 1));
      }
    }
    return tally;
  }
}
