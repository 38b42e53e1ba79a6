package org.chancery.lifecycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.chancery.deadline.CaseJudged;
import org.chancery.deadline.Concern;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Display;
import org.chancery.process.Errand;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.process.Progress;
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
class Following implements Concern {

  /** More rounds than any model has steps in a row; a model that needs more turns in a circle. */
  private static final int ROUNDS = 100;

  private final Processes processes;
  private final Courses courses;
  private final Attention attention;
  private final Showing showing;
  private final Drafts drafts;

  Following(
      Processes processes, Courses courses, Attention attention, Showing showing, Drafts drafts) {
    this.processes = processes;
    this.courses = courses;
    this.attention = attention;
    this.showing = showing;
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
    Agenda agenda = agenda(courses.of(reference), judgement);
    boolean running = processes.isRunning(reference);
    if (!running && (agenda.isToBegin() || isCutOff(agenda, reference))) {
      processes.start(processOf(agenda.course().file().description().type()), reference);
      running = true;
    }
    List<OpenStep> open = running ? move(reference, agenda) : processes.openSteps(reference);
    if (running || !open.isEmpty()) {
      List<OpenStep> left = runErrands(reference, agenda, open);
      processes.display(showing.displays(close(reference, agenda, left), judgement));
    }
  }

  @Override
  public Set<Reference> concerned(List<Judgement> judgements, Instant now) {
    Map<Reference, Progress> progress =
        processes.progress(judgements.stream().map(Judgement::reference).toList());
    Map<OpenStep, Display> displays = new HashMap<>();
    Set<Reference> concerned = new HashSet<>();
    for (Judgement each : judgements) {
      Progress at = Objects.requireNonNull(progress.get(each.reference()));
      if (!agenda(courses.of(each.file()), each).isEmpty(at)) {
        concerned.add(each.reference());
      }
      displays.putAll(showing.displays(at.steps(), each));
    }
    processes.outdated(displays).forEach(step -> concerned.add(step.reference()));
    return concerned;
  }

  private Agenda agenda(Course course, Judgement judgement) {
    return new Agenda(course, attention.of(course, judgement));
  }

  /** Of a performed case steps may be left, such as its registration: they are not lost. */
  private boolean isCutOff(Agenda agenda, Reference reference) {
    return agenda.stage() == Stage.PERFORMED && processes.isDropped(reference);
  }

  /**
   * Moves the process on.
   *
   * @return the steps that are then open
   */
  private List<OpenStep> move(Reference reference, Agenda agenda) {
    if (agenda.hasEndedEarly()) {
      processes.end(reference);
      return processes.openSteps(reference);
    }
    List<OpenStep> open = pass(reference, processes.openSteps(reference), agenda::done);
    List<Integer> measures = agenda.lackingMeasures(open);
    return processes.openMeasures(reference, measures) ? processes.openSteps(reference) : open;
  }

  /**
   * Passes those of the open steps, and those of the steps that open then, as long as there are
   * any.
   *
   * @return the steps that are then left open
   */
  private List<OpenStep> pass(
      Reference reference, List<OpenStep> open, UnaryOperator<List<OpenStep>> which) {
    List<OpenStep> left = open;
    for (int round = 0; round < ROUNDS; round++) {
      List<OpenStep> passed = which.apply(left);
      if (passed.isEmpty()) {
        return left;
      }
      passed.forEach(this::passIfStillOpen);
      left = processes.openSteps(reference);
    }
    throw new IllegalStateException("The process of " + reference + " turns in a circle");
  }

  /** Passing one step may have cancelled another. What was typed into it has been overtaken. */
  private void passIfStillOpen(OpenStep step) {
    drafts.forget(step.place());
    processes.step(step.id()).ifPresent(processes::pass);
  }

  /**
   * Begins the errands that the case calls for, and passes those it calls for no more.
   *
   * @return the steps that are then open
   */
  private List<OpenStep> runErrands(Reference reference, Agenda agenda, List<OpenStep> open) {
    List<Errand> lacking = agenda.lacking(open);
    lacking.forEach(errand -> processes.begin(errand, reference));
    List<OpenStep> now = lacking.isEmpty() ? open : processes.openSteps(reference);
    return pass(reference, now, agenda::needless);
  }

  /**
   * Ends the performance of a performed case of which no step is left, not even that of an errand.
   *
   * @return the steps that are then open
   */
  private List<OpenStep> close(Reference reference, Agenda agenda, List<OpenStep> open) {
    return agenda.isPerformed(open) && processes.closePerformance(reference)
        ? processes.openSteps(reference)
        : open;
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
