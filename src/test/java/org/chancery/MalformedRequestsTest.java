package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S19: malformed requests, made from the description of the API: none fails on our side, and each
 * error is a problem (RFC 9457) that tells nothing internal. With {@code -Dsecurity=full} 20,000 of
 * them; {@code -Dsecurity.seed} repeats a run.
 */
@ChanceryTest
class MalformedRequestsTest {

  private static final int COUNT = "full".equals(System.getProperty("security")) ? 20_000 : 1_500;
  private static final long SEED = Long.getLong("security.seed", 20261121L);
  private static final List<String> ACCOUNTS =
      List.of("mfaManager", "mddtManager", "mddtClerk", "admin", "lawyer", "registrar");
  private static final String INTERNAL = "(?s).*(java\\.|org\\.|Exception|select .* from |SQL).*";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @LocalServerPort int port;
  @Autowired Desk desk;

  @Test
  void noneFailsOnOurSideAndEachErrorIsAProblem() throws Exception {
    JsonNode api = Caller.at(port, "service").get("/v3/api-docs").body();
    Malformed malformed = new Malformed(api, SEED, List.of(aCase().value(), aCase().value()));
    assertThat(malformed.operationCount()).isGreaterThan(40);
    Map<String, String> faults = new LinkedHashMap<>();
    for (int number = 0; number < COUNT && faults.size() < 40; number++) {
      Malformed.Request request = malformed.request(number);
      String fault = fault(request, send(request, ACCOUNTS.get(number % ACCOUNTS.size())));
      if (!fault.isEmpty()) {
        faults.putIfAbsent(fault, number + ": " + shown(request));
      }
    }
    assertThat(faults).as("seed %d, of %d requests", SEED, COUNT).isEmpty();
    Proof.count("S19", "malformed requests sent", COUNT);
    Proof.count("S19", "operations of the API", malformed.operationCount());
    Proof.count("S19", "failures on our side", faults.size());
  }

  private Reference aCase() {
    return desk.open(
        "mddtClerk",
        """
        {'type': 'AGREEMENT', 'title': {'en': 'Tried'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
         'targets': [{'id': 'turnover', 'quantity': 'turnover', 'value': 5, 'unit': 'USD', 'end': '2028'}],
         'milestones': [{'kind': 'MEASURE', 'name': {'en': 'M'}, 'due': '2026-11'},
                        {'kind': 'REPORT', 'due': '../2027-01-01'}],
         'events': [{'kind': 'DRAFTED', 'on': '2026-11-01'}]}""");
  }

  private HttpResponse<String> send(Malformed.Request request, String account)
      throws IOException, InterruptedException {
    String login =
        Base64.getEncoder().encodeToString((account + ":demo").getBytes(StandardCharsets.UTF_8));
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + request.path()))
            .timeout(Duration.ofSeconds(60))
            .method(
                request.method(),
                request.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(request.body(), StandardCharsets.ISO_8859_1));
    request.headers().forEach(sent::setHeader);
    return http.send(
        sent.setHeader("Authorization", "Basic " + login).build(), BodyHandlers.ofString());
  }

  /** What is wrong with the answer; empty when nothing is. */
  private String fault(Malformed.Request request, HttpResponse<String> answer) throws IOException {
    int status = answer.statusCode();
    String where = request.method() + " " + request.path().replaceAll("[?].*|[0-9X-]{13}", "");
    if (status < 400) {
      return isImport(request) && answer.body().lines().anyMatch(this::isFailure)
          ? where + " fails at a line: " + answer.body()
          : "";
    }
    String type = answer.headers().firstValue("Content-Type").orElse("no type");
    if (status >= 500) {
      return where + " fails: " + status;
    }
    if (!type.startsWith("application/problem+json")) {
      return where + " answers " + status + " as " + type;
    }
    JsonNode problem = json.readTree(answer.body());
    boolean isWhole =
        problem.path("status").asInt() == status
            && !problem.path("type").asText().isEmpty()
            && !problem.path("title").asText().isEmpty()
            && !problem.path("detail").asText().isEmpty();
    if (!isWhole) {
      return where + " answers no whole problem: " + answer.body();
    }
    String detail = problem.path("detail").asText();
    return detail.matches(INTERNAL) ? where + " tells " + detail : "";
  }

  private static boolean isImport(Malformed.Request request) {
    return request.path().startsWith("/api/instruments:import");
  }

  /** Whether the result of a line says that it failed on our side. */
  private boolean isFailure(String result) {
    try {
      return json.readTree(result).path("status").asInt() >= 500;
    } catch (JsonProcessingException broken) {
      return true;
    }
  }

  private static String shown(Malformed.Request request) {
    String text = Objects.requireNonNullElse(request.body(), "");
    return request.path()
        + " "
        + request.headers()
        + " "
        + text.substring(0, Math.min(text.length(), 600));
  }
}
