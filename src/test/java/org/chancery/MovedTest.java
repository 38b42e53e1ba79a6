package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** S3: who is moved to another body, or leaves, is so in the task list at once. */
@ChanceryTest
class MovedTest {

  private static final String ENGINE = "/camunda/api/engine/engine/default";
  private static final String MOVED = "cultureClerk";

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  private Trespasser clerk;
  private String left;
  private String joined;

  @BeforeEach
  void tasksWait() {
    left = taskOf("culture");
    joined = taskOf("education");
    clerk = Trespasser.at(port, "clerk", MOVED);
    clerk.knock("GET", "/camunda/app/tasklist/default/");
  }

  @AfterEach
  void restore() {
    change("{'bodies': ['culture'], 'enabled': true, 'email': null}");
  }

  private String taskOf(String body) {
    Reference reference =
        desk.open(
            body + "Clerk",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'Waits'}, 'responsibleBody': '%s',
             'parties': [{'code': 'AZ'}],
             'milestones': [{'kind': 'MEASURE', 'due': '../2028-10-31'}]}\
            """
                .formatted(body));
    return processes.openSteps(reference).get(0).id();
  }

  private void change(String how) {
    change(Trespasser.at(port, "admin", "admin"), how);
  }

  private static void change(Trespasser admin, String how) {
    assertThat(admin.knock("PATCH", "/api/accounts/" + MOVED, how).status()).isEqualTo(200);
  }

  private int status(String method, String path, String said) {
    return clerk.knock(method, ENGINE + path, said).status();
  }

  private JsonNode read(String path) throws IOException {
    String seen = clerk.knock("GET", ENGINE + path).text();
    return new ObjectMapper().readTree(seen.substring(seen.indexOf('\n') + 1));
  }

  private String list(String name) throws IOException {
    for (JsonNode each : read("/filter?firstResult=0&maxResults=99")) {
      if (each.path("name").asText().equals(name)) {
        return "/filter/" + each.path("id").asText();
      }
    }
    throw new AssertionError(name);
  }

  @Test
  void theTasksOfTheOldBodyVanishAndThoseOfTheNewAppear() throws IOException {
    String all = list("All I may see");
    String old = list("My ministry's");
    assertThat(status("GET", "/task/" + left, "")).isEqualTo(200);
    assertThat(status("GET", "/task/" + joined, "")).isEqualTo(404);
    assertThat(read(all + "/list?firstResult=0&maxResults=99").toString())
        .contains(left)
        .doesNotContain(joined);
    assertThat(status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}")).isEqualTo(204);

    change("{'bodies': ['education']}");

    assertThat(status("GET", "/task/" + left, "")).isEqualTo(404);
    assertThat(status("GET", "/task/" + joined, "")).isEqualTo(200);
    JsonNode seen = read(all + "/list?firstResult=0&maxResults=99");
    assertThat(seen.toString()).contains(joined).doesNotContain(left);
    assertThat(read(all + "/count").path("count").asInt()).isEqualTo(seen.size());
    assertThat(read(list("Mine") + "/count").path("count").asInt()).isZero();
    assertThat(status("GET", old + "/list?firstResult=0&maxResults=99", "")).isEqualTo(403);
    assertThat(list("My ministry's")).isNotEqualTo(old);
    assertThat(processes.step(left).orElseThrow().assignee()).as("given back").isNull();
  }

  @Test
  void whatSheMayStillDoSheKeeps() {
    status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}");
    change("{'bodies': ['culture', 'education']}");
    assertThat(processes.step(left).orElseThrow().assignee()).isEqualTo(MOVED);
    assertThat(status("POST", "/task/" + left + "/unclaim", "{}")).isEqualTo(204);
  }

  @Test
  void whatIsDoneInThatVeryMomentNeedNotBeGivenBack() {
    status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}");
    assertClosesThoughTheTaskEnds();
  }

  /** Who gave it back herself has kept the leave that came with the claim. */
  @Test
  void norItsLeave() {
    status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}");
    assertThat(leave()).isOne();
    assertThat(status("POST", "/task/" + left + "/unclaim", "{}")).isEqualTo(204);
    assertClosesThoughTheTaskEnds();
  }

  private void assertClosesThoughTheTaskEnds() {
    Trespasser admin = Trespasser.at(port, "admin", "admin");
    OpenStep step = processes.step(left).orElseThrow();
    CompletableFuture<Void> closed =
        transaction.execute(
            status -> {
              processes.pass(step);
              CompletableFuture<Void> closing =
                  CompletableFuture.runAsync(() -> change(admin, "{'enabled': false}"));
              untilItWaits(closing);
              return closing;
            });
    closed.join();
    assertThat(status("GET", "/task", "")).isEqualTo(401);
    assertThat(processes.step(left)).isEmpty();
    assertThat(leave()).isZero();
  }

  private void untilItWaits(CompletableFuture<Void> work) {
    String waiting =
        "select count(*) from information_schema.sessions where blocker_id is not null";
    while (jdbc.sql(waiting).query(Integer.class).single() == 0) {
      assertThat(work).as("it waits for the task").isNotDone();
      Thread.onSpinWait();
    }
  }

  private int leave() {
    return jdbc.sql(
            "select count(*) from act_ru_authorization where user_id_ = ? and resource_id_ = ?")
        .param(MOVED)
        .param(left)
        .query(Integer.class)
        .single();
  }

  @Test
  void whereNothingIsGivenBackNobodyWaitsForATask() {
    status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}");
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("select id_ from act_ru_task where id_ = ? for update")
              .param(left)
              .query(String.class)
              .single();
          change("{'email': 'moved@example.org'}");
        });
    assertThat(processes.step(left).orElseThrow().assignee()).isEqualTo(MOVED);
  }

  @Test
  void whoseAccountIsClosedIsOutAtOnceAndHoldsNothing() {
    status("POST", "/task/" + left + "/claim", "{'userId': '{me}'}");
    change("{'enabled': false}");
    assertThat(status("GET", "/task/" + left, "")).isEqualTo(401);
    assertThat(status("GET", "/task", "")).isEqualTo(401);
    assertThat(processes.step(left).orElseThrow().assignee()).isNull();
  }
}
