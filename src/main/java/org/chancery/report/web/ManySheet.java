package org.chancery.report.web;

import java.util.List;
import java.util.Set;
import org.chancery.deadline.Standing;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Milestone;
import org.chancery.lifecycle.Spot;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that lie before a manager, to be decided on at once.
 *
 * @param rows those that are to be decided on
 * @param done those that were just decided on
 */
record ManySheet(List<Row> rows, List<Row> done) {

  /**
   * What can be ruled, in the order of the form; each is a word of the step that decides on one.
   */
  enum What {
    EXTEND,
    WAIVE,
    CHASE,
    ESCALATE,
    ASSIGN;

    /** The key of its name. */
    public String key() {
      return this == ASSIGN ? "page.many.assign" : "word.answer.decide-overdue." + name();
    }

    /** The fields that it takes. */
    Set<String> fields() {
      return switch (this) {
        case EXTEND -> Set.of("to", "authority", "reason");
        case WAIVE -> Set.of("authority", "reason");
        case CHASE, ESCALATE -> Set.of("reason");
        case ASSIGN -> Set.of("person", "authority", "reason");
      };
    }
  }

  /**
   * A deadline.
   *
   * @param spot where it is
   * @param at what the reader may see of it; null for nothing
   * @param objection why she cannot decide on it; null when she can
   * @param tasks how many open tasks of it she can give to somebody
   * @param refused why it was refused just now; null when it was not
   * @param ticked whether it is chosen
   */
  record Row(
      Spot spot,
      @Nullable Seen at,
      @Nullable Message objection,
      int tasks,
      @Nullable Message refused,
      boolean ticked) {

    /** Whether anything can be ruled on it. */
    public boolean isOpen() {
      return objection == null || tasks > 0;
    }
  }

  /**
   * What there is to see of a deadline.
   *
   * @param file its case
   * @param milestone the deadline
   * @param standing how it stands
   */
  record Seen(CaseFile file, Milestone milestone, Standing standing) {}

  /** Those that were just refused. */
  public List<Row> refused() {
    return rows.stream().filter(row -> row.refused() != null).toList();
  }

  /** Whether there is anything to rule on. */
  public boolean isOpen() {
    return rows.stream().anyMatch(Row::isOpen);
  }
}
