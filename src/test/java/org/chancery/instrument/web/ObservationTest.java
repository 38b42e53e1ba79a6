package org.chancery.instrument.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The figures observed of a target, over HTTP and on the page of its case. */
@ChanceryTest
class ObservationTest {

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Trade'}, 'responsibleBody': 'economy',
       'participatingBodies': ['mddt'], 'parties': [{'code': 'AZ'}],
       'targets': [{'id': 'turnover', 'quantity': 'trade turnover', 'value': 200, 'unit': 'USD',
         'baseline': {'value': 100, 'period': '2023', 'source': {'outlet': 'An agency'}},
         'start': '2024-01-01', 'end': '2028-12-31'}]}""";

  @LocalServerPort int port;

  @Test
  void aFigureIsAddedBesideThoseThatAreKnown() {
    String path = open();
    Caller.Answer first = clerk().post(observations(path), figure("110", "2024"));
    assertThat(first.status()).isEqualTo(201);
    assertThat(first.header("Location")).isEqualTo(observations(path) + "/1");
    assertThat(first.body().path("target").asText()).isEqualTo("turnover");
    clerk().post(observations(path), figure("130", "2024"));
    JsonNode all = clerk().get(observations(path)).body().path("items");
    assertThat(all.findValuesAsText("value")).containsExactly("110", "130");
    assertThat(clerk().get(observations(path) + "/2").body()).isEqualTo(all.get(1));
    assertThat(clerk().get(observations(path) + "/3").status()).isEqualTo(404);
    Caller.Answer page = clerk().get(observations(path) + "?limit=1");
    assertThat(page.body().path("items")).hasSize(1);
    assertThat(page.header("Link")).contains("after=1");
    assertThat(clerk().get(observations(path) + "?limit=1&after=1").header("Link")).isEmpty();
  }

  @Test
  void itIsAChangeOfTheCaseInTheJournal() {
    String path = open();
    String before = clerk().get(path).header("ETag");
    clerk().post(observations(path), figure("110", "2024"));
    assertThat(clerk().get(path).header("ETag")).isNotEqualTo(before);
    JsonNode entries = clerk().get(path + "/journal").body().path("items");
    JsonNode last = entries.get(entries.size() - 1);
    assertThat(last.path("change").asText()).isEqualTo("OBSERVATION_ADDED");
    assertThat(last.path("before").isNull()).isTrue();
    assertThat(last.path("after").path("target").asText()).isEqualTo("turnover");
    assertThat(last.path("after").path("value").asInt()).isEqualTo(110);
  }

  @Test
  void theSameKeyAddsItOnce() {
    String path = open();
    for (int i = 0; i < 2; i++) {
      Caller.Answer answer =
          clerk().post(observations(path), figure("110", "2024"), "Idempotency-Key", path);
      assertThat(answer.status()).isEqualTo(201);
    }
    assertThat(clerk().get(observations(path)).body().path("items")).hasSize(1);
  }

  @Test
  void whoeverKeepsTheCaseAddsFigures() {
    String path = open();
    for (String account :
        new String[] {"economyClerk", "economyManager", "mfaClerk", "registrar"}) {
      assertThat(post(account, path, "turnover").status()).as(account).isEqualTo(201);
    }
    for (String account : new String[] {"mddtClerk", "lawyer"}) {
      assertThat(post(account, path, "turnover").status()).as(account).isEqualTo(403);
    }
    assertThat(post("healthClerk", path, "turnover").status()).isEqualTo(404);
    assertThat(post("economyClerk", path, "freight").status()).isEqualTo(404);
    assertThat(clerk().get(path + "/targets/freight/observations").status()).isEqualTo(404);
  }

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        Arguments.of("{'period': '2024'}", 400, "/value"),
        Arguments.of("{'value': '110', 'period': '2024'}", 400, "/value"),
        Arguments.of("{'value': 110, 'period': '2024/..'}", 400, "/period"),
        Arguments.of("{'value': 110, 'period': '2024~'}", 400, "/period"),
        Arguments.of("{'value': 110, 'period': '2024', 'unit': 't'}", 400, "/unit"),
        Arguments.of("{'value': 110, 'period': '2024', 'source': {}}", 400, "/source/outlet"),
        Arguments.of("{'value': 110, 'period': '2026'}", 422, "/period"));
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void whatIsWrongIsNamed(String body, int status, String pointer) {
    String path = open();
    Caller.Answer answer = clerk().post(observations(path), body);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body().path("errors").findValuesAsText("pointer")).containsExactly(pointer);
    assertThat(clerk().get(observations(path)).body().path("items")).isEmpty();
  }

  @Test
  void whatASourceForetellsIsStoredAndCountsWhenItsPeriodHasEnded() {
    String path = open();
    assertThat(clerk().post(observations(path), figure("110", "2026")).status()).isEqualTo(201);
    assertThat(rules(path, "2026-11-21")).isEmpty();
    assertThat(rules(path, "2026-12-31")).containsExactly("target-behind");
  }

  @Test
  void aTargetThatDoesNotHangTogetherIsNotStored() {
    Caller.Answer answer =
        clerk()
            .post(
                "/api/instruments",
                CASE.replace("'value': 200", "'factor': 0").replace("2028-12-31", "2023-12-31"));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body().path("errors").findValuesAsText("pointer"))
        .containsExactlyInAnyOrder("/targets/0/factor", "/targets/0/end");
  }

  @Test
  void theFindingNamesTheTargetAndItsFigures() {
    String path = open();
    clerk().post(observations(path), figure("110", "2025"));
    JsonNode finding = clerk().get(path + "/findings?asOf=2026-11-21").body().path("items").get(0);
    assertThat(finding.path("subject").path("target").asText()).isEqualTo("turnover");
    assertThat(finding.path("subject").path("milestone").isNull()).isTrue();
    assertThat(finding.path("due").path("latest").asText()).isEqualTo("2028-12-31");
    assertThat(finding.path("shortfall").path("min").asText()).isEqualTo("29.98");
    assertThat(finding.path("facts").findValuesAsText("kind"))
        .containsExactly("TARGET", "BASELINE", "OBSERVATION");
    assertThat(finding.path("explanation").asText())
        .isEqualTo(
            "The target “trade turnover” is behind its line: it stood at 110 USD in 2025 (An"
                + " agency), and the straight way from 100 USD to 200 USD by 2028-12-31 stood at"
                + " 139.98 USD on 2025-12-31. The difference is 29.98 USD.");
  }

  @Test
  void theReportNamesWhatTheTargetMeasures() {
    String path = open();
    clerk().post(observations(path), figure("110", "2025"));
    String reference = path.substring(path.lastIndexOf('/') + 1);
    assertThat(clerk().all("/api/reports/overdue?asOf=2026-11-21&body=economy&limit=200"))
        .filteredOn(item -> item.path("subject").path("reference").asText().equals(reference))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.path("quantity").asText()).isEqualTo("trade turnover");
              assertThat(item.path("milestone").isNull()).isTrue();
            });
    assertThat(
            clerk()
                .get("/api/reports/overdue.csv?asOf=2026-11-21&body=economy")
                .response()
                .body()
                .lines())
        .anyMatch(
            line ->
                line.startsWith(reference + ",") && line.contains(",turnover,,trade turnover,"));
    assertThat(Guest.at(port, "economyClerk").get("/reports/overdue?asOf=2026-11-21").body())
        .contains("trade turnover");
  }

  @Test
  void thePageShowsTheFiguresAndTakesAnother() {
    String path = open().substring("/api".length());
    Guest clerk = Guest.at(port, "economyClerk");
    assertThat(clerk.get(path).body())
        .contains("trade turnover", "200 USD", "There is nothing to judge yet", "Add a figure");
    HttpResponse<String> added =
        clerk.submit(
            path,
            path + "/targets/turnover/observations",
            "/value",
            "1110.5",
            "/period",
            "2025",
            "/source/outlet",
            "Customs");
    assertThat(added.statusCode()).isEqualTo(200);
    assertThat(added.body())
        .contains("The figure is added.", "1,110.5 USD", "Customs", "It is on its way");
    assertThat(Guest.at(port, "mddtClerk").get(path).body())
        .contains("Customs")
        .doesNotContain("Add a figure");
  }

  @Test
  void aFigureThatIsWrongStandsInItsFormAsTyped() {
    String path = open().substring("/api".length());
    HttpResponse<String> page =
        Guest.at(port, "economyClerk")
            .submit(
                path,
                path + "/targets/turnover/observations",
                "/value",
                "much",
                "/period",
                "2026-12");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("value=\"much\"", "value=\"2026-12\"", "is not a number");
  }

  private Caller.Answer post(String account, String path, String target) {
    return Caller.at(port, account)
        .post(path + "/targets/" + target + "/observations", figure("110", "2024"));
  }

  private java.util.List<String> rules(String path, String day) {
    return clerk().get(path + "/findings?asOf=" + day).body().findValuesAsText("rule");
  }

  private String open() {
    Caller.Answer opened = clerk().post("/api/instruments", CASE);
    assertThat(opened.status()).as("%s", opened.body()).isEqualTo(201);
    return "/api/instruments/" + opened.body().path("reference").asText();
  }

  private static String observations(String path) {
    return path + "/targets/turnover/observations";
  }

  private static String figure(String value, String period) {
    return "{'value': %s, 'period': '%s', 'source': {'outlet': 'An agency'}}"
        .formatted(value, period);
  }

  private Caller clerk() {
    return Caller.at(port, "economyClerk");
  }
}
