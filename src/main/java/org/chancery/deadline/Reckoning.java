package org.chancery.deadline;

import java.time.LocalDate;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/** What follows from a statutory term for one deadline of a case, on one day. */
sealed interface Reckoning {

  /** The row it follows from; null when the table has none that holds. */
  @Nullable StatutoryTerm term();

  /** How the day was found, or why there is none. */
  Message why();

  /**
   * The day follows.
   *
   * @param due by when; counted backwards, also the first day that is too late
   * @param planned the planned day that a term counted backwards hangs on; null for any other
   * @param since the first day on which it may have been this day; null where that is not known
   */
  record Dated(
      StatutoryTerm term, Message why, Span due, @Nullable Span planned, @Nullable LocalDate since)
      implements Reckoning {}

  /** What sets it going has not happened. */
  record NotStarted(@Nullable StatutoryTerm term, Message why) implements Reckoning {}

  /** It does not bind this case. */
  record NotApplicable(@Nullable StatutoryTerm term, Message why) implements Reckoning {}

  /** It has started, and its day cannot be counted. */
  record NotComputable(@Nullable StatutoryTerm term, Message why) implements Reckoning {}
}
