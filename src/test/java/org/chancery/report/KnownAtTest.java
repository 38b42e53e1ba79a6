package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.TestTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was known at another moment, and what a report said on another day. */
@ChanceryTest
class KnownAtTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 10);
  private static final LocalDate SECOND = LocalDate.of(2026, 10, 20);
  private static final LocalDate THIRD = LocalDate.of(2026, 11, 1);

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  /** Nobody else's case has the party, so that nothing else is in the answers. */
  @Test
  void aReportSaysAgainWhatItSaidOnTheDay() {
    Map<LocalDate, JsonNode> said = new LinkedHashMap<>();
    String reference = on(FIRST, () -> open("FJ", "2026-10-01"));
    said.put(FIRST, on(FIRST, () -> answers(reference, "FJ", "")));
    on(SECOND, () -> correctAll(reference, "FJ"));
    said.put(SECOND, on(SECOND, () -> answers(reference, "FJ", "")));
    on(THIRD, () -> correctAgain(reference));
    said.put(THIRD, on(THIRD, () -> answers(reference, "FJ", "")));
    said.forEach(
        (day, then) -> {
          String asThen = "asOf=" + day + "&knownAt=" + endOf(day);
          assertThat(answers(reference, "FJ", asThen)).as("on %s", day).isEqualTo(then);
        });
    assertThat(said.values()).doesNotHaveDuplicates();
    assertThat(answers(reference, "FJ", "asOf=" + FIRST))
        .as("on the first day, as known now")
        .isNotIn(said.values());
    assertThat(said.values())
        .allSatisfy(then -> assertThat(then.path("report").path("items")).isNotEmpty());
  }

  @Test
  void theAnswerSaysByWhatItWasKnown() {
    JsonNode report = get("/api/reports/overdue?asOf=2026-10-10&knownAt=2026-10-11T00:00:00Z");
    assertThat(report.path("asOf").asText()).isEqualTo("2026-10-10");
    assertThat(report.path("knownAt").asText()).isEqualTo("2026-10-11T00:00:00Z");
    JsonNode ahead = get("/api/reports/overdue/summary?knownAt=2100-01-01T00:00:00Z");
    assertThat(ahead.path("asOf").asText()).isEqualTo(TestTime.TODAY.toString());
    assertThat(ahead.path("knownAt").asText()).isEqualTo("2026-11-21T08:00:00Z");
  }

  @Test
  void withoutADayItIsJudgedAtTheDayOfTheInstant() {
    String reference = on(FIRST, () -> open("TO", "2026-10-31"));
    for (String evening : List.of("2026-10-31T19:59:59Z", "2026-10-31T20:00:00Z")) {
      boolean over = evening.contains("T20");
      assertThat(get(milestones(reference) + "/1?knownAt=" + evening).path("status").asText())
          .isEqualTo(over ? "OVERDUE" : "DUE_TODAY");
    }
  }

  @Test
  void aMicrosecondDecides() {
    String reference = on(FIRST, () -> open("TO", "2026-10-01"));
    Instant corrected = Instant.parse("2026-10-15T10:00:00.123456Z");
    TestTime.at(corrected, () -> correctDue(reference, "2026-12-01"));
    Map<String, String> due =
        Map.of(
            "2026-10-15T10:00:00.123455Z", "2026-10-01",
            "2026-10-15T10:00:00.123455999Z", "2026-10-01",
            "2026-10-15T10:00:00.123456Z", "2026-12-01",
            "2026-10-15T10:00:00.123456001Z", "2026-12-01");
    due.forEach(
        (instant, day) ->
            assertThat(get(milestones(reference) + "/1?knownAt=" + instant).path("due").asText())
                .as(instant)
                .isEqualTo(day));
  }

  @Test
  void aCaseOpenedLaterIsInNoListAndNotFoundByItself() {
    String reference = on(SECOND, () -> open("WS", "2026-10-01"));
    String before = "knownAt=2026-10-19T00:00:00Z";
    assertThat(get("/api/findings?party=WS&" + before).path("items")).isEmpty();
    assertThat(get("/api/findings?party=WS").path("items")).isNotEmpty();
    for (String path : List.of("/milestones", "/milestones/1", "/findings", "/entry-into-force")) {
      Caller.Answer answer = mfa().get("/api/instruments/" + reference + path + "?" + before);
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.body().path("detail").asText()).contains("2026-10-19T00:00:00Z");
    }
  }

  @Test
  void whatWasKnownEarlierHasNoEntityTagToCorrectItBy() {
    String path = milestones(on(FIRST, () -> open("TO", "2026-10-01"))) + "/1";
    assertThat(mfa().get(path).header("ETag")).isNotEmpty();
    assertThat(mfa().get(path + "?asOf=2026-10-12").header("ETag")).isNotEmpty();
    assertThat(mfa().get(path + "?knownAt=2026-10-12T00:00:00Z").header("ETag")).isEmpty();
  }

  @Test
  void aMalformedDayOrInstantIsRefusedEverywhere() {
    String instrument = "/api/instruments/" + on(FIRST, () -> open("TO", "2026-10-01"));
    for (String path :
        List.of(
            instrument + "/milestones",
            instrument + "/milestones/1",
            instrument + "/findings",
            instrument + "/entry-into-force",
            "/api/findings",
            "/api/reports/overdue",
            "/api/reports/overdue.csv",
            "/api/reports/overdue/summary")) {
      for (String wrong :
          List.of("asOf=2026-02-30", "asOf=0000-01-01", "asOf=today", "knownAt=2026-10-10")) {
        Caller.Answer answer = mfa().get(path + "?" + wrong);
        assertThat(answer.status()).as("%s?%s", path, wrong).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body().path("detail").asText())
            .startsWith(
                '"'
                    + (wrong.startsWith("asOf=") ? wrong.substring("asOf=".length()) : "knownAt")
                    + '"');
      }
    }
  }

  private String open(String party, String due) {
    String body =
        """
        {'type': 'AGREEMENT', 'title': {'en': 'As first told'}, 'responsibleBody': 'mddt',
         'binding': true, 'parties': [{'code': 'AZ'}, {'code': '%s'}], 'period': '2026/2027',
         'entryIntoForce': {'general': {'trigger': 'DEPOSIT', 'count': 1, 'offset': 'P10D'}},
         'milestones': [
           {'kind': 'REPORT', 'due': '%s', 'body': 'mddt'},
           {'kind': 'MEASURE', 'due': '2026-12-01', 'body': 'energy'},
           {'kind': 'ENTRY_INTO_FORCE', 'due': '2026-10-12'}],
         'events': [
           {'kind': 'SIGNED', 'on': '2026-09-01', 'source': {'outlet': 'AZERTAC'}}]}"""
            .formatted(party, due);
    Caller.Answer answer = mfa().post("/api/instruments", body);
    assertThat(answer.status()).isEqualTo(201);
    return answer.body().path("reference").asText();
  }

  /** Corrects the description, a deadline and an event, and adds one of each and a decision. */
  private String correctAll(String reference, String party) {
    patch(
        reference,
        "",
        "{'title': {'en': 'As told later'}, 'slug': 'told-%s', 'period': '2026/2026-10-25'}"
            .formatted(party.toLowerCase(java.util.Locale.ROOT)));
    correctDue(reference, "2026-12-20");
    String instrument = "/api/instruments/" + reference;
    post(instrument + "/events", event("SIGNED", "2026-09-05", "'corrects': 1"));
    post(instrument + "/events", event("DEPOSITED", "2026-10-01", "'party': 'AZ'"));
    post(instrument + "/milestones", "{'kind': 'PUBLICATION', 'due': '2026-10-15'}");
    jdbc.sql(
            """
            insert into decision (reference, id, milestone, kind, to_date, reason, authority, body,
              decided_by, decided_at)
            values (?, 1, 2, 'EXTENSION', '2027-03-01', 'why', 'order 1', 'energy',
              'energyManager', ?)""")
        .params(reference, noon(SECOND).atOffset(ZoneOffset.UTC))
        .update();
    return reference;
  }

  /** Corrects the same once more, and opens a case that replaces it. */
  private String correctAgain(String reference) {
    patch(reference, "", "{'title': {'en': 'As told last'}, 'binding': null}");
    correctDue(reference, "2026-10-30");
    post(
        "/api/instruments/" + reference + "/events",
        event("MEASURE_DONE", "2026-10-31", "'milestone': 2"));
    String replacing =
        """
        {'type': 'PROGRAMME', 'title': {'en': 'Another'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'FJ'}],
         'parent': {'reference': '%s', 'relation': 'REPLACES'},
         'milestones': [{'kind': 'REPORT', 'due': '2026-10-01'}]}"""
            .formatted(reference);
    post("/api/instruments", replacing);
    return reference;
  }

  private static String event(String kind, String on, String more) {
    return "{'kind': '%s', 'on': '%s', %s, 'source': {'outlet': 'AZERTAC'}}"
        .formatted(kind, on, more);
  }

  private String correctDue(String reference, String due) {
    patch(reference, "/milestones/1", "{'due': '" + due + "'}");
    return reference;
  }

  private void patch(String reference, String path, String body) {
    String instrument = "/api/instruments/" + reference;
    String tag = mfa().get(instrument).header("ETag");
    Caller.Answer answer = mfa().patch(instrument + path, body, "If-Match", tag);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
  }

  private void post(String path, String body) {
    Caller.Answer answer = mfa().post(path, body);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(201);
  }

  /** All that depends on what is known, but for the instant itself. */
  private JsonNode answers(String reference, String party, String when) {
    String instrument = "/api/instruments/" + reference;
    String report = "/api/reports/overdue";
    String query = "?party=" + party + "&" + when;
    return JsonNodeFactory.instance
        .objectNode()
        .<ObjectNode>set("report", withoutInstant(get(report + query)))
        .<ObjectNode>set("summary", withoutInstant(get(report + "/summary" + query)))
        .<ObjectNode>set("all", get("/api/findings" + query))
        .<ObjectNode>set("milestones", get(instrument + "/milestones?" + when))
        .<ObjectNode>set("findings", get(instrument + "/findings?" + when))
        .set("force", get(instrument + "/entry-into-force?" + when));
  }

  private static JsonNode withoutInstant(JsonNode answer) {
    ((ObjectNode) answer).remove("knownAt");
    return answer;
  }

  private JsonNode get(String path) {
    Caller.Answer answer = mfa().get(path);
    assertThat(answer.status()).as("%s: %s", path, answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String milestones(String reference) {
    return "/api/instruments/" + reference + "/milestones";
  }

  private static <T> T on(LocalDate day, java.util.function.Supplier<T> work) {
    return TestTime.at(noon(day), work);
  }

  private static Instant noon(LocalDate day) {
    return day.atTime(12, 0).toInstant(ZoneOffset.UTC);
  }

  private static Instant endOf(LocalDate day) {
    ZoneId baku = ZoneId.of("Asia/Baku");
    return day.plusDays(1).atStartOfDay(baku).minusNanos(1000).toInstant();
  }

  private Caller mfa() {
    return Caller.at(port, "mfaClerk");
  }
}
