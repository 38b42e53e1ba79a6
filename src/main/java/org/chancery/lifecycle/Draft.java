package org.chancery.lifecycle;

import static org.chancery.instrument.EventKind.*;

import java.util.List;
import java.util.Objects;
import org.chancery.access.BodyCode;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * How the draft stands, as it now is: what happened to one that was sent back counts no more.
 *
 * @param file the record
 */
record Draft(CaseFile file) {

  /** Whether the record holds what the step is for. */
  boolean isDone(Step step, @Nullable BodyCode body) {
    return switch (step) {
      case DRAFT -> file.has(DRAFTED) && !isSentBack();
      case GIVE_EXPERTISE -> isSentBack() || had(EXPERTISE_GIVEN);
      case CLEAR -> hasCleared(body) || hasObjected(body);
      case RECONCILE -> !hasObjected(body);
      case AUTHORISE -> had(AUTHORISED);
      case INITIAL -> had(INITIALLED);
      default -> throw new IllegalArgumentException(step.id());
    };
  }

  /** Whether it was sent back, and no new one has come. */
  boolean isSentBack() {
    return file.last(
            event -> sendsBack(event) || event.kind() == EXPERTISE_GIVEN || event.kind() == DRAFTED)
        .filter(event -> event.kind() == RETURNED)
        .isPresent();
  }

  /** Whether the body's objection stands: no new draft, and no other answer of it, has come. */
  boolean hasObjected(@Nullable BodyCode body) {
    return file.last(event -> event.kind() == DRAFTED || isAnswerOf(body, event))
        .filter(event -> event.kind() == OBJECTED)
        .isPresent();
  }

  /** The bodies that take part and have not yet cleared it. */
  List<BodyCode> clearing() {
    return file.description().participants().stream().filter(body -> !hasCleared(body)).toList();
  }

  /** Whether the event sends something printed back, and not the draft. */
  static boolean isOfPublication(CaseFile file, Event event) {
    return event.kind() == RETURNED
        && event.refersTo() != null
        && file.events().stream()
            .anyMatch(each -> each.id() == event.refersTo() && each.kind() == PUBLISHED);
  }

  private boolean sendsBack(Event event) {
    return event.kind() == RETURNED && !isOfPublication(file, event);
  }

  private boolean had(EventKind kind) {
    return file.last(event -> event.kind() == kind || sendsBack(event))
        .filter(event -> event.kind() == kind)
        .isPresent();
  }

  private boolean hasCleared(@Nullable BodyCode body) {
    return file.last(event -> sendsBack(event) || isAnswerOf(body, event))
        .filter(event -> event.kind() == CLEARED)
        .isPresent();
  }

  private static boolean isAnswerOf(@Nullable BodyCode body, Event event) {
    return (event.kind() == CLEARED || event.kind() == OBJECTED)
        && event.body() != null
        && Objects.equals(event.body(), body);
  }
}
