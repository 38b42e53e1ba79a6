package org.chancery.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Stage;
import org.chancery.process.Errand;
import org.chancery.process.OpenStep;
import org.chancery.process.Progress;

/**
 * What is to be done so that the process of a case follows the register: a pure function of the
 * record and of the steps that are open. {@link Following} does it, one after the other; whoever
 * wants to know beforehand whether there is anything to do asks {@link #isEmpty}.
 *
 * @param course how far the record says the case has come
 * @param stage the stage that it has come to
 * @param errands the errands that it calls for, unless it has ended
 */
record Agenda(Course course, Stage stage, Set<Errand> errands) {

  /** What is to be done for a case that calls for the errands, unless it has ended. */
  Agenda(Course course, Set<Errand> errands) {
    this(course, course.stage(), errands);
  }

  /** No errand goes on when the case has ended. */
  Agenda {
    errands = stage.isEnd() ? Set.of() : Set.copyOf(errands);
  }

  /** Whether nothing is to be done where the case stands, but to bring its tasks up to date. */
  boolean isEmpty(Progress at) {
    List<OpenStep> open = at.steps();
    boolean moves = at.isRunning() ? moves(at) : isToBegin();
    boolean hasTasks = at.isRunning() || !open.isEmpty();
    boolean runsErrands = hasTasks && !(lacking(open).isEmpty() && needless(open).isEmpty());
    return !moves && !runsErrands;
  }

  private boolean moves(Progress at) {
    List<OpenStep> open = at.steps();
    boolean performs = !lackingMeasures(open).isEmpty() || isPerformed(open);
    return hasEndedEarly() || !done(open).isEmpty() || (at.isPerforming() && performs);
  }

  /** Whether a process of the case is to run, where none does. */
  boolean isToBegin() {
    return !stage.isEnd();
  }

  /** Whether the process is to end, wherever it stands. */
  boolean hasEndedEarly() {
    return stage == Stage.WITHDRAWN || stage == Stage.TERMINATED || stage == Stage.EXPIRED;
  }

  /** Those of the open steps whose event is recorded. */
  List<OpenStep> done(List<OpenStep> open) {
    return open.stream().filter(this::isDone).toList();
  }

  private boolean isDone(OpenStep open) {
    return Step.withId(open.step()).filter(step -> course.isDone(step, open)).isPresent();
  }

  /** The open measures and reports that are no task yet. */
  List<Integer> lackingMeasures(List<OpenStep> open) {
    Set<Integer> opened =
        open.stream()
            .filter(step -> !Errand.isStep(step))
            .map(OpenStep::milestone)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return course
        .openMeasures()
        .map(Milestone::id)
        .filter(milestone -> !opened.contains(milestone))
        .toList();
  }

  /** Performance stays open as long as anything else is, to take up a measure that is added. */
  boolean isPerformed(List<OpenStep> open) {
    return stage == Stage.PERFORMED && open.isEmpty();
  }

  /** The errands that are not begun yet. */
  List<Errand> lacking(List<OpenStep> open) {
    return errands.stream().filter(errand -> open.stream().noneMatch(errand::holds)).toList();
  }

  /** The open steps of errands that the case calls for no more. */
  List<OpenStep> needless(List<OpenStep> open) {
    return open.stream().filter(step -> Errand.isStep(step) && !isWanted(step)).toList();
  }

  /** Once put before a higher manager, a deadline is no longer the first one's to decide on. */
  private boolean isWanted(OpenStep step) {
    return errands.stream().anyMatch(errand -> errand.holds(step))
        && !(step.step().equals(Step.DECIDE_OVERDUE.id())
            && course.file().isEscalated(Objects.requireNonNull(step.milestone())));
  }
}
