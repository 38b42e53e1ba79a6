package org.chancery.lifecycle;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.deadline.CaseJudged;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Errand;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes the process of a case follow the register, in the transaction of the change: starts it,
 * passes the steps whose event is recorded, opens a task for each open measure, and ends it when
 * the case has ended. Doing it twice does nothing the second time.
 */
@Component
class Following {

  /** More rounds than any model has steps in a row; a model that needs more turns in a circle. */
  private static final int ROUNDS = 100;

  private final Processes processes;
  private final Courses courses;
  private final Attention attention;
  private final Tasks tasks;
  private final Drafts drafts;

  Following(Processes processes, Courses courses, Attention attention, Tasks tasks, Drafts drafts) {
    this.processes = processes;
    this.courses = courses;
    this.attention = attention;
    this.tasks = tasks;
    this.drafts = drafts;
  }

  /**
   * What a process was begun with is corrected, or what it has passed is sent back or set right: it
   * is begun anew, and passes what has happened. Otherwise its open steps would stay with the
   * bodies and parties that it began with, and no passed step would open again.
   */
  @EventListener
  @Order(Ordered.HIGHEST_PRECEDENCE)
  void beginAnew(CaseChanged changed) {
    boolean moved =
        switch (changed.change()) {
          case DESCRIPTION_CORRECTED ->
              changed.before() instanceof Description before
                  && changed.after() instanceof Description after
                  && isOtherwiseRun(before, after);
          case MILESTONE_CORRECTED ->
              changed.before() instanceof Milestone before
                  && changed.after() instanceof Milestone after
                  && !(before.kind() == after.kind()
                      && Objects.equals(before.body(), after.body()));
          case EVENT_CORRECTED -> true;
          case EVENT_RECORDED ->
              changed.after() instanceof Event event
                  && event.kind().sendsBack()
                  && !processes.isAtWork();
          default -> false;
        };
    if (moved) {
      processes.atRest(() -> processes.drop(changed.reference()));
    }
  }

  private static boolean isOtherwiseRun(Description before, Description after) {
    return before.type() != after.type()
        || !before.responsibleBody().equals(after.responsibleBody())
        || !before.participants().equals(after.participants())
        || !before.parties().equals(after.parties())
        || before.consent() != after.consent()
        || !Objects.equals(before.binding(), after.binding())
        || !Objects.equals(before.entryIntoForce(), after.entryIntoForce());
  }

  @EventListener
  void follow(CaseJudged judged) {
    processes.atRest(() -> follow(judged.reference(), judged.judgement()));
  }

  private void follow(Reference reference, Judgement judgement) {
    Course course = courses.of(reference);
    boolean running = processes.isRunning(reference);
    if (!running && (!course.stage().isEnd() || isCutOff(reference, course.stage()))) {
      processes.start(processOf(course.file().description().type()), reference);
      running = true;
    }
    if (running) {
      move(reference, course);
    }
    if (running || !processes.openSteps(reference).isEmpty()) {
      runErrands(reference, course, judgement);
      tasks.refresh(judgement);
    }
  }

  /** Of a performed case steps may be left, such as its registration: they are not lost. */
  private boolean isCutOff(Reference reference, Stage stage) {
    return stage == Stage.PERFORMED && processes.isDropped(reference);
  }

  /** Begins the errands that the case calls for, and passes those it calls for no more. */
  private void runErrands(Reference reference, Course course, Judgement judgement) {
    Set<Errand> wanted = course.stage().isEnd() ? Set.of() : attention.of(course, judgement);
    List<OpenStep> open = processes.openSteps(reference);
    List<Errand> lacking =
        wanted.stream().filter(errand -> open.stream().noneMatch(errand::holds)).toList();
    lacking.forEach(errand -> processes.begin(errand, reference));
    List<OpenStep> now = lacking.isEmpty() ? open : processes.openSteps(reference);
    now.stream()
        .filter(step -> Errand.isStep(step) && !isWanted(step, wanted, course))
        .forEach(this::passIfStillOpen);
  }

  /** Once put before a higher manager, a deadline is no longer the first one's to decide on. */
  private static boolean isWanted(OpenStep step, Set<Errand> wanted, Course course) {
    return wanted.stream().anyMatch(errand -> errand.holds(step))
        && !(step.step().equals(Step.DECIDE_OVERDUE.id())
            && course.file().isEscalated(Objects.requireNonNull(step.milestone())));
  }

  /** Performance stays open as long as anything else is, to take up a measure that is added. */
  private void move(Reference reference, Course course) {
    if (hasEndedEarly(course.stage())) {
      processes.end(reference);
      return;
    }
    openMeasures(reference, course, passWhatIsDone(reference, course));
    if (course.stage() == Stage.PERFORMED && processes.openSteps(reference).isEmpty()) {
      processes.closePerformance(reference);
    }
  }

  /** The steps that are then left open. */
  private List<OpenStep> passWhatIsDone(Reference reference, Course course) {
    for (int round = 0; round < ROUNDS; round++) {
      List<OpenStep> open = processes.openSteps(reference);
      List<OpenStep> done = open.stream().filter(step -> isDone(course, step)).toList();
      if (done.isEmpty()) {
        return open;
      }
      done.forEach(this::passIfStillOpen);
    }
    throw new IllegalStateException("The process of " + reference + " turns in a circle");
  }

  /** Passing one step may have cancelled another. What was typed into it has been overtaken. */
  private void passIfStillOpen(OpenStep step) {
    drafts.forget(step.place());
    processes.step(step.id()).ifPresent(processes::pass);
  }

  private static boolean isDone(Course course, OpenStep open) {
    return Step.withId(open.step()).filter(step -> course.isDone(step, open)).isPresent();
  }

  private void openMeasures(Reference reference, Course course, List<OpenStep> open) {
    Set<Integer> opened =
        open.stream()
            .filter(step -> !Errand.isStep(step))
            .map(OpenStep::milestone)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    processes.openMeasures(
        reference,
        course
            .openMeasures()
            .map(Milestone::id)
            .filter(milestone -> !opened.contains(milestone))
            .toList());
  }

  private static boolean hasEndedEarly(Stage stage) {
    return stage == Stage.WITHDRAWN || stage == Stage.TERMINATED || stage == Stage.EXPIRED;
  }

  /** The process that follows a kind of instrument. */
  static String processOf(InstrumentType type) {
    return switch (type) {
      case TREATY -> "treaty";
      case AGREEMENT, PROTOCOL, INTER_AGENCY_AGREEMENT -> "agreement";
      case EXCHANGE_OF_NOTES -> "exchange-of-notes";
      case MEMORANDUM, DECLARATION, MINUTES -> "memorandum";
      case PROGRAMME, ROADMAP -> "programme";
      case UNDERTAKING, ARRANGEMENT, UNSPECIFIED -> "performance";
    };
  }
}
