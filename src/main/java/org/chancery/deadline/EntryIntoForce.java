package org.chancery.deadline;

import java.time.LocalDate;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * When an instrument as a whole enters into force, computed from its clause (VCLT art. 24).
 *
 * @param state whether there is an answer
 * @param date the date, as precise as the facts it rests on; null unless computed
 * @param needed how many acts are still needed; 0 unless pending
 * @param working how the answer was found, sentence by sentence
 */
public record EntryIntoForce(
    State state, @Nullable StatedDate date, int needed, List<Message> working) {

  /** Whether there is an answer. */
  public enum State {
    /** The date is known; it may lie ahead. */
    COMPUTED,
    /** Something must happen first. */
    PENDING,
    /** The clause, or a date, is not known. */
    NOT_COMPUTABLE
  }

  /** An immutable copy. */
  public EntryIntoForce {
    working = List.copyOf(working);
  }

  /** The answer from what had happened by the day, if only perhaps. */
  public static EntryIntoForce of(CaseFile file, LocalDate day) {
    return new ForceFromClause(file, day).answer();
  }
}
