package org.chancery.notice;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Ladder;
import org.chancery.instrument.MilestoneKind;

/** When the house writes, by its table of thresholds. */
interface Policy {

  /** The ladder of reminders of a deadline of the kind and body. */
  Rungs rungs(MilestoneKind kind, BodyCode body);

  /** After how many days of lateness, or of silence since a decision, a manager is to decide. */
  int escalation(MilestoneKind kind, BodyCode body);

  /** The policy in force. */
  static Policy of(Deadlines deadlines) {
    return new Policy() {
      @Override
      public Rungs rungs(MilestoneKind kind, BodyCode body) {
        int first = deadlines.days(Ladder.REMINDER_FIRST, kind, body);
        int second = deadlines.days(Ladder.REMINDER_SECOND, kind, body);
        int last = deadlines.days(Ladder.REMINDER_LAST, kind, body);
        return new Rungs(
            Stream.of(first, second, last).collect(Collectors.toUnmodifiableSet()),
            deadlines.days(Ladder.REMINDER_AGAIN, kind, body));
      }

      @Override
      public int escalation(MilestoneKind kind, BodyCode body) {
        return deadlines.days(Ladder.ESCALATION, kind, body);
      }
    };
  }
}
