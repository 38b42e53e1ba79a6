package org.chancery.deadline;

import java.util.List;
import java.util.Objects;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Title;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a table would do to the cases, were it in force now.
 *
 * @param flagged how many findings there would be more
 * @param cleared how many there would no longer be
 * @param changed how many would be otherwise
 * @param cases in how many cases
 * @param named each change in a case that the reader may see, up to a limit
 */
public record Effect(int flagged, int cleared, int changed, int cases, List<Change> named) {

  /** An immutable copy. */
  public Effect {
    named = List.copyOf(named);
  }

  /** What becomes of a finding. */
  public enum Kind {
    /** There would be one where there is none. */
    FLAGGED,
    /** There would be none where there is one. */
    CLEARED,
    /** It would have another status, severity or due day. */
    CHANGED
  }

  /**
   * What would become of a deadline, or of a contradiction, in a case.
   *
   * @param reference the case
   * @param title its title
   * @param milestone the deadline; null for a contradiction of the record
   * @param kind what becomes of it
   * @param before how it stands; null when it does not exist yet
   * @param after how it would stand; null when it would no longer exist
   */
  public record Change(
      Reference reference,
      Title title,
      @Nullable Milestone milestone,
      Kind kind,
      @Nullable Outcome before,
      @Nullable Outcome after) {

    /** Whether its due day would be another. */
    public boolean isMoved() {
      return before != null && after != null && !Outcome.isSameDay(before.due(), after.due());
    }

    /** Why it would be so; where nothing would be said any more, why it was. */
    public @Nullable Message explanation() {
      Outcome telling = after != null && after.explanation() != null ? after : before;
      return telling == null ? null : telling.explanation();
    }
  }

  /**
   * How a deadline or a contradiction stands by one table.
   *
   * @param status its status
   * @param severity how much it matters; null when it is not told
   * @param due by when it is due; null for a contradiction
   * @param explanation why; null when it is not told
   */
  public record Outcome(
      Status status,
      @Nullable Severity severity,
      @Nullable Due due,
      @Nullable Message explanation) {

    static Outcome of(Standing standing, @Nullable Finding finding) {
      return new Outcome(
          standing.status(),
          finding == null ? null : finding.severity(),
          standing.due(),
          finding == null ? null : finding.explanation());
    }

    static Outcome of(Finding contradiction) {
      return new Outcome(
          contradiction.status(), contradiction.severity(), null, contradiction.explanation());
    }

    /** Whether they say the same; that a sentence names another number of days is no change. */
    static boolean isSame(@Nullable Outcome one, @Nullable Outcome other) {
      return one != null
          && other != null
          && one.status() == other.status()
          && one.severity() == other.severity()
          && isSameDay(one.due(), other.due());
    }

    private static boolean isSameDay(@Nullable Due one, @Nullable Due other) {
      if (one == null || other == null) {
        return one == null && other == null;
      }
      return Objects.equals(one.earliest(), other.earliest())
          && Objects.equals(one.latest(), other.latest());
    }

    /** Whether it is told. */
    boolean isTold() {
      return severity != null;
    }
  }

  /** How many findings would become otherwise in one way or another. */
  public int all() {
    return flagged + cleared + changed;
  }

  /** How many of them are not named: in cases the reader may not see, or beyond the limit. */
  public int unnamed() {
    return all() - named.size();
  }
}
