package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** S12: where no proxy was declared, nobody is believed to come from somewhere else. */
@SpringBootTest(
    classes = AccessTest.House.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"chancery.demo=false", "camunda.bpm.enabled=false"})
class InTheClearTest extends AccessTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private ServletContext server;

  @Test
  void whoeverNamesAnotherAddressWithEachGuessIsSlowedAllTheSame() throws Exception {
    clerk("victim");
    for (int address = 1; address <= 5; address++) {
      assertThat(guess("192.0.2." + address)).isEqualTo(401);
    }
    assertThat(guess("192.0.2.6")).isEqualTo(429);
  }

  @Test
  void theCookieIsForNoScriptAndNoOthersPage() throws Exception {
    HttpRequest login = request("/login").header("X-Forwarded-Proto", "https").build();
    var headers = HTTP.send(login, BodyHandlers.discarding()).headers();
    assertThat(headers.firstValue("Set-Cookie").orElseThrow())
        .startsWith("JSESSIONID=")
        .contains("; HttpOnly", "; SameSite=Lax")
        .doesNotContain("Secure");
    assertThat(headers.map()).doesNotContainKey("strict-transport-security");
  }

  @Test
  void aLoginNobodyUsesLastsHalfAnHour() {
    assertThat(server.getSessionTimeout()).isEqualTo(30);
  }

  private int guess(String from) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString("victim:guess".getBytes(StandardCharsets.UTF_8));
    return HTTP.send(
            request("/api/me")
                .header("X-Forwarded-For", from)
                .header("Forwarded", "for=" + from)
                .header("X-Real-IP", from)
                .header("Authorization", "Basic " + basic)
                .build(),
            BodyHandlers.discarding())
        .statusCode();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
