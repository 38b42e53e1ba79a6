package org.chancery.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * An occasion to write to people about a deadline.
 *
 * @param kind what they are told
 * @param reference the case
 * @param milestone the number of the deadline
 * @param body whose people are told: of a reminder or request its clerks, else its managers
 * @param due its last possible day; null while nothing says by when
 * @param nth which of its kind: the rung of the ladder, or the number of decisions by then
 * @param from not before this instant
 */
record Occasion(
    Kind kind,
    Reference reference,
    int milestone,
    BodyCode body,
    @Nullable LocalDate due,
    int nth,
    Instant from) {

  /** What it is, so that nobody is told twice of the same. */
  String event() {
    return "%s/%s/%d/%s/%d".formatted(kind, reference, milestone, due, nth);
  }
}
