package org.chancery.lifecycle;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.chancery.instrument.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * One of the answers a step takes.
 *
 * @param code its name in the completion
 * @param records the kind of event it records; null where it is a decision and no event
 * @param needs what it must say, beside its day
 */
record Choice(String code, @Nullable EventKind records, Set<Ask> needs) {

  /** An immutable copy. */
  Choice {
    needs = Set.copyOf(needs);
  }

  /** That this happened. */
  static Choice that(EventKind kind, Ask... needs) {
    return new Choice(kind.name(), kind, asks(needs));
  }

  /** That this happened, under a name of its own. */
  static Choice called(String code, EventKind kind, Ask... needs) {
    return new Choice(code, kind, asks(needs));
  }

  /** That this is decided. */
  static Choice decision(String code, Ask... needs) {
    return new Choice(code, null, asks(needs));
  }

  /** What must be said with it: of what happened the day, and what it needs. */
  Set<Ask> required() {
    Set<Ask> required = EnumSet.noneOf(Ask.class);
    required.addAll(needs);
    if (records != null) {
      required.add(Ask.ON);
    }
    return required;
  }

  /** Whether it records the kind of event. */
  boolean records(EventKind kind) {
    return records == kind;
  }

  private static Set<Ask> asks(Ask... asks) {
    Set<Ask> set = EnumSet.noneOf(Ask.class);
    set.addAll(Arrays.asList(asks));
    return set;
  }
}
