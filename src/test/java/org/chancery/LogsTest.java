package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.cockpit.Cockpit;
import org.chancery.web.Problems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Logs: nothing that a user writes makes an entry of its own, and no secret is written down. */
@ChanceryTest
@ExtendWith(OutputCaptureExtension.class)
class LogsTest {

  private static final String SLIPPED =
      "x\r\n2026-11-21T00:00:00.000Z  INFO org.chancery : admin logged in\u001b[2J\u202e";
  private static final String SECRET = "s3cret-of-somebody";

  @LocalServerPort int port;

  @Test
  void aMessageStaysOnItsLine(CapturedOutput log) {
    LoggerFactory.getLogger(Problems.class).warn("Told of {}", SLIPPED);
    assertThat(log.getAll())
        .contains("Told of x\\u000d\\u000a2026-11-21")
        .doesNotContain("\u001b[2J");
    assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("2026-11-21T00:00:00.000Z"));
  }

  @Test
  void aFailureStaysBelowItsEntry(CapturedOutput log) {
    Exception failure = new IllegalStateException(SLIPPED, new IllegalArgumentException(SLIPPED));
    LoggerFactory.getLogger(Problems.class).error("It failed", failure);
    assertThat(log.getAll()).contains("IllegalStateException", "LogsTest").doesNotContain("\u001b");
    assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("2026-11-21T00:00:00.000Z"));
  }

  @Test
  void noSecretIsWrittenDown(CapturedOutput log) {
    Caller caller = Caller.at(port, "mddtClerk");
    String basic =
        Base64.getEncoder()
            .encodeToString(("mddtClerk:" + SECRET).getBytes(StandardCharsets.UTF_8));
    caller.get("/api/feeds/deadlines.ics?token=" + SECRET);
    caller.send(
        "/api/instruments", "application/json", BodyPublishers.ofString("{\"x\": " + SECRET));
    caller.send(
        "/login",
        "application/x-www-form-urlencoded",
        BodyPublishers.ofString("username=a&password=" + SECRET));
    caller.get("/api/instruments?q=" + SECRET, "X-Key", SECRET, "Cookie", "JSESSIONID=" + SECRET);
    assertThat(log.getAll()).doesNotContain(SECRET, basic, "Authorization");
  }

  @Test
  void aSaneIdIsTakenOverAndAnotherReplaced() {
    Caller caller = Caller.at(port, "mddtClerk");
    assertThat(caller.get("/api/tasks", "X-Request-Id", "from-proxy-42").header("X-Request-Id"))
        .isEqualTo("from-proxy-42");
    assertThat(caller.get("/api/tasks").header("X-Request-Id")).matches("[0-9a-f-]{36}");
    assertThat(caller.get("/api/tasks", "X-Request-Id", "a b<c>d\"e=f").header("X-Request-Id"))
        .matches("[0-9a-f-]{36}");
    assertThat(caller.get("/nothing/here", "X-Request-Id", "from-proxy-43").header("X-Request-Id"))
        .isEqualTo("from-proxy-43");
  }

  /**
   * The engine's page fails before it is ours, and the server writes that down when we are done.
   */
  @Test
  void whatTheServerSaysOfAFailureTellsTheRequestToo(CapturedOutput log) {
    if (!SLF4JBridgeHandler.isInstalled()) {
      SLF4JBridgeHandler.install(); // which a house that ended has taken away
    }
    Trespasser manager = Trespasser.at(port, "manager", "mddtManager");
    Cockpit.setCockpitRuntimeDelegate(null); // filled again before the next test
    Trespasser.Seen seen = manager.knock("GET", "/camunda/app/tasklist/");
    assertThat(seen.status()).isEqualTo(500);
    Matcher id = Pattern.compile("x-request-id=\\[([0-9a-f-]{36})]").matcher(seen.text());
    assertThat(id.find()).isTrue();
    assertThat(log.getAll().lines())
        .anyMatch(
            line -> line.contains(" [" + id.group(1) + "] ") && line.contains("threw exception"));
  }

  @Test
  void aLineTellsWhichRequestItIsAbout(CapturedOutput log) {
    MDC.put("request", "told-of-1");
    LoggerFactory.getLogger(Problems.class).warn("Told of it");
    MDC.remove("request");
    assertThat(log.getAll().lines())
        .anyMatch(line -> line.contains(" [told-of-1] ") && line.endsWith("Told of it"));
  }
}
