package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.chancery.instrument.Reference;
import org.chancery.process.Processes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever is overtaken by another on the same task or case is told so, and loses nothing else. */
@ChanceryTest
class OvertakenTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Of two'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2026-12-31', 'body': 'mddt'}]}""";
  private static final String TOLD = "Another request is changing the same thing; try again";

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired ProcessEngine engine;
  @Autowired TaskService tasks;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;
  @Autowired ConfigurableApplicationContext house;

  private Reference reference = Reference.of(2026, 1);
  private String task = "";

  @BeforeEach
  void opensACase() {
    reference = desk.open("mddtClerk", CASE);
    task =
        processes.openSteps(reference).stream()
            .filter(step -> step.step().equals("draft"))
            .findFirst()
            .orElseThrow()
            .id();
  }

  @Test
  void byTheApi() {
    Caller manager = Caller.at(port, "mddtManager");
    String completion = "/api/tasks/" + task + "/completion";
    Caller.Answer answer =
        Meanwhile.during(
            house,
            reference,
            this::anotherClaims,
            () -> manager.post(completion, "{'on': '2026-11-20'}"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.body().path("detail").asText()).startsWith(TOLD);
    assertNothingIsDone();
    tasks.setAssignee(task, null);
    assertThat(manager.post(completion, "{'on': '2026-11-20'}").status()).isLessThan(300);
  }

  @Test
  void inTheTaskList() {
    Trespasser manager = inTasklist();
    assertBusy(Meanwhile.during(house, reference, this::anotherClaims, () -> submitted(manager)));
    assertNothingIsDone();
  }

  @Test
  void onAPage() {
    String page = "/instruments/" + reference + "/milestones/1/extensions";
    HttpResponse<String> answer =
        Meanwhile.during(
            house,
            reference,
            OvertakenTest::another,
            () ->
                Guest.at(port, "mddtManager")
                    .submit(
                        page, page, "/to", "2027-01-01", "/reason", "Late", "/authority", "Order"));
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains(TOLD);
    assertThat(changes()).containsExactly("OPENED");
  }

  @Test
  void byTheApiAfterWaitingTooLong() {
    Caller manager = Caller.at(port, "mddtManager");
    Caller.Answer answer =
        whileHeld(
            () ->
                manager.post(
                    "/api/instruments/" + reference + "/milestones/1/extensions",
                    "{'to': '2027-01-01', 'reason': 'Late', 'authority': 'Order'}"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(409);
    assertThat(answer.header("Retry-After")).isEqualTo("1");
    assertThat(answer.body().path("detail").asText()).startsWith(TOLD);
    assertThat(changes()).containsExactly("OPENED");
  }

  /** Nor does she learn of it: a task that she may not see is none to her. */
  @Test
  void whoMayNotSeeTheTaskWaitsForNobody() {
    Caller stranger = Caller.at(port, "cultureClerk");
    String completion = "/api/tasks/" + task + "/completion";
    Caller.Answer answer = whileHeld(() -> stranger.post(completion, "{'on': '2026-11-20'}"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(404);
    assertThat(answer.body().path("detail").asText())
        .isEqualTo(
            stranger
                .post("/api/tasks/none/completion", "{'on': '2026-11-20'}")
                .body()
                .path("detail")
                .asText()
                .replace("none", task));
  }

  @Test
  void inTheTaskListAfterWaitingTooLong() {
    Trespasser manager = inTasklist();
    assertBusy(whileHeld(() -> submitted(manager)));
    assertThat(changes()).containsExactly("OPENED");
  }

  @Test
  void whoClaimsWhatAnotherIsChanging() {
    Trespasser manager = inTasklist();
    assertBusy(
        whileHeld(
            "select id_ from act_ru_task where id_ = ? for update",
            task,
            () -> called(manager, "/claim", "{'userId': 'mddtManager'}")));
    assertThat(processes.step(task).orElseThrow().assignee()).isNull();
  }

  private Trespasser inTasklist() {
    Trespasser manager = Trespasser.at(port, "manager", "mddtManager");
    manager.knock("GET", "/camunda/app/tasklist/" + engine.getName() + "/");
    return manager;
  }

  private Trespasser.Seen submitted(Trespasser manager) {
    return called(
        manager,
        "/submit-form",
        "{'variables': {'on': {'value': '2026-11-20', 'type': 'String'}}}");
  }

  private Trespasser.Seen called(Trespasser manager, String call, String body) {
    return manager.knock(
        "POST", "/camunda/api/engine/engine/" + engine.getName() + "/task/" + task + call, body);
  }

  private static void assertBusy(Trespasser.Seen seen) {
    assertThat(seen.status()).as(seen.text()).isEqualTo(409);
    assertThat(seen.text()).contains(TOLD);
  }

  private <T> T whileHeld(Supplier<T> asked) {
    String hold = "select reference from instrument where reference = ? for update";
    return whileHeld(hold, reference.value(), asked);
  }

  /** What is answered while a transaction holds the row; the request runs on another thread. */
  private <T> T whileHeld(String hold, String of, Supplier<T> asked) {
    return transaction.execute(
        status -> {
          jdbc.sql(hold).param(of).query(String.class).single();
          return asked.get();
        });
  }

  /** On another connection, and done before the engine writes what it has read. */
  private void anotherClaims() {
    CompletableFuture.runAsync(() -> tasks.setAssignee(task, "mddtDeputy")).join();
  }

  private static void another() {
    throw new OptimisticLockingFailureException("Another changed it first.");
  }

  private List<String> changes() {
    return jdbc.sql("select change from journal where reference = ? order by number")
        .param(reference.value())
        .query(String.class)
        .list();
  }

  private void assertNothingIsDone() {
    assertThat(changes()).containsExactly("OPENED");
    assertThat(processes.step(task).orElseThrow().assignee()).isEqualTo("mddtDeputy");
  }
}
