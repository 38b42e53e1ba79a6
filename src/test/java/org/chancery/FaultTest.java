package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R14: Whichever call of the database fails in a write, nothing of it is left, or all of it; and
 * the same request sent again under its key succeeds.
 */
@ChanceryTest
class FaultTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2026-12-31'}]}\
      """;

  /** What a write leaves something in. */
  private static final String[] TABLES = {
    "instrument",
    "party",
    "involvement",
    "milestone",
    "event",
    "decision",
    "journal",
    "verdict",
    "case_word",
    "document",
    "document_version",
    "content",
    "content_chunk",
    "idempotency_key",
    "act_ru_execution",
    "act_ru_task",
    "act_hi_procinst",
    "act_hi_taskinst",
    "act_ru_authorization"
  };

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  /** A write: what it is sent to is made anew for each failure. */
  private record Write(
      Function<FaultTest, String> of, BiFunction<String, String, Caller.Answer> send) {}

  @AfterEach
  void mend() {
    Faults.end();
  }

  @Test
  void aCaseIsOpenedWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> "/api/instruments",
            (path, key) -> clerk().post(path, CASE, "Idempotency-Key", key)),
        "opened");
  }

  @Test
  void anEventIsRecordedWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> test.opened() + "/events",
            (path, key) ->
                clerk()
                    .post(
                        path,
                        "{'kind': 'PROPOSAL_SUBMITTED', 'on': '2026-11-02'}",
                        "Idempotency-Key",
                        key)),
        "recorded");
  }

  @Test
  void aDeadlineIsExtendedWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> test.opened() + "/milestones/1/extensions",
            (path, key) ->
                clerk()
                    .as("mddtManager")
                    .post(
                        path,
                        "{'to': '2027-01-31', 'reason': 'Snow', 'authority': 'Order 1'}",
                        "Idempotency-Key",
                        key)),
        "extended");
  }

  @Test
  void aTaskIsCompletedWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> "/api/tasks/" + test.task() + "/completion",
            (path, key) -> clerk().post(path, "{'on': '2026-11-20'}", "Idempotency-Key", key)),
        "completed");
  }

  @Test
  void aTextIsFiledWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> test.opened() + "/documents",
            (path, key) ->
                clerk()
                    .send(
                        path,
                        "multipart/form-data; boundary=line",
                        BodyPublishers.ofString(
                            """
                            --line\r
                            Content-Disposition: form-data; name="language"\r
                            \r
                            en\r
                            --line\r
                            Content-Disposition: form-data; name="file"; filename="text.txt"\r
                            \r
                            The Parties shall cooperate. %s\r
                            --line--\r
                            """
                                .formatted(key)),
                        "Idempotency-Key",
                        key)),
        "filed");
  }

  @Test
  void aLineIsImportedWholeOrNotAtAll() {
    everyFailureOf(
        new Write(
            test -> "/api/instruments:import",
            (path, key) ->
                clerk()
                    .send(
                        path,
                        "application/x-ndjson",
                        BodyPublishers.ofString(CASE.replace('\'', '"').replace("\n", " ") + "\n"),
                        "Idempotency-Key",
                        key)),
        "imported");
  }

  /** Lets the first call fail, then the second, until there is none left to fail. */
  private void everyFailureOf(Write write, String name) {
    int step = Proof.isFullReliability() ? 1 : 9;
    int failures = 0;
    boolean struck = true;
    for (int n = 1; struck; n += step) {
      String path = write.of().apply(this);
      String key = name + n;
      Map<String, Long> before = rows();
      Faults.at(n);
      Caller.Answer answer = write.send().apply(path, key);
      struck = Faults.end();
      if (isDone(answer)) {
        assertThat(rows()).as("%s, call %d", name, n).isNotEqualTo(before);
      } else {
        failures++;
        assertThat(answer.status()).as("%s, call %d", name, n).isEqualTo(503);
        assertThat(rows()).as("%s, call %d", name, n).isEqualTo(before);
      }
      assertThat(isDone(write.send().apply(path, key))).as("%s, again after %d", name, n).isTrue();
    }
    assertThat(failures).isPositive();
    Proof.count("R14", "calls that failed (" + name + ")", failures);
  }

  /** Also the one line that was imported. */
  private static boolean isDone(Caller.Answer answer) {
    return answer.status() < 300 && answer.body().path("status").asInt(201) == 201;
  }

  private Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (String table : TABLES) {
      rows.put(table, jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }
    return rows;
  }

  private String opened() {
    return clerk()
        .post("/api/instruments", CASE)
        .header("Location")
        .replaceFirst("^https?://[^/]+", "");
  }

  private String task() {
    return clerk().taskIn(opened().replaceFirst(".*/", ""));
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
