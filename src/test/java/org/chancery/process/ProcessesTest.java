package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

@House
class ProcessesTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final Reference reference = Reference.of(2026, NUMBER.incrementAndGet());

  @Autowired private Processes processes;
  @Autowired private Way way;
  @Autowired private Ledger ledger;
  @Autowired private TaskService tasks;
  @Autowired private RuntimeService runtime;
  @Autowired private HistoryService history;
  @Autowired private ProcessEngine engine;
  @Autowired private JdbcClient jdbc;
  @Autowired private MadeUpPeople people;

  @BeforeEach
  void forgets() {
    way.yes.clear();
    ledger.opened.clear();
    ledger.completed.clear();
    ledger.answers.clear();
    ledger.onCompletion = null;
  }

  @AfterEach
  void logsOut() {
    SecurityContextHolder.clearContext();
  }

  private static void logIn(String account) {
    TestingAuthenticationToken who = new TestingAuthenticationToken(account, "", "ROLE_CLERK");
    SecurityContextHolder.getContext().setAuthentication(who);
  }

  private OpenStep only() {
    assertThat(processes.openSteps(reference)).hasSize(1);
    return processes.openSteps(reference).get(0);
  }

  private OpenStep step(String id) {
    return processes.openSteps(reference).stream()
        .filter(step -> step.step().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCaseStartsAndWaitsAtItsFirstStep() {
    processes.start("agreement", reference);
    assertThat(processes.isRunning(reference)).isTrue();
    OpenStep step = only();
    assertThat(step.reference()).isEqualTo(reference);
    assertThat(step.groups()).containsExactly("mddt");
    assertThat(step.priority()).isEqualTo(60);
    assertThat(step.due()).isEqualTo(Instant.parse("2026-12-31T20:00:00Z"));
    assertThat(ledger.opened).hasSize(1);
    assertThat(ledger.opened.get(0).groups()).containsExactly("mddt");
    assertThat(ledger.opened.get(0).step()).isEqualTo(step.step());
  }

  @Test
  void aTaskShowsCopiesOfTheRegisterAndTheProcessHoldsNothing() {
    processes.start("agreement", reference);
    assertThat(tasks.getVariablesLocal(only().id()))
        .containsEntry("reference", reference.value())
        .containsEntry("deadline", "2026-12-31")
        .containsOnlyKeys("reference", "title", "deadline");
    assertThat(runtime.createVariableInstanceQuery().list())
        .filteredOn(variable -> variable.getTaskId() == null)
        .filteredOn(variable -> variable.getName().equals("reference"))
        .isEmpty();
  }

  @Test
  void aSatisfiedStepIsPassedWithoutAPerson() {
    processes.start("agreement", reference);
    OpenStep first = only();
    processes.pass(first);
    assertThat(processes.step(first.id())).isEmpty();
    assertThat(processes.openSteps(reference)).isNotEmpty();
    assertThat(ledger.completed).isEmpty();
  }

  @Test
  void aStepIsNotCompletedWithoutItsForm() {
    processes.start("agreement", reference);
    assertThatThrownBy(() -> tasks.complete(only().id(), Map.of("passed", true)))
        .hasMessageContaining("by its form only");
    assertThat(processes.openSteps(reference)).hasSize(1);
  }

  @Test
  void aClerkOfTheBodyCompletesAStep() {
    processes.start("agreement", reference);
    OpenStep first = only();
    logIn("mddtClerk");
    processes.complete(first, new Answer(Map.of("on", "2026-01-15", "party", "XX")));
    assertThat(processes.step(first.id())).isEmpty();
    assertThat(ledger.completed).extracting(OpenStep::id).containsExactly(first.id());
    assertThat(ledger.completed.get(0).assignee()).isEqualTo("mddtClerk");
    assertThat(ledger.answers).containsEntry("on", "2026-01-15");
    assertThat(variablesBesideTasks()).doesNotContain("on", "party");
  }

  private List<String> variablesBesideTasks() {
    return runtime.createVariableInstanceQuery().list().stream()
        .filter(variable -> variable.getTaskId() == null)
        .map(variable -> variable.getName())
        .toList();
  }

  @Test
  void aRefusedAnswerLeavesTheStepOpenAndUnclaimed() {
    processes.start("agreement", reference);
    OpenStep first = only();
    logIn("mddtClerk");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> processes.complete(first, new Answer(Map.of("note", "7"))))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DOES_NOT_FIT));
    assertThat(processes.step(first.id()).orElseThrow().assignee()).isNull();
  }

  @Test
  void aStepClaimedByAnotherIsAConflict() {
    processes.start("agreement", reference);
    tasks.setAssignee(only().id(), "mddtManager");
    logIn("mddtClerk");
    assertRefused(only(), Refusal.Kind.CONFLICT);
  }

  @Test
  void aStepThatAnotherClaimsMeanwhileIsAConflict() {
    processes.start("agreement", reference);
    OpenStep step = only();
    logIn("mddtClerk");
    ledger.onCompletion =
        () -> CompletableFuture.runAsync(() -> tasks.setAssignee(step.id(), "mddtManager")).join();
    assertThatExceptionOfType(ConcurrencyFailureException.class)
        .isThrownBy(() -> processes.complete(step, new Answer(Map.of("on", "2026-01-15"))));
    assertThat(processes.step(step.id()).orElseThrow().assignee()).isEqualTo("mddtManager");
  }

  @Test
  void whoCompletedAStepIsRememberedAndNobodysLeaveStays() {
    processes.start("agreement", reference);
    OpenStep step = only();
    assertThat(leave(step)).isNotZero();
    logIn("mddtClerk");
    processes.complete(step, new Answer(Map.of("on", "2026-01-15")));
    assertThat(
            history
                .createHistoricTaskInstanceQuery()
                .taskId(step.id())
                .singleResult()
                .getAssignee())
        .isEqualTo("mddtClerk");
    assertThat(leave(step)).isZero();
  }

  /** How many are let at the step, in the tables of the engine. */
  private long leave(OpenStep step) {
    return jdbc.sql(
            """
            select (select count(*) from act_ru_authorization where resource_id_ = :id)
              + (select count(*) from act_ru_identitylink where task_id_ = :id)""")
        .param("id", step.id())
        .query(Long.class)
        .single();
  }

  @Test
  void aStepOfAnotherBodyIsNotThere() {
    processes.start("agreement", reference);
    logIn("energyClerk");
    assertRefused(only(), Refusal.Kind.NOT_FOUND);
  }

  @Test
  void whoSeesAllDoesNotDoAll() {
    processes.start("agreement", reference);
    logIn("registrar");
    assertRefused(only(), Refusal.Kind.FORBIDDEN);
  }

  private void assertRefused(OpenStep step, Refusal.Kind kind) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> processes.complete(step, new Answer(Map.of("on", "2026-01-15"))))
        .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(kind));
    assertThat(processes.step(step.id())).isPresent();
  }

  @Test
  void eachBodyIsAskedInItsOwnStep() {
    processes.start("clearance", reference);
    assertThat(processes.openSteps(reference))
        .extracting(OpenStep::body)
        .containsExactlyInAnyOrder(new BodyCode("mfa"), new BodyCode("energy"));
    assertThat(processes.openSteps(reference))
        .allSatisfy(step -> assertThat(step.groups()).containsExactly(step.body() + ""));
  }

  @Test
  void eachPartyHasItsOwnColumn() {
    processes.start("consent", reference);
    assertThat(processes.openSteps(reference))
        .extracting(OpenStep::party)
        .containsExactlyInAnyOrder("AZ", "KZ");
    OpenStep theirs = step("receive-notification");
    assertThat(tasks.getVariableLocal(theirs.id(), "party")).isEqualTo("Party KZ");
    assertThat(processes.step(theirs.id()).orElseThrow().party()).isEqualTo("KZ");
  }

  @Test
  void eachMeasureIsATaskOfItsOwn() {
    processes.start("performance", reference);
    assertThat(processes.openMeasures(Map.of(reference, List.of(1)))).isNotEmpty();
    assertThat(processes.openMeasures(Map.of(reference, List.of(2)))).isNotEmpty();
    assertThat(processes.openSteps(reference))
        .extracting(OpenStep::milestone)
        .containsExactlyInAnyOrder(1, 2);
    assertThat(processes.openSteps(reference))
        .filteredOn(step -> Integer.valueOf(2).equals(step.milestone()))
        .allSatisfy(step -> assertThat(step.groups()).containsExactly("energy"));
    processes.pass(processes.openSteps(reference).get(0));
    assertThat(processes.openSteps(reference)).hasSize(1);
    assertThat(processes.isRunning(reference)).isTrue();
  }

  @Test
  void aMeasureWithoutPerformanceIsNotTakenUp() {
    processes.start("agreement", reference);
    assertThat(processes.openMeasures(Map.of(reference, List.of(1)))).isEmpty();
  }

  @Test
  void performanceEndsWhenAllIsDone() {
    processes.start("performance", reference);
    processes.closePerformance(reference);
    assertThat(processes.isRunning(reference)).isFalse();
    assertThat(processes.diagrams(reference))
        .singleElement()
        .satisfies(diagram -> assertThat(diagram.active()).containsExactly("performed"));
    processes.closePerformance(reference);
  }

  @Test
  void aCaseThatEndsEarlyLeavesNothingBehind() {
    processes.start("agreement", reference);
    way.yes.add("withdrawn");
    processes.end(reference);
    assertThat(processes.isRunning(reference)).isFalse();
    assertThat(processes.openSteps(reference)).isEmpty();
    assertThat(processes.diagrams(reference))
        .singleElement()
        .satisfies(
            diagram -> {
              assertThat(diagram.process()).isEqualTo("agreement");
              assertThat(diagram.active()).containsExactly("withdrawn");
            });
    processes.end(reference);
  }

  @Test
  void theDrawingsShowWhereACaseStands() {
    processes.start("agreement", reference);
    List<Diagram> diagrams = processes.diagrams(reference);
    assertThat(diagrams).extracting(Diagram::process).startsWith("agreement", "preparation");
    assertThat(diagrams.get(0).active()).containsExactly("prepare");
    assertThat(diagrams.get(0).xml()).contains("BPMNShape");
    assertThat(diagrams.get(1).active()).containsExactly(only().step());
  }

  @Test
  void whatHasNoDueDayIsALittleLessUrgentThanWhatHasOne() {
    processes.start("agreement", reference);
    processes.display(Map.of(only(), new Display("Renamed", null, "2027/..", null, 70)));
    assertThat(only().priority()).isEqualTo(69);
  }

  @Test
  void whatIsThereNoMoreIsNotShownEither() {
    processes.start("agreement", reference);
    processes.display(Map.of(only(), new Display("Renamed", "KZ", "2027-06-30", null, 70)));
    assertThat(tasks.getVariablesLocal(only().id()))
        .containsEntry("party", "KZ")
        .containsEntry("deadline", "2027-06-30");
    processes.display(Map.of(only(), new Display("Renamed", null, null, null, 70)));
    assertThat(tasks.getVariablesLocal(only().id())).containsOnlyKeys("reference", "title");
  }

  @Test
  void whatWasShownEmptyOnceIsNotShownAnyMore() {
    processes.start("agreement", reference);
    tasks.setVariableLocal(only().id(), "party", null);
    processes.display(Map.of(only(), new Display("Renamed", null, null, null, 70)));
    processes.display(Map.of(only(), new Display("Renamed", "KZ", null, null, 70)));
    assertThat(tasks.getVariablesLocal(only().id())).containsEntry("party", "KZ");
    processes.display(Map.of(only(), new Display("Renamed", null, null, null, 70)));
    assertThat(tasks.getVariablesLocal(only().id())).containsOnlyKeys("reference", "title");
  }

  @Test
  void theEngineRemembersStepsAndEndsAndNotEachPlaceThatAProcessPassed() {
    processes.start("agreement", reference);
    String first = only().id();
    processes.pass(only());
    way.yes.add("withdrawn");
    processes.end(reference);
    assertThat(history.createHistoricTaskInstanceQuery().taskId(first).finished().count())
        .isEqualTo(1);
    String process =
        history
            .createHistoricTaskInstanceQuery()
            .taskId(first)
            .singleResult()
            .getRootProcessInstanceId();
    assertThat(
            history.createHistoricActivityInstanceQuery().list().stream()
                .filter(place -> place.getRootProcessInstanceId().equals(process)))
        .extracting(HistoricActivityInstance::getActivityId)
        .contains("withdrawn")
        .allSatisfy(id -> assertThat(id).isNotEqualTo("prepare"));
    assertThat(history.createHistoricActivityInstanceQuery().list())
        .allSatisfy(place -> assertThat(place.getActivityType()).endsWith("EndEvent"));
    assertThat(
            ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
                .getHistoryLevel())
        .isInstanceOf(EngineMemory.class);
  }

  @Test
  void aMovedDeadlineIsShown() {
    processes.start("agreement", reference);
    Instant later = Instant.parse("2027-06-30T20:00:00Z");
    processes.display(Map.of(only(), new Display("Renamed", null, "2027-06-30", later, 100)));
    assertThat(only().due()).isEqualTo(later);
    assertThat(only().priority()).isEqualTo(100);
    assertThat(tasks.getVariablesLocal(only().id()))
        .containsEntry("title", "Renamed")
        .containsEntry("reference", reference.value());
  }

  @Test
  void whatIsShownAlreadyIsNotWrittenAgain() {
    processes.start("agreement", reference);
    Display same = ledger.opened(only());
    int before = revision();
    processes.display(Map.of(only(), same));
    assertThat(revision()).isEqualTo(before);
  }

  private int revision() {
    return ((org.camunda.bpm.engine.impl.db.HasDbRevision)
            tasks.createTaskQuery().taskId(only().id()).singleResult())
        .getRevision();
  }

  @Test
  void workForTheEngineAtRestIsDoneInTheSameTransaction() {
    processes.start("agreement", reference);
    OpenStep first = only();
    ledger.onCompletion =
        () -> processes.atRest(() -> processes.openSteps(reference).forEach(processes::pass));
    logIn("mddtClerk");
    processes.complete(first, new Answer(Map.of("on", "2026-01-15")));
    assertThat(ledger.opened).hasSizeGreaterThan(2);
    assertThat(processes.step(first.id())).isEmpty();
  }

  @Test
  void thePagesOfStepsHoldEachStepOnce() {
    for (int i = 0; i < 5; i++) {
      Reference other = Reference.of(2027, NUMBER.incrementAndGet());
      processes.start("agreement", other);
      OpenStep step = processes.openSteps(other).get(0);
      Instant due = i % 2 == 0 ? null : Instant.parse("2026-0" + (i + 1) + "-01T00:00:00Z");
      processes.display(Map.of(step, new Display("Case " + i, null, null, due, i < 2 ? 100 : 0)));
    }
    var clerk = people.find("mddtClerk").orElseThrow();
    List<OpenStep> whole = processes.stepsOf(clerk, null, 200).items();
    StepPage page = processes.stepsOf(clerk, null, 2);
    List<OpenStep> read = new java.util.ArrayList<>(page.items());
    while (page.next() != null) {
      page = processes.stepsOf(clerk, page.next(), 2);
      read.addAll(page.items());
    }
    assertThat(read).isEqualTo(whole).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    assertThat(whole).extracting(OpenStep::priority).isSortedAccordingTo((a, b) -> b - a);
    var other = people.find("energyClerk").orElseThrow();
    assertThat(processes.stepsOf(other, null, 200).items())
        .allSatisfy(step -> assertThat(step.groups()).contains("energy"));
  }

  @Test
  void aPlaceThatIsNoneIsRefused() {
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> processes.stepsOf(people.find("mddtClerk").orElseThrow(), "nowhere", 10));
  }
}
