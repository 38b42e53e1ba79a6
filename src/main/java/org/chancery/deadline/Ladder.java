package org.chancery.deadline;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.instrument.Basis;

/**
 * How long the house waits before it asks somebody to act; how many days, a lawyer says in the
 * table of thresholds.
 */
public enum Ladder {
  /** A milestone that has been overdue for so many days is put before a manager. */
  ESCALATION("days for which it has surely been overdue, and since the last decision on it"),
  /** A side that owes us a note and has been silent for so many days is reminded. */
  SILENCE("days since the other side could act, and since it was last reminded"),
  /** Whose deadline it is is reminded so many days before its last possible day. */
  REMINDER_FIRST("days before its last possible day"),
  /** And again. */
  REMINDER_SECOND("days before its last possible day"),
  /** And once more before the day itself. */
  REMINDER_LAST("days before its last possible day"),
  /** While it is overdue, whose deadline it is is reminded every so many days. */
  REMINDER_AGAIN("days between reminders while it is overdue; 0: none");

  private final String counts;

  Ladder(String counts) {
    this.counts = counts;
  }

  /** Its name in the table. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rules and, beside them, the steps of the ladder: all that the table may name. */
  static List<Rule> with(List<Rule> rules) {
    Stream<Rule> steps =
        Arrays.stream(values())
            .map(
                step ->
                    new Rule(
                        step.id(),
                        "1",
                        step.counts,
                        "thresholds.csv",
                        Status.RUNNING,
                        Basis.POLICY,
                        null,
                        step.counts));
    return Stream.concat(rules.stream(), steps).toList();
  }
}
