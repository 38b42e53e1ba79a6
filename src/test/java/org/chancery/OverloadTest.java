package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R18: Three times as many requests as the server can answer: four fifths of what it can are
 * answered all the same, the others are refused in plain words, and ten seconds later all is well.
 */
class OverloadTest {

  private static final int CLIENTS = 16;
  private static final int TIMES = 3;
  private static final double GOODPUT = 0.8;
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final String CASE =
      """
      {"type": "MEMORANDUM", "title": {"en": "Memorandum"}, "responsibleBody": "mddt",
       "parties": [{"code": "AZ"}, {"code": "KZ"}],
       "milestones": [{"kind": "REPORT", "due": "2030-06-30"}]}\
      """;

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger other = new AtomicInteger();

  @Test
  void fourFifthsOfWhatItCanDoIsDoneUnderThreeTimesThat() throws Exception {
    assumeTrue(Proof.isFullReliability(), "in bin/prove reliability only");
    try (Server server = Server.start(folder, List.of())) {
      closedLoop(server); // warm
      double capacity = closedLoop(server);
      double goodput = openLoop(server, capacity * TIMES);
      long begun = System.nanoTime();
      while (!isWell(server)) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(RECOVERY);
      }
      Proof.count("R18", "requests a second that it can answer", Math.round(capacity));
      Proof.count("R18", "answered a second under three times as many", Math.round(goodput));
      Proof.count("R18", "refused", refused.get());
      Proof.count(
          "R18",
          "milliseconds until all was well",
          Duration.ofNanos(System.nanoTime() - begun).toMillis());
      assertThat(goodput).isGreaterThan(GOODPUT * capacity);
      assertThat(refused).hasPositiveValue();
      assertThat(other).as("neither done nor refused in plain words").hasValue(0);
      assertThat(server.process().isAlive()).isTrue();
    }
  }

  /** As many as some clients get who ask for the next when they have the last. */
  private double closedLoop(Server server) {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    done.set(0);
    List<CompletableFuture<?>> clients = new ArrayList<>();
    long begun = System.nanoTime();
    for (int n = 0; n < CLIENTS; n++) {
      clients.add(again(server, goesOn));
    }
    LockSupport.parkNanos(MEASURED.toNanos());
    goesOn.set(false);
    CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new)).join();
    return perSecond(begun);
  }

  private CompletableFuture<?> again(Server server, AtomicBoolean goesOn) {
    return goesOn.get()
        ? sent(server).thenComposeAsync(answered -> again(server, goesOn))
        : CompletableFuture.completedFuture(null);
  }

  /** As they come, whether those before have been answered or not. */
  private double openLoop(Server server, double perSecond) {
    done.set(0);
    refused.set(0);
    other.set(0);
    long pause = Math.round(1e9 / perSecond);
    long begun = System.nanoTime();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (long next = begun; next - begun < MEASURED.toNanos(); next += pause) {
      LockSupport.parkNanos(next - System.nanoTime());
      all.add(sent(server));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    return perSecond(begun);
  }

  private double perSecond(long begun) {
    return done.get() * 1e9 / (System.nanoTime() - begun);
  }

  /** Half of them read the report, half open a case. */
  private CompletableFuture<?> sent(Server server) {
    boolean opens = asked.incrementAndGet() % 2 == 0;
    HttpRequest.Builder request =
        request(server, opens ? "/api/instruments" : "/api/reports/overdue?limit=20");
    if (opens) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(CASE));
    }
    return http.sendAsync(request.build(), BodyHandlers.ofString())
        .handle((answer, failure) -> count(answer));
  }

  private boolean count(HttpResponse<String> answer) {
    if (answer != null && answer.statusCode() < 300) {
      done.incrementAndGet();
    } else if (answer != null
        && answer.statusCode() == 503
        && answer.headers().firstValue("Retry-After").isPresent()
        && answer.body().contains("urn:chancery:problem:")) {
      refused.incrementAndGet();
    } else {
      other.incrementAndGet();
    }
    return true;
  }

  private boolean isWell(Server server) throws InterruptedException {
    HttpRequest tasks = request(server, "/api/tasks").timeout(Duration.ofSeconds(1)).build();
    try {
      return http.send(tasks, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static HttpRequest.Builder request(Server server, String path) {
    String login =
        Base64.getEncoder().encodeToString("mddtClerk:demo".getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(URI.create(server.address() + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Basic " + login);
  }
}
