package org.chancery.process;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.runtime.Execution;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The processes that cases run through. Everything happens in the caller's transaction: a case and
 * its process are changed together or not at all.
 *
 * <p>What a {@link Steps} does while a step is being completed runs inside the engine's work, which
 * has not yet moved on; so whoever then wants to see the open steps, pass one or send a message
 * does it {@link #atRest}.
 */
@Repository
@Transactional
public class Processes {

  /** The process of the performance, which cases' own processes call. */
  static final String PERFORMANCE = "performance";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final FormService forms;
  private final OpenSteps openSteps;
  private final Running running;
  private final Displays displays;
  private final Diagrams diagrams;
  private final Completion completion;
  private final Claims claims;
  private final AtRest atRest;
  private final People people;
  private final AtOnce atOnce;

  Processes(
      RuntimeService runtime,
      TaskService tasks,
      FormService forms,
      OpenSteps openSteps,
      Running running,
      Displays displays,
      Diagrams diagrams,
      Completion completion,
      Claims claims,
      AtRest atRest,
      People people,
      AtOnce atOnce) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.forms = forms;
    this.openSteps = openSteps;
    this.running = running;
    this.displays = displays;
    this.diagrams = diagrams;
    this.completion = completion;
    this.claims = claims;
    this.atRest = atRest;
    this.people = people;
    this.atOnce = atOnce;
  }

  /**
   * Starts a process for each of the cases, whose references are their business keys. The engine
   * writes what becomes of all of them at once.
   *
   * @param processes the process's id, such as {@code agreement}, of each case
   */
  public void start(Map<Reference, String> processes) {
    if (!processes.isEmpty()) {
      atOnce.run(() -> processes.forEach((reference, process) -> start(process, reference)));
    }
  }

  /**
   * Starts the process for the case; the reference is its business key.
   *
   * @param process the process's id, such as {@code agreement}
   */
  public void start(String process, Reference reference) {
    claims.begun(reference);
    runtime
        .createProcessInstanceByKey(process)
        .processDefinitionWithoutTenantId()
        .businessKey(reference.value())
        .execute();
  }

  /** Starts the errands of each of the cases, beside their own processes. */
  public void begin(Map<Reference, List<Errand>> errands) {
    if (!errands.isEmpty()) {
      atOnce.run(
          () ->
              errands.forEach(
                  (reference, each) -> each.forEach(errand -> begin(errand, reference))));
    }
  }

  /** Starts the errand beside the case's own process. */
  public void begin(Errand errand, Reference reference) {
    runtime.startProcessInstanceByKey(errand.process(), reference.value(), errand.variables());
  }

  /** The group of the body's managers, whose task it is to decide. */
  public static String managersOf(BodyCode body) {
    return Groups.managersOf(body);
  }

  /** Whether the account manages a body that the step falls to, or whose managers it falls to. */
  public static boolean isManagedBy(Account account, OpenStep step) {
    return account.is(Role.MANAGER)
        && account.bodies().stream()
            .anyMatch(
                body ->
                    step.groups().contains(body.value())
                        || step.groups().contains(managersOf(body)));
  }

  /** Whether the person is of a group that may do the step. */
  public static boolean isFor(OpenStep step, Account person) {
    return !Collections.disjoint(step.groups(), Groups.of(person));
  }

  /** Gives the step to the person, as if she had claimed it; whoever does so has checked both. */
  public void assign(OpenStep step, Account person) {
    tasks.setAssignee(step.id(), person.name());
  }

  /** Whether a process of the case runs. */
  public boolean isRunning(Reference reference) {
    return running.own(reference).isPresent();
  }

  /** Which processes of the cases run. */
  public RunningCases runs(Collection<Reference> references) {
    return running.runs(references);
  }

  /** Where each of the cases stands. */
  @Transactional(readOnly = true)
  public Map<Reference, Progress> progress(Collection<Reference> references) {
    return running.of(references);
  }

  /** The steps that the case waits at, those of called processes included. */
  public List<OpenStep> openSteps(Reference reference) {
    return openSteps.of(reference);
  }

  /** The steps that any of the cases wait at, most urgent first. */
  public List<OpenStep> openSteps(Collection<Reference> references) {
    return openSteps.of(references);
  }

  /** How many steps wait for the body or its managers. */
  public int countOf(BodyCode body) {
    return openSteps.count(List.of(body.value(), managersOf(body)));
  }

  /** The cases of which the account has claimed a step. */
  public Set<Reference> heldBy(String account) {
    return openSteps.heldBy(account);
  }

  /** The step, while it is open; whoever asks decides who may see it. */
  public Optional<OpenStep> step(String taskId) {
    return openSteps.with(taskId);
  }

  /**
   * The case of the step, while it is open and the current account may see it; for whoever reads
   * the step once its case is held.
   */
  public Optional<Reference> caseInSight(String taskId) {
    return openSteps.caseSeenBy(people.current(), taskId);
  }

  /** The case of a step that is not open any more, as long as that is remembered. */
  public Optional<Reference> caseOfPastStep(String taskId) {
    return openSteps.caseOfPast(taskId);
  }

  /** The step, while it is open and the current account may see it. */
  @Transactional(readOnly = true)
  public Optional<OpenStep> stepInSight(String taskId) {
    Account account = people.current();
    return step(taskId).filter(open -> open.isVisibleTo(account));
  }

  /** The groups that the current account belongs to. */
  @Transactional(propagation = Propagation.SUPPORTS)
  public Set<String> groups() {
    return Groups.of(people.current());
  }

  /**
   * A page of the steps that the account may do, most urgent first: what it has claimed, and what
   * nobody has claimed and one of its groups may do.
   *
   * @param after where the previous page ended, its {@code next}; null for the first
   * @throws org.chancery.web.InvalidValue when {@code after} is no such place
   */
  public StepPage stepsOf(Account account, @Nullable String after, int limit) {
    return openSteps.fallingTo(account, after == null ? null : StepPosition.parse(after), limit);
  }

  /** Leaves the step without a person: the register already holds what it is for. */
  public void pass(OpenStep step) {
    completion.passing(step.id(), () -> tasks.complete(step.id()));
  }

  /**
   * Completes the step for the current account, which thereby claims it.
   *
   * @param step as it was read since its case is held
   * @throws Refusal NOT_FOUND when the account may not see it or it has ended meanwhile, FORBIDDEN
   *     when it may only see it, CONFLICT when another has claimed it, and whatever {@link
   *     Steps#completed} refuses
   * @throws ConcurrencyFailureException when another claims it in this moment
   */
  public void complete(OpenStep step, Answer answer) {
    Account account = people.current();
    if (!step.isVisibleTo(account)) {
      throw Refusal.notFound("step.unknown", step.id());
    }
    if (!step.fallsTo(account)) {
      throw Refusal.of(Refusal.Kind.FORBIDDEN, "step.of-others", String.join(", ", step.groups()));
    }
    try {
      forms.submitTaskForm(step.id(), Map.copyOf(answer.values()));
    } catch (NullValueException ended) {
      throw Refusal.notFound("step.unknown", step.id());
    }
  }

  /**
   * Measures or reports have become tasks of their own, beside all else.
   *
   * @param milestones those of each case
   * @return the cases whose performance runs and so took them up
   */
  public Set<Reference> openMeasures(Map<Reference, List<Integer>> milestones) {
    Map<Reference, String> performances = running.performances(milestones.keySet());
    performances.forEach(
        (reference, instance) ->
            milestones
                .getOrDefault(reference, List.of())
                .forEach(milestone -> openMeasure(instance, milestone)));
    return performances.keySet();
  }

  private void openMeasure(String performance, int milestone) {
    runtime
        .createMessageCorrelation("measure-opened")
        .processInstanceId(performance)
        .setVariableToTriggeredScope("milestone", milestone)
        .correlate();
  }

  /**
   * All measures and reports are done: where the case's performance waits for that, it ends.
   *
   * @return whether it did
   */
  public boolean closePerformance(Reference reference) {
    List<Execution> waiting =
        runtime
            .createExecutionQuery()
            .processInstanceBusinessKey(reference.value())
            .messageEventSubscriptionName("performed")
            .list();
    waiting.forEach(each -> runtime.messageEventReceived("performed", each.getId()));
    return !waiting.isEmpty();
  }

  /** The case has ended early: its process ends, wherever it stands, with all that it called. */
  public void end(Reference reference) {
    running
        .own(reference)
        .ifPresent(
            instance ->
                runtime.createMessageCorrelation("ended").processInstanceId(instance).correlate());
  }

  /**
   * Whether the engine is at work in this thread: a person completes a step, and the process goes
   * on by itself.
   */
  public boolean isAtWork() {
    return Context.getCommandContext() != null;
  }

  /**
   * Drops the case's process with all that it called; whoever does so starts it anew in the same
   * transaction. Who had claimed a step keeps it, where the step opens again and still falls to
   * her.
   */
  public void drop(Reference reference) {
    claims.remember(openSteps.of(reference));
    running
        .own(reference)
        .ifPresent(instance -> runtime.deleteProcessInstance(instance, "begun anew"));
  }

  /** Whether the case's process was {@link #drop dropped} with steps open, and not begun since. */
  public boolean isDropped(Reference reference) {
    return claims.hasDropped(reference);
  }

  /** Shows this of the register on the steps' tasks; writes only what differs. */
  public void display(Map<OpenStep, Display> wanted) {
    displays.show(wanted);
  }

  /** Those of the steps whose tasks show something else of the register. */
  public List<OpenStep> outdated(Map<OpenStep, Display> wanted) {
    return displays.outdated(wanted);
  }

  /** The drawings of the case's process and of each process it has called and waits for. */
  public List<Diagram> diagrams(Reference reference) {
    return diagrams.of(reference);
  }

  /**
   * Does the work in this transaction when the engine is at rest: at once, or, when the engine is
   * at work in this thread, just before the transaction commits.
   */
  public void atRest(Runnable work) {
    atRest.run(work);
  }
}
