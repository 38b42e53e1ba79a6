package org.chancery.lifecycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Due;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Milestone;
import org.chancery.process.Display;
import org.chancery.process.OpenStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a task shows of the register: its instrument, its deadline and how urgent that is. */
@Component
class Showing {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private final Deadlines deadlines;

  Showing(Deadlines deadlines) {
    this.deadlines = deadlines;
  }

  Display display(OpenStep step, CaseFile file) {
    return display(step, file, deadlines.judgeDeadlines(file));
  }

  Display display(OpenStep step, CaseFile file, Judgement judgement) {
    Optional<Standing> standing = deadline(step, file, judgement);
    return new Display(
        file.description().title().in(Locale.ENGLISH),
        step.party(),
        standing.map(Standing::due).map(Showing::stated).orElse(null),
        standing.map(Standing::due).map(Showing::end).orElse(null),
        standing.map(Standing::status).map(Showing::priority).orElse(PRIORITY_WITHOUT_DEADLINE));
  }

  /** What the case's open steps are to show, after the judgement. */
  Map<OpenStep, Display> displays(List<OpenStep> steps, Judgement judgement) {
    return steps.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), step -> display(step, judgement.file(), judgement)));
  }

  /** How the most urgent deadline stands that the step meets, of those to be met now. */
  Optional<Standing> deadline(OpenStep step, CaseFile file, Judgement judgement) {
    return judgement.file().milestones().stream()
        .filter(milestone -> isMet(milestone, step))
        .flatMap(milestone -> judgement.standing(milestone.id()).stream())
        .filter(standing -> standing.closedOn() == null)
        .filter(standing -> !standing.status().liftsTheDeadline())
        .max(Comparator.comparing(standing -> priority(standing.status())));
  }

  private static boolean isMet(Milestone milestone, OpenStep step) {
    if (step.milestone() != null) {
      return milestone.id() == step.milestone();
    }
    boolean ofKind =
        Step.withId(step.step()).filter(each -> each.meets() == milestone.kind()).isPresent();
    boolean ofParty =
        milestone.party() == null
            || (step.party() == null && milestone.statutory() == null)
            || milestone.party().value().equals(step.party());
    boolean ofBody =
        milestone.body() == null || step.body() == null || milestone.body().equals(step.body());
    return ofKind && ofParty && ofBody;
  }

  private static @Nullable String stated(Due due) {
    return due.edtf() == null ? due.statedAs() : due.edtf().edtf();
  }

  private static @Nullable Instant end(Due due) {
    LocalDate latest = due.latest();
    return latest == null ? null : latest.atTime(END_OF_DAY).atZone(due.zone()).toInstant();
  }

  private static final int PRIORITY_WITHOUT_DEADLINE = 10;

  /** The task lists' bands: overdue from 100, due soon from 50. */
  private static int priority(Status status) {
    return switch (status) {
      case SEVERELY_OVERDUE -> 130;
      case OVERDUE -> 100;
      case GRACE -> 90;
      case DUE_TODAY -> 80;
      case AT_RISK -> 70;
      case DUE_SOON -> 50;
      case RUNNING -> 20;
      default -> PRIORITY_WITHOUT_DEADLINE;
    };
  }
}
