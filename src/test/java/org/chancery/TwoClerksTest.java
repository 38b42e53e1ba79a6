package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chancery.instrument.Reference;
import org.chancery.process.Processes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R13: of two clerks who complete, extend or withdraw the same thing at once, by the API or on
 * pages, one wins; the other is told that she came second, and what to do.
 */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoClerksTest {

  private static final int ROUNDS = Proof.isFullReliability() ? 200 : 3;
  private static final List<String> TWO = List.of("mddtManager", "mddtDeputy");
  private static final String REASONS = "'reason': 'Late', 'authority': 'Order 1'";
  private static final String WITHDRAWN = "{'kind': 'WITHDRAWN', 'on': '2026-11-20'}";
  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Of two'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2026-12-31', 'body': 'mddt'}]}""";

  private final ExecutorService both = Executors.newFixedThreadPool(2);
  private final CyclicBarrier ready = new CyclicBarrier(2);
  private int rounds;

  @SuppressWarnings("NullAway.Init") // come in before the first test
  private List<Guest> guests;

  @SuppressWarnings("NullAway.Init") // come in before the first test
  private List<Trespasser> inTasklist;

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;

  /** What one of the two was answered. */
  private record Answer(int status, String text) {

    static Answer of(Caller.Answer answer) {
      return new Answer(answer.status(), answer.response().body());
    }

    static Answer of(HttpResponse<String> page) {
      return new Answer(page.statusCode(), page.body());
    }

    static Answer of(Trespasser.Seen seen) {
      return new Answer(seen.status(), seen.text());
    }
  }

  /** What each of them does; 0 and 1. */
  private interface Deed {
    Answer by(int who);
  }

  /** What both do to a case. */
  private interface Both {
    Deed to(Reference reference);
  }

  @BeforeAll
  void comeIn() {
    guests = TWO.stream().map(account -> Guest.at(port, account)).toList();
    inTasklist = TWO.stream().map(account -> Trespasser.at(port, "manager", account)).toList();
    inTasklist.forEach(each -> each.knock("GET", "/camunda/app/tasklist/default/"));
  }

  @AfterAll
  void leave() {
    both.shutdown();
    Proof.count("R13", "rounds of two at once", rounds);
  }

  @Test
  void completeAStepByTheApi() throws Exception {
    oneWins(
        "EVENT_RECORDED",
        409,
        "This task is done already",
        reference -> {
          String task = "/api/tasks/" + task(reference) + "/completion";
          return who -> Answer.of(caller(who).post(task, "{'on': '2026-11-20'}"));
        });
  }

  @Test
  void completeAStepInTheTaskList() throws Exception {
    oneWins(
        "EVENT_RECORDED",
        409,
        "This task is done already",
        reference -> {
          String form =
              "/camunda/api/engine/engine/default/task/" + task(reference) + "/submit-form";
          return who ->
              Answer.of(
                  inTasklist
                      .get(who)
                      .knock(
                          "POST",
                          form,
                          "{'variables': {'on': {'value': '2026-11-20', 'type': 'String'}}}"));
        });
  }

  @Test
  void extendADeadlineByTheApi() throws Exception {
    oneWins(
        "EXTENDED",
        412,
        "It has changed since you read it",
        reference -> {
          String path = "/api/instruments/" + reference;
          String tag = caller(0).get(path).header("ETag");
          return who ->
              Answer.of(
                  caller(who)
                      .post(
                          path + "/milestones/1/extensions",
                          "{'to': '2027-0%d-01', %s}".formatted(who + 1, REASONS),
                          "If-Match",
                          tag));
        });
  }

  @Test
  void extendADeadlineOnAPage() throws Exception {
    oneWins(
        "EXTENDED",
        412,
        "It has changed since you read it",
        reference -> {
          String page = "/instruments/" + reference + "/milestones/1/extensions";
          String version = field(guests.get(0).get(page).body(), "version");
          return who ->
              Answer.of(
                  guests
                      .get(who)
                      .submit(
                          page,
                          page,
                          "version",
                          version,
                          "/to",
                          "2027-0%d-01".formatted(who + 1),
                          "/reason",
                          "Late",
                          "/authority",
                          "Order 1"));
        });
  }

  @Test
  void withdrawAWaiverByTheApi() throws Exception {
    oneWins(
        "WAIVER_WITHDRAWN",
        409,
        "propose another if it is still wanted",
        reference -> {
          String withdrawal = waived(reference) + "/withdrawal";
          return who -> Answer.of(caller(who).post(withdrawal, ""));
        });
  }

  @Test
  void withdrawAWaiverOnAPage() throws Exception {
    oneWins(
        "WAIVER_WITHDRAWN",
        409,
        "propose another if it is still wanted",
        reference -> {
          String withdrawal = waived(reference).replace("/api", "") + "/withdrawal";
          String page = "/instruments/" + reference;
          return who -> Answer.of(guests.get(who).submit(page, withdrawal));
        });
  }

  @Test
  void withdrawACaseByTheApi() throws Exception {
    oneWins(
        "EVENT_RECORDED",
        409,
        "nothing is left to do",
        reference -> {
          String events = "/api/instruments/" + reference + "/events";
          return who -> Answer.of(caller(who).post(events, WITHDRAWN));
        });
  }

  @Test
  void withdrawACaseOnAPage() throws Exception {
    oneWins(
        "EVENT_RECORDED",
        409,
        "nothing is left to do",
        reference -> {
          String page = "/instruments/" + reference;
          return who ->
              Answer.of(
                  guests
                      .get(who)
                      .submit(page, page + "/events", "/kind", "WITHDRAWN", "/on", "2026-11-20"));
        });
  }

  /** The second is told whether he comes while the first is at it, or after. */
  private void oneWins(String change, int second, String told, Both deeds) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Reference reference = desk.open("mddtClerk", CASE);
      List<Answer> answers = atOnce(deeds.to(reference));
      assertThat(answers)
          .as("%s: %s", reference, answers)
          .filteredOn(answer -> answer.status() < 300)
          .hasSize(1);
      assertThat(answers)
          .filteredOn(answer -> answer.status() >= 300)
          .singleElement()
          .satisfies(answer -> assertThat(answer.status()).isEqualTo(second))
          .satisfies(answer -> assertThat(answer.text()).contains(told));
      assertThat(entries(reference, change)).as("%s", reference).isOne();
      rounds++;
    }
  }

  private List<Answer> atOnce(Deed deed) throws Exception {
    List<Future<Answer>> asked = new ArrayList<>();
    for (int who = 0; who < 2; who++) {
      int one = who;
      asked.add(
          both.submit(
              () -> {
                ready.await();
                return deed.by(one);
              }));
    }
    return List.of(asked.get(0).get(), asked.get(1).get());
  }

  private String task(Reference reference) {
    return processes.openSteps(reference).stream()
        .filter(step -> step.step().equals("draft"))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String waived(Reference reference) {
    return caller(0)
        .post("/api/instruments/" + reference + "/milestones/1/waivers", "{" + REASONS + "}")
        .header("Location");
  }

  private static String field(String page, String name) {
    return page.replaceAll("(?s).*name=\"" + name + "\" value=\"([^\"]*)\".*", "$1");
  }

  private long entries(Reference reference, String change) {
    return jdbc.sql("select count(*) from journal where reference = ? and change = ?")
        .params(reference.value(), change)
        .query(Long.class)
        .single();
  }

  private Caller caller(int who) {
    return Caller.at(port, TWO.get(who));
  }
}
