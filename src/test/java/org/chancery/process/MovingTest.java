package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionOperations;

/** Running cases go on after a model has changed, and what cannot move is told and stays. */
@House
class MovingTest {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final TestModel OLDER =
      TestModel.of("moved")
          .step("draft", "Draft the text", "mddt")
          .step("review", "Review the text", "energy")
          .step("polish", "Polish the text", "mddt")
          .call("part")
          .step("sign", "Sign the text", "mfa");

  private static final TestModel NEWER =
      TestModel.of("moved")
          .step("draft", "Draft the text anew", "mddt")
          .step("check", "Check the text", "mddt")
          .step("examine", "Examine the text", "energy")
          .call("part")
          .step("sign", "Sign the text", "mddt");

  private static final TestModel PART =
      TestModel.of("part").step("ask", "Ask the ministry", "energy");

  private final Reference reference = Reference.of(2031, NUMBER.incrementAndGet());
  private final List<String> deployed = new ArrayList<>();

  @Autowired private Processes processes;
  @Autowired private ModelVersions versions;
  @Autowired private TasksOfNewModel tasksOfNewModel;
  @Autowired private Anew anew;
  @Autowired private MadeUpCases cases;
  @Autowired private Sticking sticking;
  @Autowired private Overtaken overtaken;
  @Autowired private TransactionOperations transactions;
  @Autowired private RuntimeService runtime;
  @Autowired private RepositoryService repository;
  @Autowired private TaskService tasks;
  @Autowired private AuthorizationService authorizations;
  @Autowired private Way way;

  @BeforeEach
  void beginsWithTheOlderModels() {
    way.yes.clear();
    deploy(OLDER);
    deploy(PART);
    cases.processes.put(reference, "moved");
  }

  @AfterEach
  void removesItsModels() {
    SecurityContextHolder.clearContext();
    cases.processes.clear();
    deployed.forEach(deployment -> repository.deleteDeployment(deployment, true));
  }

  @Test
  void aCaseKeepsItsVersionUntilItIsMoved() {
    processes.start("moved", reference);
    deploy(NEWER);
    assertThat(versions.casesBehind()).isEqualTo(1);
    assertThat(versions.inUse())
        .filteredOn(version -> version.process().equals("moved"))
        .extracting(ModelVersion::version, ModelVersion::cases, ModelVersion::newest)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, 1, false),
            org.assertj.core.groups.Tuple.tuple(2, 0, true));
    complete("mddtClerk");
    assertThat(only().step()).isEqualTo("review");
  }

  @Test
  void aMovedCaseKeepsItsClaimAndMeetsTheAddedStep() {
    processes.start("moved", reference);
    claim("mddtManager");
    deploy(NEWER);
    assertThat(move()).containsExactly(new Outcome.Moved(List.of()));
    assertThat(only().assignee()).isEqualTo("mddtManager");
    assertThat(only().name()).isEqualTo("Draft the text anew");
    complete("mddtManager");
    assertThat(only().step()).isEqualTo("check");
    goToTheEnd();
  }

  @Test
  void aCaseAtARenamedStepMovesToItsNewName() {
    startAt("review");
    claim("energyClerk");
    deploy(NEWER);
    assertThat(move()).containsExactly(new Outcome.Moved(List.of()));
    assertThat(only().step()).isEqualTo("examine");
    assertThat(only().name()).isEqualTo("Examine the text");
    assertThat(only().groups()).containsExactly("energy");
    assertThat(only().assignee()).isEqualTo("energyClerk");
    goToTheEnd();
  }

  @Test
  void aCaseAtARemovedStepStaysAndIsTold() {
    startAt("polish");
    deploy(NEWER);
    assertThat(move())
        .containsExactly(
            new Outcome.Stayed(
                "it waits at \"Polish the text\" (polish), which the newest model does not have"));
    assertThat(only().step()).isEqualTo("polish");
    complete("mddtClerk");
    assertThat(only().step()).isEqualTo("ask");
  }

  @Test
  void aCaseAtARemovedStepBeginsAnewWhenAsked() {
    startAt("polish");
    claim("mddtClerk");
    deploy(NEWER);
    assertThat(move(new Moving.Order(reference, false, true)))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.BegunAnew.class,
            begun ->
                assertThat(begun.givenUp()).containsExactly("mddtClerk at \"Polish the text\""));
    assertThat(only().step()).isEqualTo("draft");
    assertThat(versions.casesBehind()).isZero();
    goToTheEnd();
  }

  @Test
  void aCaseThatWouldNotGoOnIsNotBegunAnew() {
    startAt("polish");
    cases.processes.remove(reference);
    deploy(NEWER);
    assertThat(move(new Moving.Order(reference, false, true)))
        .singleElement()
        .isInstanceOfSatisfying(
            Outcome.Stayed.class,
            stayed -> assertThat(stayed.why()).endsWith("for the case has ended"));
    assertThat(only().step()).isEqualTo("polish");
  }

  @Test
  void calledProcessesMoveToo() {
    startAt("ask");
    claim("energyClerk");
    deploy(NEWER);
    deploy(TestModel.of("part").step("ask", "Ask the ministry twice", "energy"));
    assertThat(move()).containsExactly(new Outcome.Moved(List.of()), new Outcome.Moved(List.of()));
    assertThat(versions.casesBehind()).isZero();
    assertThat(only().name()).isEqualTo("Ask the ministry twice");
    assertThat(only().assignee()).isEqualTo("energyClerk");
    complete("energyClerk");
    assertThat(only().groups()).containsExactly("mddt");
    goToTheEnd();
  }

  @Test
  void aStepThatFallsToOthersIsTakenFromWhoHadClaimedIt() {
    startAt("sign");
    claim("mfaClerk");
    deploy(NEWER);
    assertThat(move()).containsExactly(new Outcome.Moved(List.of("mfaClerk at \"Sign the text\"")));
    assertThat(only().assignee()).isNull();
    assertThat(only().groups()).containsExactly("mddt");
    assertThat(leaves()).contains("mddt").doesNotContain("mfa", "mfaClerk");
    goToTheEnd();
  }

  private List<String> leaves() {
    return authorizations
        .createAuthorizationQuery()
        .resourceType(Resources.TASK)
        .resourceId(only().id())
        .list()
        .stream()
        .map(leave -> leave.getGroupId() == null ? leave.getUserId() : leave.getGroupId())
        .toList();
  }

  @Test
  void aTrialTellsAndChangesNothing() {
    processes.start("moved", reference);
    deploy(NEWER);
    assertThat(move(new Moving.Order(null, true, true)))
        .containsExactly(new Outcome.Moved(List.of()));
    assertThat(versions.casesBehind()).isEqualTo(1);
    assertThat(only().name()).isEqualTo("Draft the text");
  }

  @Test
  void oneThatStaysStopsNoOtherAndTheNextRoundTakesUpWhatIsLeft() {
    startAt("polish");
    Reference other = Reference.of(2031, NUMBER.incrementAndGet());
    processes.start("moved", other);
    deploy(NEWER);
    Moving.Order all = new Moving.Order(null, false, false);
    assertThat(move(all)).hasSize(2).hasAtLeastOneElementOfType(Outcome.Moved.class);
    assertThat(move(all)).singleElement().isInstanceOf(Outcome.Stayed.class);
    complete("mddtClerk");
    assertThat(move(all)).containsExactly(new Outcome.Moved(List.of()));
    assertThat(move(all)).isEmpty();
  }

  @Test
  void theShippedModelsMoveWhereverACaseWaits() {
    List<Reference> running = new ArrayList<>();
    for (String process : List.of("treaty", "clearance", "consent", "registration")) {
      running.add(Reference.of(2032, NUMBER.incrementAndGet()));
      processes.start(process, running.get(running.size() - 1));
    }
    processes.start("performance", reference);
    processes.openMeasures(Map.of(reference, List.of(1)));
    running.add(reference);
    deployShippedModelsAgain();
    for (Reference each : running) {
      List<String> before = steps(each);
      assertThat(move(new Moving.Order(each, false, false)))
          .isNotEmpty()
          .allMatch(Outcome.Moved.class::isInstance);
      assertThat(versions.behind(each)).isEmpty();
      assertThat(steps(each)).isNotEmpty().containsExactlyInAnyOrderElementsOf(before);
      processes.openSteps(each).forEach(step -> assertThat(step.groups()).isNotEmpty());
    }
    assertThat(processes.openMeasures(Map.of(reference, List.of(2)))).isNotEmpty();
    way.yes.add("consentReached");
    processes.openSteps(reference).forEach(processes::pass);
    processes.closePerformance(reference);
    assertThat(processes.isRunning(reference)).isFalse();
  }

  private List<String> steps(Reference each) {
    return processes.openSteps(each).stream()
        .map(step -> step.step() + step.party() + step.body() + step.milestone() + step.name())
        .toList();
  }

  private void deployShippedModelsAgain() {
    try (Stream<Path> models = Files.list(Path.of("processes/lifecycle"))) {
      models
          .filter(model -> model.toString().endsWith(".bpmn"))
          .forEach(
              model -> {
                String text =
                    read(model).replace("isExecutable", "camunda:versionTag='n' isExecutable");
                deploy(model.getFileName().toString(), text);
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path model) {
    try {
      return Files.readString(model);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Test
  void aProcessBegunAnewKeepsTheClaimsOnWhatOpensAgain() {
    processes.start("clearance", reference);
    OpenStep ofEnergy = stepOf("energy");
    OpenStep ofForeign = stepOf("mfa");
    tasks.setAssignee(ofEnergy.id(), "energyClerk");
    tasks.setAssignee(ofForeign.id(), "mddtClerk");
    transactions.executeWithoutResult(
        status -> {
          processes.drop(reference);
          processes.start("clearance", reference);
        });
    assertThat(stepOf("energy").id()).isNotEqualTo(ofEnergy.id());
    assertThat(stepOf("energy").assignee()).isEqualTo("energyClerk");
    assertThat(stepOf("mfa").assignee()).isNull();
    processes.drop(reference);
    processes.start("clearance", reference);
    assertThat(stepOf("energy").assignee()).isNull();
  }

  private OpenStep stepOf(String body) {
    return processes.openSteps(reference).stream()
        .filter(step -> new BodyCode(body).equals(step.body()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theOperatorReadsWhatRunsAndWhatBecameOfIt() {
    startAt("polish");
    deploy(NEWER);
    assertThat(said(0)).contains("moved", "version   1", "1 cases  (older)", "move --dry-run");
    assertThat(said(1, "move", "--dry-run"))
        .contains(
            reference + "  moved", "  1 -> 2  would stay: it waits at", "Nothing was changed");
    assertThat(said(0, "move", "--case", reference.value(), "--anew"))
        .contains("begun anew, for it waits at", "0 moved, 1 begun anew, 0 stay.");
    assertThat(said(0)).contains("No case runs by an older model.");
  }

  private String said(int exit, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
    Machinist machinist = new Machinist(versions, moving());
    assertThat(machinist.carryOut(ProcessCommand.of(List.of(words)), printed)).isEqualTo(exit);
    return out.toString(StandardCharsets.UTF_8);
  }

  private Moving moving() {
    String renamed = "process,was,is\nmoved,review,look-through\nmoved,look-through,examine\n";
    return new Moving(
        runtime,
        repository,
        versions,
        tasksOfNewModel,
        anew,
        cases,
        sticking,
        overtaken,
        transactions,
        new ByteArrayResource(renamed.getBytes(StandardCharsets.UTF_8)));
  }

  private List<Outcome> move() {
    return move(new Moving.Order(reference, false, false));
  }

  private List<Outcome> move(Moving.Order order) {
    List<Outcome> outcomes = new ArrayList<>();
    moving().move(order, result -> outcomes.add(result.outcome()));
    return outcomes;
  }

  private void deploy(TestModel model) {
    deploy(model.process() + ".bpmn", model.xml());
  }

  private void deploy(String name, String xml) {
    deployed.add(repository.createDeployment().addString(name, xml).deploy().getId());
  }

  private void startAt(String step) {
    processes.start("moved", reference);
    while (!only().step().equals(step)) {
      processes.pass(only());
    }
  }

  private void goToTheEnd() {
    while (processes.isRunning(reference)) {
      complete(only().groups().iterator().next() + "Clerk");
    }
  }

  private void claim(String account) {
    tasks.setAssignee(only().id(), account);
  }

  private void complete(String account) {
    TestingAuthenticationToken who = new TestingAuthenticationToken(account, "", "ROLE_CLERK");
    SecurityContextHolder.getContext().setAuthentication(who);
    processes.complete(only(), new Answer(Map.of("on", "2026-01-15")));
    SecurityContextHolder.clearContext();
  }

  private OpenStep only() {
    assertThat(processes.openSteps(reference)).hasSize(1);
    return processes.openSteps(reference).get(0);
  }
}
