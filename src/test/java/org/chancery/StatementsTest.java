package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.deadline.Sweeping;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * How many statements and commits each thing that people do costs: {@code
 * docs/generated/statements.md}. Whoever makes one cost more sees it here, on any machine. In an
 * application of its own, since what a list costs may hang on what other tests have left in it.
 */
@ChanceryTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true"
    })
class StatementsTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'milestones': [%s]}\
      """;

  private static final String REPORT = "{'kind': 'REPORT', 'due': '2026-12-31'}";

  /** What reading cases costs, however many. */
  private static final int A_CASE = 4;

  /** What looking at a chunk of the register costs at the most, however many cases are in it. */
  private static final int A_SWEEP = 30;

  @LocalServerPort int port;
  @Autowired Sweeping sweeping;
  @Autowired JdbcClient jdbc;

  /** The report is looked up only where all has been judged. */
  @BeforeEach
  void sweep() {
    sweeping.sweep();
  }

  @Test
  void eachUseCostsWhatItCost() throws IOException {
    Guest manager = Guest.at(port, "mfaManager");
    String read = opened();
    Map<String, Faults.Calls> costs = new LinkedHashMap<>();
    costs.put("open a case with twelve deadlines by REST", cost(() -> open(milestones(12))));
    costs.put(
        "record an event",
        cost(
            this::opened,
            path ->
                clerk()
                    .post(path + "/events", "{'kind': 'PROPOSAL_SUBMITTED', 'on': '2026-11-02'}")));
    costs.put(
        "complete a task",
        cost(
            () -> task(opened()),
            task -> clerk().post(task + "/completion", "{'on': '2026-11-20'}")));
    costs.put(
        "extend a deadline",
        cost(
            this::opened,
            path ->
                clerk()
                    .as("mddtManager")
                    .post(
                        path + "/milestones/1/extensions",
                        "{'to': '2027-01-31', 'reason': 'Snow', 'authority': 'Order 1'}")));
    costs.put("read a case by REST", cost(() -> clerk().get(read)));
    costs.put("the first twenty tasks of a clerk", cost(() -> clerk().get("/api/tasks?limit=20")));
    costs.put("search by REST", cost(() -> clerk().get("/api/instruments?q=memorandum&limit=20")));
    costs.put(
        "the overdue report by REST", cost(() -> clerk().get("/api/reports/overdue?limit=50")));
    costs.put("the page of the overdue report", page(manager, "/reports/overdue"));
    costs.put("the page of a case", page(manager, read.replace("/api", "")));
    Golden.check("statements.md", written(costs), getClass());
  }

  /** Whether one of the cases has a parent makes the difference of one more reading. */
  @Test
  void aPageOfTasksCostsTheSameHoweverLongItIs() {
    for (int n = 0; n < 10; n++) {
      opened();
    }
    int two = cost(() -> clerk().get("/api/tasks?limit=2")).statements();
    int ten = cost(() -> clerk().get("/api/tasks?limit=10")).statements();
    assertThat(ten - two).isBetween(0, A_CASE);
  }

  /** Nor does it write a row; the sweep before has written what there was to write. */
  @Test
  void aSweepAsksTheSameHoweverManyCasesHaveNotChanged() {
    opened();
    sweep();
    Faults.Calls few = swept();
    for (int n = 0; n < 10; n++) {
      opened();
    }
    sweep();
    assertThat(swept()).isEqualTo(few);
    assertThat(few.rows()).isZero();
    assertThat(few.commits()).isEqualTo(1);
    assertThat(few.statements()).isBetween(10, A_SWEEP);
  }

  /** Beside the glance at them, cases that have changed are judged in one transaction. */
  @Test
  void aSweepJudgesWhatHasChangedTogether() {
    int changed = 10;
    for (int n = 0; n < changed; n++) {
      opened();
    }
    sweep();
    assertThat(jdbc.sql("update verdict set place = place + 1 where kind is not null").update())
        .isGreaterThanOrEqualTo(changed);
    Faults.Calls swept = swept();
    assertThat(swept.rows()).isGreaterThanOrEqualTo(changed);
    assertThat(swept.commits()).isLessThanOrEqualTo(changed / 2);
  }

  private Faults.Calls swept() {
    return Faults.during("sweep-", sweeping::sweep);
  }

  /** The second time: what is remembered of the first is no cost of each. */
  private static Faults.Calls cost(Supplier<Caller.Answer> use) {
    return cost(() -> "", nothing -> use.get());
  }

  private static Faults.Calls cost(Supplier<String> before, Function<String, Caller.Answer> use) {
    assertThat(use.apply(before.get()).status()).isLessThan(300);
    String path = before.get();
    return Faults.during(() -> assertThat(use.apply(path).status()).isLessThan(300));
  }

  private static Faults.Calls page(Guest guest, String path) {
    assertThat(guest.get(path).statusCode()).isEqualTo(200);
    return Faults.during(() -> assertThat(guest.get(path).statusCode()).isEqualTo(200));
  }

  private static String written(Map<String, Faults.Calls> costs) {
    return costs.entrySet().stream()
        .map(
            cost ->
                "| %s | %d | %d |\n"
                    .formatted(
                        cost.getKey(), cost.getValue().statements(), cost.getValue().commits()))
        .collect(
            Collectors.joining(
                "",
                """
                # What things cost

                Statements and commits of the database, counted in the running application when the same was asked before;
                a batch is one statement, and so is a call with several. Login, rights and the engine's own are in it.

                | Use | Statements | Commits |
                | --- | ---: | ---: |
                """,
                ""));
  }

  private Caller.Answer open(String milestones) {
    return clerk().post("/api/instruments", CASE.formatted(milestones));
  }

  private static String milestones(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj("{'kind': 'REPORT', 'due': '2027-%02d-28'}"::formatted)
        .collect(Collectors.joining(", "));
  }

  private String opened() {
    return open(REPORT).header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private String task(String path) {
    return "/api/tasks/" + clerk().taskIn(path.replaceFirst(".*/", ""));
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
