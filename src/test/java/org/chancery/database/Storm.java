package org.chancery.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.chancery.Caller;
import org.chancery.Proof;

/**
 * Clients that open cases one after the other while the database is in trouble, each under a key of
 * its own, which is repeated until it is acknowledged; and what they were told.
 */
final class Storm implements AutoCloseable {

  private static final int CLIENTS = 4;

  /** Within which each request is answered, whatever happens. */
  private static final Duration LONGEST = Duration.ofSeconds(5);

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum %s'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}\
      """;

  private final Node node;
  private final String name;
  private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
  private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger keys = new AtomicInteger();
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong slowest = new AtomicLong();
  private final Map<Integer, String> surprises = new ConcurrentHashMap<>();
  private volatile boolean over;

  private Storm(Node node, String name) {
    this.node = node;
    this.name = name;
  }

  static Storm against(Node node, String name) {
    Storm storm = new Storm(node, name);
    for (int i = 0; i < CLIENTS; i++) {
      storm.clients.execute(storm::open);
    }
    return storm;
  }

  private void open() {
    while (!over) {
      String key = name + keys.incrementAndGet();
      while (!acknowledged.containsKey(key) && !clients.isShutdown()) {
        tell(key);
      }
    }
  }

  private void tell(String key) {
    long begun = System.nanoTime();
    Caller.Answer answer =
        node.as("mddtClerk").post("/api/instruments", CASE.formatted(key), "Idempotency-Key", key);
    slowest.accumulateAndGet(System.nanoTime() - begun, Math::max);
    if (answer.status() == 201) {
      acknowledged.put(key, answer.body().path("reference").asText());
      written.incrementAndGet();
    } else {
      notice(answer);
      refused.incrementAndGet();
    }
  }

  private void notice(Caller.Answer answer) {
    boolean isClean =
        answer.status() == 503
            && answer.header("Retry-After").equals("5")
            && answer.header("Content-Type").startsWith("application/problem+json");
    if (!isClean && answer.status() != 409) {
      surprises.put(answer.status(), answer.body().toString());
    }
  }

  /** How long it takes until the next case is acknowledged. */
  Duration untilItWrites() {
    return until(written::get);
  }

  Duration untilItIsRefused() {
    return until(refused::get);
  }

  /** Until each client has had such an answer. */
  private static Duration until(LongSupplier count) {
    long begun = System.nanoTime();
    long before = count.getAsLong();
    while (count.getAsLong() < before + CLIENTS) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
      LockSupport.parkNanos(10_000_000);
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    over = true;
    clients.shutdownNow();
  }

  /** Each client's last key is acknowledged. */
  void end() throws InterruptedException {
    over = true;
    long begun = System.nanoTime();
    while (acknowledged.size() < keys.get()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(60));
      LockSupport.parkNanos(10_000_000);
    }
    clients.shutdown();
    assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
  }

  /** Each key has one case, with the reference that was told, and with a journal. */
  void hasLostNothing(Postgres server) throws SQLException {
    assertThat(surprises).isEmpty();
    assertThat(Duration.ofNanos(slowest.get())).isLessThan(LONGEST);
    try (Connection connection = server.connect("chancery");
        PreparedStatement cases =
            connection.prepareStatement(
                """
                select i.reference from instrument i
                join journal j on j.reference = i.reference and j.number = 1
                where i.description like ? and exists
                  (select 1 from act_hi_procinst p where p.business_key_ = i.reference)\
                """)) {
      for (Map.Entry<String, String> each : acknowledged.entrySet()) {
        cases.setString(1, "%Memorandum " + each.getKey() + "\"%");
        assertThat(references(cases)).isEqualTo(each.getValue());
      }
    }
    Proof.count("R3", "cases acknowledged (" + name + ")", acknowledged.size());
    Proof.count("R3", "requests refused meanwhile (" + name + ")", refused.get());
    Proof.count("R3", "slowest answer in milliseconds (" + name + ")", slowest.get() / 1_000_000);
  }

  private static String references(PreparedStatement cases) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (ResultSet rows = cases.executeQuery()) {
      while (rows.next()) {
        all.append(rows.getString(1));
      }
    }
    return all.toString();
  }
}
