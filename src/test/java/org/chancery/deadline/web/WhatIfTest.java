package org.chancery.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What would follow if a signing were moved or a note received; nothing is stored. */
@ChanceryTest
class WhatIfTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'level': 'INTERGOVERNMENTAL', 'title': {'en': 'Supposed'},
       'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'entryIntoForce': {'general': {'trigger': 'LAST_NOTIFICATION_RECEIVED', 'offset': 'P30D'}},
       'milestones': [{'kind': 'SIGNING'}],
       'events': [{'kind': 'SIGNING_PLANNED', 'on': '2026-11-20', 'for': '2026-12-31'}]}""";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private String reference = "";
  private long entries;

  @BeforeEach
  void open() {
    reference = clerk().post("/api/instruments", CASE).body().path("reference").asText();
    entries = entries();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(entries()).isEqualTo(entries);
  }

  @Test
  void aMovedSigningMovesWhatPrecedesIt() {
    assertThat(due(suppose("'add': {}"), "PROPOSAL")).isEqualTo("2026-12-17");
    JsonNode moved =
        suppose(
            "'add': {'events': [{'kind': 'SIGNING_POSTPONED', 'on': '2026-11-21', 'for': '2026-12-01'}]}");
    assertThat(due(moved, "PROPOSAL")).isEqualTo("2026-11-17");
    JsonNode proposal = milestone(moved, "PROPOSAL");
    assertThat(proposal.path("impossible").asBoolean()).isTrue();
    assertThat(proposal.path("earliestPossible").asText()).isEqualTo("2026-12-05");
    assertThat(milestone(moved, "SIGNING").path("planned").asText()).isEqualTo("2026-12-01");
    assertThat(proposal.path("dueBy").path("working").get(0).asText())
        .contains("KZ Law No. 54", "14 calendar days before", "2026-12-01");
  }

  @Test
  void anAssumedNoteGivesTheEntryIntoForce() {
    JsonNode supposed =
        suppose(
            "'add': {'events': ["
                + "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'AZ', 'on': '2027-01-10'},"
                + "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'KZ', 'on': '2027-01-15'}]}");
    assertThat(supposed.path("asOf").asText()).isEqualTo("2027-01-15");
    assertThat(supposed.path("entryIntoForce").path("instrument").path("date").asText())
        .isEqualTo("2027-02-14");
    JsonNode today =
        suppose(
            "'asOf': '2026-11-21', 'add': {'events': ["
                + "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'KZ', 'on': '2027-01-15'}]}");
    assertThat(today.path("entryIntoForce").path("instrument").path("state").asText())
        .isEqualTo("PENDING");
  }

  @Test
  void anotherDescriptionIsJudged() {
    JsonNode republic = suppose("'set': {'level': 'INTERSTATE'}");
    assertThat(due(republic, "PROPOSAL")).isEqualTo("2026-12-01");
  }

  @Test
  void aSupposedDeadlineIsJudged() {
    JsonNode supposed =
        suppose(
            "'asOf': '2027-07-02',"
                + "'add': {'milestones': [{'kind': 'COMPLETION', 'due': '2027-06-30'}]}");
    assertThat(milestone(supposed, "COMPLETION").path("status").asText()).isEqualTo("OVERDUE");
    assertThat(supposed.path("findings").findValuesAsText("rule")).contains("overdue");
  }

  @Test
  void aCaseThatIsNotOpenedIsJudgedToo() {
    JsonNode supposed =
        clerk().post("/api/what-if", "{'case': " + CASE + ", 'asOf': '2026-12-20'}").body();
    assertThat(milestone(supposed, "PROPOSAL").path("status").asText()).isEqualTo("OVERDUE");
  }

  @Test
  void badInputIsRefusedWithAllItsFaults() {
    Caller.Answer answer =
        clerk()
            .post(
                "/api/what-if",
                "{'reference': '"
                    + reference
                    + "', 'wish': 1, 'asOf': 'soon', 'add': {'events': [{'kind': 'SIGNED'}]}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").findValuesAsText("pointer"))
        .contains("/wish", "/asOf", "/add/events/0/on");
    assertThat(clerk().post("/api/what-if", "{}").status()).isEqualTo(400);
    assertThat(
            clerk()
                .post("/api/what-if", "{'case': {'type': 'PACT'}}")
                .body()
                .path("errors")
                .findValuesAsText("pointer"))
        .contains("/case/type");
    assertThat(
            suppose("'add': {'events': [{'kind': 'SIGNED', 'party': 'TR', 'on': '2027'}]}")
                .path("errors")
                .findValuesAsText("pointer"))
        .containsExactly("/add/events/0/party");
    assertThat(suppose("'set': {'parties': []}").path("errors").findValuesAsText("pointer"))
        .contains("/set/parties");
  }

  @Test
  void whoDoesNotSeeTheCaseSupposesNothingOfIt() {
    assertThat(
            Caller.at(port, "healthClerk")
                .post("/api/what-if", "{'reference': '" + reference + "'}")
                .status())
        .isEqualTo(404);
  }

  private JsonNode suppose(String rest) {
    return clerk().post("/api/what-if", "{'reference': '" + reference + "', " + rest + "}").body();
  }

  private static String due(JsonNode supposed, String kind) {
    return milestone(supposed, kind).path("dueBy").path("latest").asText();
  }

  private static JsonNode milestone(JsonNode supposed, String kind) {
    for (JsonNode milestone : supposed.path("milestones")) {
      boolean applies = !milestone.path("status").asText().equals("NOT_APPLICABLE");
      if (applies && milestone.path("kind").asText().equals(kind)) {
        return milestone;
      }
    }
    throw new AssertionError("no " + kind + " in " + supposed);
  }

  private long entries() {
    return jdbc.sql("select count(*) from journal").query(Long.class).single();
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
