package org.chancery.deadline;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.calendar.Table;
import org.chancery.instrument.EventKind;

/**
 * What a statutory term is counted from.
 *
 * @param pick which of the events, or what else
 * @param kinds the kinds of event; none where it is no event
 */
public record TermTrigger(Pick pick, Set<EventKind> kinds) {

  /** Which day it is. */
  public enum Pick {
    /** The first event of the kinds. */
    FIRST,
    /** The last event of the kinds. */
    LAST,
    /** Each event of the kinds, with a deadline of its own. */
    EACH,
    /** The entry into force: the computed day, else the stated one. */
    ENTRY_INTO_FORCE,
    /** The day last planned for the signing. */
    PLANNED_SIGNING;

    boolean isOfEvents() {
      return this == FIRST || this == LAST || this == EACH;
    }
  }

  /**
   * @throws IllegalArgumentException when kinds are missing, or named where there are none
   */
  public TermTrigger {
    kinds = Set.copyOf(kinds);
    if (pick.isOfEvents() == kinds.isEmpty()) {
      throw new IllegalArgumentException(
          kinds.isEmpty() ? "names no kind of event" : "takes no kind of event");
    }
  }

  /**
   * From a cell such as {@code LAST RATIFIED APPROVED} or {@code ENTRY_INTO_FORCE}.
   *
   * @throws IllegalArgumentException when it is malformed
   */
  static TermTrigger of(String cell) {
    String[] words = cell.split(" +");
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    Arrays.stream(words).skip(1).map(Table.oneOf(EventKind.class)).forEach(kinds::add);
    return new TermTrigger(Table.oneOf(Pick.class).apply(words[0]), kinds);
  }

  /** As it stands in its cell. */
  @Override
  @JsonValue
  public String toString() {
    return pick + kinds.stream().sorted().map(kind -> " " + kind).collect(Collectors.joining());
  }
}
