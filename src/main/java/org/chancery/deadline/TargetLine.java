package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Set;
import org.chancery.instrument.Target;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the rules: an undertaking with a figure on the day of judging. Its last figure is the
 * last for a full period since the start: one as long as the baseline's, of a yearly target a year
 * of the calendar.
 *
 * @param target the undertaking
 * @param due by when the figure is to be reached; of a yearly target the end of the year judged
 * @param today the day of judging in the zone of the responsible body
 * @param recordedOn the day the case was opened
 * @param lacks what is not stated, so that there is no line
 * @param baseline where the line begins; null where that is not stated
 * @param last the last figure; null while there is none
 * @param line where the line stands at the end of the last figure's period, else the goal; null
 *     where there is no line
 * @param falling whether less is better
 */
public record TargetLine(
    Target target,
    Due due,
    LocalDate today,
    LocalDate recordedOn,
    Set<Lack> lacks,
    @Nullable Figure baseline,
    @Nullable Measured last,
    @Nullable Figure line,
    boolean falling) {

  /** What may be missing. */
  public enum Lack {
    VALUE,
    BASELINE,
    START,
    END
  }

  /** An immutable copy. */
  public TargetLine {
    lacks = Set.copyOf(lacks);
  }

  /** Whether all is stated that a line needs. */
  public boolean isComputable() {
    return lacks.isEmpty();
  }

  /** Whether its end has surely passed. */
  public boolean isOver() {
    return due.latest() != null && today.isAfter(due.latest());
  }

  /** Whether the last figure covers a period that reaches the end. */
  public boolean isMeasuredAtEnd() {
    return last != null && due.latest() != null && !last.last().isBefore(due.latest());
  }

  /** Whether even the best of the last figures lies behind the line. */
  public boolean isSurelyBehind() {
    return last != null && line != null && isSurelyBehind(last.figure(), line, falling);
  }

  /** Whether some of the last figures lie behind the line, as far as it is known. */
  public boolean isPerhapsBehind() {
    return last != null && line != null && mayBeBehind(last.figure(), line, falling);
  }

  /** Whether it may have fallen due after the happening. */
  public boolean isStillDueAfter(Happening happening) {
    return due.latest() == null || happening.when().mayBeBefore(due.latest());
  }

  /** The first day on which the last figure counts: of a yearly target when its year is over. */
  public LocalDate measuredSince() {
    if (last == null) {
      throw new IllegalStateException("target " + target.id() + " has no figure");
    }
    return target.isOfEachYear() ? last.last().plusDays(1) : last.last();
  }

  /** The first day after its end. */
  public LocalDate overSince() {
    if (due.latest() == null) {
      throw new IllegalStateException("target " + target.id() + " has no end");
    }
    return due.latest().plusDays(1);
  }

  /** The first day on which a figure for the end was known and the end had passed. */
  public LocalDate missedSince() {
    LocalDate over = overSince();
    LocalDate measured = measuredSince();
    return measured.isAfter(over) ? measured : over;
  }

  /** How much the last figure lacks; null where there is none, or no line. */
  @Nullable Figure shortfall() {
    if (last == null || line == null) {
      return null;
    }
    return falling ? line.below(last.figure()) : last.figure().below(line);
  }

  static boolean isSurelyBehind(Figure figure, Figure line, boolean falling) {
    return falling ? line.isSurelyBelow(figure) : figure.isSurelyBelow(line);
  }

  static boolean mayBeBehind(Figure figure, Figure line, boolean falling) {
    return falling ? line.mayBeBelow(figure) : figure.mayBeBelow(line);
  }
}
