package org.chancery.lifecycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chancery.deadline.CasesJudged;
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
import org.chancery.process.RunningCases;
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
  void follow(CasesJudged judged) {
    processes.atRest(() -> followAll(judged));
  }

  /** All of them step by step together, so that what can be asked or begun at once is. */
  private void followAll(CasesJudged judged) {
    List<Followed> cases = judged.judgements().stream().map(this::followed).toList();
    start(cases, judged.areNew() ? RunningCases.NONE : processes.runs(references(cases)));
    look(cases);
    cases.stream().filter(each -> each.isRunning).forEach(this::move);
    openMeasures(cases);
    List<Followed> atWork =
        cases.stream().filter(each -> each.isRunning || !each.open.isEmpty()).toList();
    beginErrands(atWork);
    Map<OpenStep, Display> displays = new HashMap<>();
    for (Followed each : atWork) {
      pass(each, each.agenda::needless);
      close(each);
      displays.putAll(showing.displays(each.open, each.judgement));
    }
    processes.display(displays);
  }

  private Followed followed(Judgement judgement) {
    return new Followed(judgement, agenda(courses.of(judgement.reference()), judgement));
  }

  /** Starts the processes that are to run and do not. */
  private void start(List<Followed> cases, RunningCases runs) {
    Map<Reference, String> begun = new LinkedHashMap<>();
    for (Followed each : cases) {
      each.isRunning = runs.own().contains(each.reference);
      each.mayPerform = runs.performances().contains(each.reference);
      if (!each.isRunning && (each.agenda.isToBegin() || isCutOff(each.agenda, each.reference))) {
        begun.put(each.reference, processOf(each.judgement.file().description().type()));
        each.isRunning = true;
        each.mayPerform = true;
      }
    }
    processes.start(begun);
  }

  /** Reads which steps are open. */
  private void look(List<Followed> cases) {
    Map<Reference, List<OpenStep>> open =
        processes.openSteps(references(cases)).stream()
            .collect(Collectors.groupingBy(OpenStep::reference));
    cases.forEach(each -> each.open = open.getOrDefault(each.reference, List.of()));
  }

  private void look(Followed followed) {
    followed.open = processes.openSteps(followed.reference);
  }

  private static List<Reference> references(List<Followed> cases) {
    return cases.stream().map(each -> each.reference).toList();
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

  /** Ends the process, or passes the steps whose event is recorded. */
  private void move(Followed followed) {
    if (followed.agenda.hasEndedEarly()) {
      processes.end(followed.reference);
      look(followed);
    } else {
      pass(followed, followed.agenda::done);
    }
  }

  /** Opens a task for each open measure that has none, in the cases whose performance runs. */
  private void openMeasures(List<Followed> cases) {
    Map<Reference, List<Integer>> lacking = new HashMap<>();
    for (Followed each : cases) {
      if (each.isRunning && each.mayPerform && !each.agenda.hasEndedEarly()) {
        List<Integer> measures = each.agenda.lackingMeasures(each.open);
        if (!measures.isEmpty()) {
          lacking.put(each.reference, measures);
        }
      }
    }
    Set<Reference> opened = processes.openMeasures(lacking);
    look(cases.stream().filter(each -> opened.contains(each.reference)).toList());
  }

  /**
   * Passes those of the open steps, and those of the steps that open then, as long as there are
   * any.
   */
  private void pass(Followed followed, UnaryOperator<List<OpenStep>> which) {
    for (int round = 0; round < ROUNDS; round++) {
      List<OpenStep> passed = which.apply(followed.open);
      if (passed.isEmpty()) {
        return;
      }
      passed.forEach(this::passIfStillOpen);
      followed.mayPerform = true;
      look(followed);
    }
    throw new IllegalStateException("The process of " + followed.reference + " turns in a circle");
  }

  /** Passing one step may have cancelled another. What was typed into it has been overtaken. */
  private void passIfStillOpen(OpenStep step) {
    drafts.forget(step.place());
    processes.step(step.id()).ifPresent(processes::pass);
  }

  /** Begins the errands that the cases call for. */
  private void beginErrands(List<Followed> cases) {
    Map<Reference, List<Errand>> lacking = new LinkedHashMap<>();
    for (Followed each : cases) {
      List<Errand> errands = each.agenda.lacking(each.open);
      if (!errands.isEmpty()) {
        lacking.put(each.reference, errands);
      }
    }
    processes.begin(lacking);
    look(cases.stream().filter(each -> lacking.containsKey(each.reference)).toList());
  }

  /** Ends the performance of a performed case of which no step is left, not even of an errand. */
  private void close(Followed followed) {
    if (followed.agenda.isPerformed(followed.open)
        && processes.closePerformance(followed.reference)) {
      look(followed);
    }
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

  /** A case on its way through all this. */
  private static final class Followed {

    private final Reference reference;
    private final Judgement judgement;
    private final Agenda agenda;

    /** Whether its own process runs, or has been started. */
    private boolean isRunning;

    /** Whether its performance runs, or may run since something of its process has moved. */
    private boolean mayPerform;

    /** The steps that it waits at, as they were last read. */
    private List<OpenStep> open = List.of();

    Followed(Judgement judgement, Agenda agenda) {
      this.reference = judgement.reference();
      this.judgement = judgement;
      this.agenda = agenda;
    }
  }
}
