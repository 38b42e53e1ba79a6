package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.chancery.access.Accounts;
import org.chancery.process.Answer;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several people at once: one effect each, and a clear answer for whoever came second. */
@ChanceryTest
class ConcurrencyTest {

  private static final int AT_ONCE = 8;
  private static final List<String> PEOPLE = List.of("mddtClerk", "mddtManager", "mddtDeputy");
  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired Processes processes;
  @Autowired Accounts accounts;

  @Test
  void oneKeyOpensOneCase() throws Exception {
    List<Caller.Answer> answers =
        atOnce(i -> clerk().post("/api/instruments", CASE, "Idempotency-Key", key("once")));
    assertThat(answers).extracting(Caller.Answer::status).containsOnly(201);
    assertThat(answers)
        .extracting(answer -> answer.body().path("reference").asText())
        .containsOnly(answers.get(0).body().path("reference").asText());
  }

  @Test
  void oneKeyWithAnotherBodyIsRefused() {
    clerk().post("/api/instruments", CASE, "Idempotency-Key", key("other"));
    Caller.Answer other =
        clerk().post("/api/instruments", CASE.replace("KZ", "TR"), "Idempotency-Key", key("other"));
    assertThat(other.status()).isEqualTo(422);
  }

  @Test
  void aRefusedRequestMayBeRepeatedWithItsKey() {
    clerk().post("/api/instruments", "{}", "Idempotency-Key", key("again"));
    Caller.Answer mended = clerk().post("/api/instruments", CASE, "Idempotency-Key", key("again"));
    assertThat(mended.status()).isEqualTo(201);
  }

  @Test
  void oneOfSeveralCompletesATask() throws Exception {
    String reference = open();
    String task = clerk().taskIn(reference);
    List<Caller.Answer> answers =
        atOnce(i -> clerk().post("/api/tasks/" + task + "/completion", "{'on': '2026-11-20'}"));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(answer -> answer.status() == 404 || answer.status() == 409)
        .allMatch(answer -> !answer.body().path("detail").asText().isBlank());
    assertThat(events(reference)).isEqualTo(1);
  }

  /** Colleagues and one person's impatience: what is done is done once, nobody sees an error. */
  @Test
  void twoHundredCompletionsOfOneTaskRecordOneEvent() throws Exception {
    String reference = open();
    String task = clerk().taskIn(reference);
    List<Caller.Answer> answers =
        atOnce(
            200,
            i ->
                clerk()
                    .as(PEOPLE.get(i % PEOPLE.size()))
                    .post("/api/tasks/" + task + "/completion", "{'on': '2026-11-20'}"));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allSatisfy(answer -> assertThat(answer.status()).isIn(404, 409))
        .allMatch(answer -> !answer.body().path("detail").asText().isBlank());
    assertThat(events(reference)).isEqualTo(1);
    assertThat(entries(reference, "EVENT_RECORDED")).isEqualTo(1);
  }

  /**
   * The task list submits its form to the engine, which holds no case before it has read a task.
   */
  @Test
  void theTaskListAndTheApiAtOnceRecordOneEvent() throws Exception {
    String reference = open();
    String task = clerk().taskIn(reference);
    List<Integer> statuses =
        atOnce(
            32,
            i ->
                i % 2 == 0
                    ? submit(task, PEOPLE.get(i % PEOPLE.size()))
                    : clerk()
                        .post("/api/tasks/" + task + "/completion", "{'on': '2026-11-20'}")
                        .status());
    assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
    assertThat(statuses).filteredOn(status -> status != 200).allMatch(List.of(404, 409)::contains);
    assertThat(events(reference)).isEqualTo(1);
    assertThat(entries(reference, "EVENT_RECORDED")).isEqualTo(1);
  }

  private int submit(String task, String account) {
    try {
      return accounts.as(
          accounts.find(account).orElseThrow(),
          () -> {
            OpenStep step =
                processes.step(task).orElseThrow(() -> Refusal.notFound("step.unknown", task));
            processes.complete(step, new Answer(Map.of("on", "2026-11-20")));
            return 200;
          });
    } catch (Refusal refused) {
      return refused.kind().status().value();
    }
  }

  @Test
  void eventsOfManyAreNumberedInOneRow() throws Exception {
    String reference = open();
    atOnce(
        i ->
            clerk()
                .post(
                    "/api/instruments/" + reference + "/events",
                    "{'kind': 'PROPOSAL_SUBMITTED', 'on': '2026-11-%02d'}".formatted(i + 1)));
    List<Integer> numbers =
        jdbc.sql("select id from event where reference = ? order by id")
            .param(reference)
            .query(Integer.class)
            .list();
    assertThat(numbers).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void oneOfSeveralCorrectionsWins() throws Exception {
    String path = "/api/instruments/" + open();
    String tag = clerk().get(path).header("ETag");
    List<Caller.Answer> answers =
        atOnce(i -> clerk().patch(path, "{'subject': 'S" + i + "'}", "If-Match", tag));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(AT_ONCE - 1);
  }

  @Test
  void oneOfSeveralConfirmsAWaiver() throws Exception {
    String opened =
        CASE.replace("}]}", "}], 'milestones': [{'kind': 'REPORT', 'due': '2026-10-31'}]}");
    String reference = clerk().post("/api/instruments", opened).body().path("reference").asText();
    Caller.Answer proposed =
        clerk()
            .as("mddtManager")
            .post(
                "/api/instruments/" + reference + "/milestones/1/waivers",
                "{'reason': 'Not needed', 'authority': 'Order 13'}");
    String confirmation = proposed.header("Location") + "/confirmation";
    List<Caller.Answer> answers = atOnce(i -> clerk().as("mddtDeputy").post(confirmation, ""));
    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 200)
        .allMatch(answer -> answer.status() == 422 || answer.status() == 409);
    assertThat(entries(reference, "WAIVER_CONFIRMED")).isEqualTo(1);
  }

  private static List<Caller.Answer> atOnce(IntFunction<Caller.Answer> work)
      throws InterruptedException, ExecutionException {
    return atOnce(AT_ONCE, work);
  }

  /** All stand ready before the first begins. */
  private static <T> List<T> atOnce(int times, IntFunction<T> work)
      throws InterruptedException, ExecutionException {
    ExecutorService people = Executors.newFixedThreadPool(times);
    CyclicBarrier ready = new CyclicBarrier(times);
    try {
      List<Callable<T>> works = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        int number = i;
        works.add(
            () -> {
              ready.await();
              return work.apply(number);
            });
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : people.invokeAll(works)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      people.shutdownNow();
    }
  }

  private String open() {
    return clerk().post("/api/instruments", CASE).body().path("reference").asText();
  }

  private int events(String reference) {
    return jdbc.sql("select count(*) from event where reference = ?")
        .param(reference)
        .query(Integer.class)
        .single();
  }

  private int entries(String reference, String change) {
    return jdbc.sql("select count(*) from journal where reference = ? and change = ?")
        .params(reference, change)
        .query(Integer.class)
        .single();
  }

  private String key(String name) {
    return getClass().getSimpleName() + name;
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
