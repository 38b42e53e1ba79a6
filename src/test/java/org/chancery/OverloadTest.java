package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * R18: Three times as many requests as the server can answer: four fifths of what it can are
 * answered all the same, the others are refused in plain words, and ten seconds later all is well.
 * What it can is measured before and after, since the register grows meanwhile; it may not do much
 * less after than before. The load is made on the same processors, so each is measured by the time
 * that was left to the server.
 */
class OverloadTest {

  private static final int CLIENTS = 16;
  private static final int TIMES = 3;
  private static final double GOODPUT = 0.8;
  private static final Duration MEASURED = Duration.ofSeconds(20);
  private static final OperatingSystemMXBean MACHINE =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration RECOVERY = Duration.ofSeconds(10);
  private static final String CASE =
      """
      {"type": "MEMORANDUM", "title": {"en": "Memorandum"}, "responsibleBody": "mddt",
       "parties": [{"code": "AZ"}, {"code": "KZ"}],
       "milestones": [{"kind": "REPORT", "due": "2030-06-30"}]}\
      """;

  @TempDir Path folder;
  private final ExecutorService clients = Executors.newCachedThreadPool(OverloadTest::client);
  private final ConcurrentLinkedDeque<Wire> wires = new ConcurrentLinkedDeque<>();
  private final AtomicInteger asked = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicInteger other = new AtomicInteger();

  @Test
  void fourFifthsOfWhatItCanDoIsDoneUnderThreeTimesThat() throws Exception {
    assumeTrue(Proof.isFullReliability(), "in bin/prove reliability only");
    try (Server server = Server.start(folder, List.of())) {
      closedLoop(server); // warm
      Rate before = closedLoop(server);
      Rate goodput = openLoop(server, before.perSecond() * TIMES);
      int refusals = refused.get();
      long begun = System.nanoTime();
      while (!isWell(server)) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(RECOVERY);
      }
      long recovered = Duration.ofNanos(System.nanoTime() - begun).toMillis();
      Rate after = closedLoop(server);
      Proof.count("R18", "requests a second that it could answer before", before.rounded());
      Proof.count("R18", "requests a second that it could answer after", after.rounded());
      Proof.count("R18", "answered a second under three times as many", goodput.rounded());
      double share = 2 * goodput.perLeft() / (before.perLeft() + after.perLeft());
      Proof.count("R18", "% of what it could in the time left to it", Math.round(100 * share));
      Proof.count("R18", "refused", refusals);
      Proof.count("R18", "milliseconds until all was well", recovered);
      assertThat(after.perLeft()).isGreaterThan(GOODPUT * before.perLeft());
      assertThat(share).isGreaterThan(GOODPUT);
      assertThat(refusals).isPositive();
      assertThat(other).as("neither done nor refused in plain words").hasValue(0);
      assertThat(server.process().isAlive()).isTrue();
    }
  }

  /** Ends with the test, however that ends. */
  private static Thread client(Runnable work) {
    Thread client = new Thread(work, "client");
    client.setDaemon(true);
    return client;
  }

  /**
   * How many were answered.
   *
   * @param perSecond in a second of the wall
   * @param perLeft in a second of the processors' time that those who ask left to the server
   */
  private record Rate(double perSecond, double perLeft) {

    long rounded() {
      return Math.round(perSecond);
    }
  }

  /** As many as some clients get who ask for the next when they have the last. */
  private Rate closedLoop(Server server) {
    AtomicBoolean goesOn = new AtomicBoolean(true);
    done.set(0);
    List<CompletableFuture<?>> all = new ArrayList<>();
    long own = MACHINE.getProcessCpuTime();
    long begun = System.nanoTime();
    for (int n = 0; n < CLIENTS; n++) {
      all.add(
          CompletableFuture.runAsync(
              () -> {
                while (goesOn.get()) {
                  send(server);
                }
              },
              clients));
    }
    LockSupport.parkNanos(MEASURED.toNanos());
    goesOn.set(false);
    all.forEach(CompletableFuture::join);
    return rate(begun, own);
  }

  /** As they come, whether those before have been answered or not. */
  private Rate openLoop(Server server, double perSecond) {
    done.set(0);
    refused.set(0);
    other.set(0);
    long pause = Math.round(1e9 / perSecond);
    long own = MACHINE.getProcessCpuTime();
    long begun = System.nanoTime();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (long next = begun; next - begun < MEASURED.toNanos(); next += pause) {
      LockSupport.parkNanos(next - System.nanoTime());
      all.add(CompletableFuture.runAsync(() -> send(server), clients));
    }
    all.forEach(CompletableFuture::join);
    return rate(begun, own);
  }

  private Rate rate(long begun, long own) {
    double wall = (System.nanoTime() - begun) / 1e9;
    double left =
        wall * MACHINE.getAvailableProcessors() - (MACHINE.getProcessCpuTime() - own) / 1e9;
    return new Rate(done.get() / wall, done.get() / left);
  }

  /** Half of them read the report, half open a case. */
  private void send(Server server) {
    boolean opens = asked.incrementAndGet() % 2 == 0;
    String request =
        opens
            ? request("POST /api/instruments", "Content-Type: application/json", CASE)
            : request("GET /api/reports/overdue?limit=20", "Accept: application/json", "");
    Wire wire = wires.pollFirst();
    try {
      if (wire == null) {
        wire = new Wire(URI.create(server.address()).getPort(), PATIENCE);
      }
      Wire.Answer answer = wire.ask(request.getBytes(StandardCharsets.UTF_8));
      count(answer);
      if (answer.head().contains("connection: close")) {
        wire.close(); // as after each refusal
      } else {
        wires.addFirst(wire);
      }
    } catch (IOException | NumberFormatException broken) {
      other.incrementAndGet();
    }
  }

  private void count(Wire.Answer answer) {
    if (answer.status() < 300) {
      done.incrementAndGet();
    } else if (answer.status() == 503
        && answer.head().contains("retry-after:")
        && answer.body().contains("urn:chancery:problem:")) {
      refused.incrementAndGet();
    } else {
      other.incrementAndGet();
    }
  }

  private static boolean isWell(Server server) {
    try (Wire wire = new Wire(URI.create(server.address()).getPort(), Duration.ofSeconds(1))) {
      String tasks = request("GET /api/tasks", "Accept: application/json", "");
      return wire.ask(tasks.getBytes(StandardCharsets.UTF_8)).status() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String request(String what, String header, String body) {
    String login =
        Base64.getEncoder().encodeToString("mddtClerk:demo".getBytes(StandardCharsets.UTF_8));
    return "%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Basic %s\r\n%s\r\nContent-Length: %d\r\n\r\n%s"
        .formatted(what, login, header, body.length(), body);
  }
}
