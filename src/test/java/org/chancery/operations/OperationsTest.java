package org.chancery.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Faults;
import org.chancery.TestTime;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What whoever keeps the machine going is told, and who is told nothing. */
@ChanceryTest
class OperationsTest {

  private static final String PROBES = "/actuator/health/";
  private static final String FIGURES = "/actuator/prometheus";

  /** So many series at the most, whatever was called; the routes alone make some hundreds. */
  private static final int MOST = 6_000;

  private static final Pattern TAG = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired ApplicationContext context;
  @Autowired Desk desk;

  @Test
  void aNodeThatRunsIsAliveAndReady() throws Exception {
    for (String probe : List.of("liveness", "readiness")) {
      HttpResponse<String> answer = get(PROBES + probe);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
    }
  }

  @Test
  void aNodeThatStartsOrStopsIsAliveAndNotReady() throws Exception {
    AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
    try {
      HttpResponse<String> ready = get(PROBES + "readiness");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
      assertThat(get(PROBES + "liveness").statusCode()).isEqualTo(200);
    } finally {
      AvailabilityChangeEvent.publish(context, ReadinessState.ACCEPTING_TRAFFIC);
    }
    assertThat(get(PROBES + "readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void aNodeWithoutItsDatabaseIsAliveAndNotReady() throws Exception {
    Faults.away(true);
    try {
      HttpResponse<String> ready = get(PROBES + "readiness");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}");
      assertThat(get(PROBES + "liveness").statusCode()).isEqualTo(200);
    } finally {
      Faults.away(false);
    }
    assertThat(get(PROBES + "readiness").statusCode()).isEqualTo(200);
  }

  @Test
  void figuresAreForOperatorsAndAdministratorsOnly() throws Exception {
    assertThat(Caller.at(port, "admin").get(FIGURES).status()).isEqualTo(200);
    assertThat(figures())
        .contains("chancery_cases_open ", "chancery_milestones_overdue ", "chancery_sweep_age_")
        .contains("chancery_jobs_failed ", "chancery_incidents_open ", "chancery_outbox_waiting ")
        .contains("chancery_journal_unsealed ", "hikaricp_connections", "jvm_memory_used_bytes");
    for (String other : List.of("mddtClerk", "mddtManager", "registrar", "lawyer", "service")) {
      assertThat(Caller.at(port, other).get(FIGURES).status()).as(other).isEqualTo(403);
    }
    assertThat(get(FIGURES).statusCode()).isEqualTo(401);
  }

  @Test
  void figuresFollowTheRegisterAndAreFeltOnceAMinute() {
    double before = openCases(1000);
    Reference opened = opened();
    assertThat(openCases(1059)).as("within the minute, without %s", opened).isEqualTo(before);
    assertThat(openCases(1060)).isEqualTo(before + 1);
  }

  /** Whatever is called, no series is made of a reference, an account or an address. */
  @Test
  void noSeriesIsMadeOfWhatSomebodySends() throws Exception {
    Reference reference = opened();
    Caller clerk = Caller.at(port, "mddtClerk");
    for (int n = 0; n < 50; n++) {
      clerk.get("/api/instruments/" + reference + "/freeway" + n);
      clerk.get("/freeway" + n + "?q=freeway");
      clerk.get("/api/instruments/" + reference + "/events");
      send("FREEWAY" + n, "/login");
    }
    List<MatchResult> tags = TAG.matcher(figures()).results().toList();
    assertThat(tags).hasSizeGreaterThan(100);
    assertThat(tags.stream().map(tag -> tag.group(2)).distinct())
        .noneMatch(value -> value.matches(".*\\d{4}-\\d{6}-[0-9X].*"))
        .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("freeway"))
        .noneMatch(value -> value.contains("mddtClerk"));
    assertThat(tags.stream().filter(tag -> tag.group(1).equals("uri")).map(tag -> tag.group(2)))
        .contains("/api/instruments/{reference}/events");
    assertThat(figures().lines().filter(line -> !line.startsWith("#")).count()).isLessThan(MOST);
  }

  private Reference opened() {
    return desk.open(
        "mddtClerk",
        """
        {'type': 'UNDERTAKING', 'title': {'en': 'Counted'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}]}""");
  }

  private double openCases(int secondsLater) {
    Instant then = TestTime.TODAY.atTime(8, 0).toInstant(ZoneOffset.UTC).plusSeconds(secondsLater);
    String all = TestTime.at(then, this::figures);
    String line =
        all.lines()
            .filter(each -> each.startsWith("chancery_cases_open "))
            .findFirst()
            .orElseThrow();
    return Double.parseDouble(line.substring(line.indexOf(' ') + 1));
  }

  private String figures() {
    return Caller.at(port, "operator").get(FIGURES).response().body();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path);
  }

  private HttpResponse<String> send(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, BodyPublishers.noBody())
            .build();
    return HTTP.send(request, BodyHandlers.ofString());
  }
}
