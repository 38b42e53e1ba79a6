package org.chancery.deadline;

import java.time.LocalDate;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;

/**
 * A made-up register of any size: every status, half-known dates, things done, late and open, and
 * records that contradict themselves. The same seed and number always give the same case, so it
 * need not be kept.
 *
 * @param seed which register
 * @param milestones how many each case has
 */
record Population(long seed, int milestones) {

  /** The day the cases are made around. */
  static final LocalDate DAY = LocalDate.of(2026, 11, 21);

  /** A case and its relatives. */
  record Case(CaseFile file, Kin kin) {}

  /** The case with the number, from 1. */
  Case of(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
    return new MadeUpCase(new Chance(random), number).with(milestones);
  }

  /** The cases up to the number, one after the other. */
  Stream<Case> first(int cases) {
    return IntStream.rangeClosed(1, cases).mapToObj(this::of);
  }
}
