package org.chancery.report;

import java.util.Collection;
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
 * @param isUnjudged whether it holds that the case could not be judged
 */
record Entry(
    List<Verdict> before,
    Set<String> counted,
    List<Verdict> after,
    Set<String> viewers,
    boolean isUnjudged) {

  /** Whether the verdicts are as they are to be. */
  boolean isRight() {
    return before.equals(after);
  }

  /** Whether anything of it is to be written. */
  boolean isConcerned() {
    return isUnjudged || !isRight() || !isRightlyCounted();
  }

  /** The verdicts it holds and is to hold no more. */
  List<Verdict> gone() {
    return without(before, after);
  }

  /** The verdicts it is to hold and does not. */
  List<Verdict> come() {
    return without(after, before);
  }

  private static <T> List<T> without(Collection<T> these, Collection<T> those) {
    Set<T> others = new HashSet<>(those);
    return these.stream().filter(each -> !others.contains(each)).toList();
  }

  /** For whom they are counted and are to be counted no more. */
  List<String> viewersGone() {
    return without(counted, viewers);
  }

  /** For whom they are to be counted and are not. */
  List<String> viewersCome() {
    return without(viewers, counted);
  }

  /** Whether they are counted for whom they are to be. */
  boolean isRightlyCounted() {
    return counted.equals(viewers);
  }

  /** Adds the difference for each viewer; what stays the same for her is nothing. */
  void count(Tally tally) {
    if (isRight() && isRightlyCounted()) {
      return;
    }
    counted.forEach(viewer -> before.forEach(each -> tally.add(viewer, each, -1)));
    viewers.forEach(viewer -> after.forEach(each -> tally.add(viewer, each, 1)));
  }
}
