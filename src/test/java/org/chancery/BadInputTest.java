package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Bad input gets a clear problem that names the field, and nothing is stored. */
@ChanceryTest
class BadInputTest {

  private static final String GOOD =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'A'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s}""";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  private List<Long> before = List.of();

  @BeforeEach
  void count() {
    before = counts();
  }

  @AfterEach
  void nothingIsStored() {
    assertThat(counts()).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void namesTheField(String name, String body, String pointer) {
    Caller.Answer answer = clerk().post("/api/instruments", body, "Idempotency-Key", "bad " + name);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.body().path("type").asText()).isEqualTo("urn:chancery:problem:invalid-body");
    assertThat(answer.body().path("errors").findValuesAsText("pointer")).contains(pointer);
    assertThat(answer.body().path("errors").findValuesAsText("message")).noneMatch(String::isBlank);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/findings?severity=BAD",
        "/api/reports/overdue?severity=BAD",
        "/api/reports/overdue?extended=BAD",
        "/api/instruments?stage=BAD"
      })
  void tellsWhichValuesThereAre(String path) {
    Caller.Answer answer = clerk().get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/message").asText())
        .startsWith("\"BAD\" is none of: ")
        .contains(", ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          /api/reports/overdue?asOf=31.12.2026      | "31.12.2026" is not a day; write it like 2026-12-31
          /api/findings?asOf=31.12.2026             | "31.12.2026" is not a day; write it like 2026-12-31
          /api/findings?becameOverdueSince=monday   | "monday" is not a day; write it like 2026-12-31
          /api/instruments?updatedSince=2026-12-31  | "updatedSince" is not an instant.
          /api/instruments?limit=all                | "all" is not a whole number
          """)
  void tellsWhatAParameterTakes(String path, String message) {
    Caller.Answer answer = clerk().get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/message").asText()).startsWith(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/findings", "/api/reports/overdue", "/api/instruments"})
  void tellsThatThereIsNoSuchBody(String path) {
    Caller.Answer answer = clerk().get(path + "?body=nobody");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/body");
    assertThat(answer.body().at("/errors/0/message").asText())
        .isEqualTo("\"nobody\" is not a body of this house");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/findings", "/api/reports/overdue", "/api/reports/overdue.csv"})
  void tellsThatThereIsNoSuchRule(String path) {
    Caller.Answer answer = clerk().get(path + "?rule=overdu");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/rule");
    assertThat(answer.body().at("/errors/0/message").asText())
        .startsWith("\"overdu\" is none of: ")
        .contains(", overdue, ");
    assertThat(clerk().get(path + "?rule=overdue").status()).isEqualTo(200);
    assertThat(clerk().get(path + "?rule=").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "99999"})
  void tellsHowFarAheadOneMayLook(String days) {
    Caller.Answer answer = clerk().get("/api/reports/overdue?dueWithin=" + days);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/dueWithin");
    assertThat(answer.body().at("/errors/0/message").asText())
        .startsWith("\"" + days + "\" is not between 0 and ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/reports/overdue?Severity=HIGH",
        "/api/reports/overdue.csv?limit=2",
        "/api/instruments?stagee=DRAFTING",
        "/api/tasks?limit=1&foo=1",
        "/api/rules?foo"
      })
  void tellsWhichParametersThereAre(String path) {
    Caller.Answer answer = clerk().get(path);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asText())
        .startsWith("There is no parameter \"")
        .contains("lang");
  }

  @Test
  void showsHowAFieldIsWritten() {
    Caller.Answer answer =
        clerk().post("/api/instruments", GOOD.formatted(", 'slug': 'Not A Slug'"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/message").asText())
        .isEqualTo("is not written as this field needs it; write it like this: fibre-optic-2025");
  }

  @Test
  void aMistypedRehearsalOpensNothing() {
    Caller.Answer answer =
        clerk()
            .send(
                "/api/instruments:import?dryrun=true",
                "application/x-ndjson",
                BodyPublishers.ofString(GOOD.formatted("").replace("\n", "").replace('\'', '"')));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asText()).contains("\"dryrun\"", "dryRun");
  }

  @Test
  void aRehearsalIsOneOrIsNot() {
    Caller.Answer answer =
        clerk()
            .send(
                "/api/instruments:import?dryRun=maybe",
                "application/x-ndjson",
                BodyPublishers.ofString(GOOD.formatted("").replace("\n", "").replace('\'', '"')));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().at("/errors/0/message").asText())
        .isEqualTo("\"maybe\" is none of: true, false");
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        Arguments.of("an unknown type", GOOD.replace("AGREEMENT", "PACT").formatted(""), "/type"),
        Arguments.of("a malformed date", GOOD.formatted(", 'period': '2022-2026'"), "/period"),
        Arguments.of(
            "a malformed date of an event",
            GOOD.formatted(", 'events': [{'kind': 'SIGNED', 'on': '30.02.2026'}]"),
            "/events/0/on"),
        Arguments.of("a party twice", GOOD.replace("KZ", "AZE").formatted(""), "/parties/1/code"),
        Arguments.of("an unknown party", GOOD.replace("KZ", "QQ").formatted(""), "/parties/1/code"),
        Arguments.of("an unknown field", GOOD.formatted(", 'colour': 'red'"), "/colour"),
        Arguments.of(
            "an unknown body", GOOD.replace("mddt", "space").formatted(""), "/responsibleBody"),
        Arguments.of("no title", "{'type': 'TREATY'}", "/title"),
        Arguments.of(
            "an event of no milestone",
            GOOD.formatted(", 'events': [{'kind': 'MEASURE_DONE', 'on': '2026', 'milestone': 3}]"),
            "/events/0/milestone"));
  }

  @Test
  void refusesTwoMegabytes() {
    String long2 = "x".repeat(2_000_000);
    Caller.Answer answer =
        clerk().post("/api/instruments", GOOD.formatted(", 'slug': '" + long2 + "'"));
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.body().path("detail").asText()).contains("nothing was stored");
  }

  @Test
  void refusesBrokenJson() {
    Caller.Answer answer = clerk().post("/api/instruments", "{'type': 'TREATY'");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("detail").asText()).contains("not well-formed");
  }

  /** In UTF-16 the JSON becomes the name of a field of a form, which the firewall refuses. */
  @Test
  void refusesJsonThatSaysItIsAForm() {
    Caller.Answer answer =
        clerk()
            .send(
                "/api/instruments",
                "application/x-www-form-urlencoded",
                BodyPublishers.ofString("{\"type\": \"TREATY\"}", StandardCharsets.UTF_16));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("type").asText()).isEqualTo("urn:chancery:problem:invalid-body");
  }

  @Test
  void noticesAMistypedReference() {
    Caller.Answer answer = clerk().get("/api/instruments/2026-000132-6");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").findValuesAsText("pointer"))
        .containsExactly("/reference");
    assertThat(answer.body().path("detail").asText()).contains("check character");
  }

  @Test
  void tellsAllThatIsWrongAtOnce() {
    Caller.Answer answer =
        clerk()
            .post(
                "/api/instruments",
                "{'type': 'PACT', 'period': 'soon', 'colour': 1, 'parties': []}");
    assertThat(answer.body().path("errors").findValuesAsText("pointer"))
        .contains("/type", "/period", "/colour", "/parties", "/title", "/responsibleBody");
  }

  @Test
  void acceptsWhatIsGood() {
    Caller.Answer answer = clerk().post("/api/instruments", GOOD.formatted(""));
    assertThat(answer.status()).isEqualTo(201);
    before = counts();
  }

  private List<Long> counts() {
    return Stream.of("instrument", "event", "milestone", "journal", "idempotency_key")
        .map(table -> jdbc.sql("select count(*) from " + table).query(Long.class).single())
        .toList();
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
