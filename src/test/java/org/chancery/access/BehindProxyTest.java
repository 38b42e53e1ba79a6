package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S11: behind a proxy that speaks TLS, cookies and every answer insist on it. */
@SpringBootTest(
    classes = AccessTest.House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "chancery.demo=false",
      "camunda.bpm.enabled=false",
      "server.forward-headers-strategy=native"
    })
class BehindProxyTest extends AccessTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;

  @Test
  void theCookieIsForThisHostOverTlsAndNoScript() throws Exception {
    assertThat(get("/login", "192.0.2.1").headers().firstValue("Set-Cookie"))
        .hasValueSatisfying(
            cookie ->
                assertThat(cookie)
                    .startsWith("__Host-CHANCERY=")
                    .contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax")
                    .doesNotContain("Domain"));
  }

  @Test
  void theLoginLeadsToTheAddressThatPeopleUse() throws Exception {
    assertThat(get("/instruments", "192.0.2.1").headers().firstValue("Location"))
        .hasValue("https://localhost/login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login",
        "/chancery.css",
        "/favicon.ico",
        "/instruments",
        "/api/me",
        "/api//me",
        "/api/feeds/me",
        "/nothing-here",
        "/error",
        "/actuator/health",
        "/webjars/none.js"
      })
  void everyAnswerInsistsOnTlsAndOnItsLimits(String path) throws Exception {
    var headers = get(path, "192.0.2.1").headers();
    assertThat(headers.allValues("Strict-Transport-Security")).hasSize(1);
    assertThat(headers.allValues("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(headers.allValues("X-Frame-Options")).containsExactly("DENY");
    assertThat(headers.allValues("Referrer-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Cross-Origin-Opener-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Cross-Origin-Resource-Policy")).containsExactly("same-origin");
    assertThat(headers.allValues("Permissions-Policy")).hasSize(1);
    assertThat(headers.allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("frame-ancestors 'none'");
    assertThat(headers.map()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void theAddressThatTheProxyTellsIsBelieved() throws Exception {
    clerk("victim");
    for (int address = 1; address <= 6; address++) {
      assertThat(guess("victim", "192.0.2." + address)).isEqualTo(401);
    }
    for (int guess = 1; guess < 5; guess++) {
      guess("victim", "192.0.2.1");
    }
    assertThat(guess("victim", "192.0.2.1")).isEqualTo(429);
  }

  /** The proxy adds the address it saw to what the client said of herself. */
  @Test
  void whatSomebodyInsideSaysOfHerselfIsNotBelieved() throws Exception {
    clerk("target");
    for (int lie = 1; lie <= 5; lie++) {
      assertThat(guess("target", "192.0.2." + lie + ", 10.1.2.3")).isEqualTo(401);
    }
    assertThat(guess("target", "192.0.2.6, 10.1.2.3")).isEqualTo(429);
    assertThat(guess("target", "192.0.2.6, 10.1.2.4")).isEqualTo(401);
  }

  private int guess(String name, String from) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString((name + ":guess").getBytes(StandardCharsets.UTF_8));
    return HTTP.send(
            request("/api/me", from).header("Authorization", "Basic " + basic).build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private HttpResponse<String> get(String path, String from) throws Exception {
    return HTTP.send(request(path, from).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String from) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("X-Forwarded-For", from)
        .header("X-Forwarded-Proto", "https");
  }
}
