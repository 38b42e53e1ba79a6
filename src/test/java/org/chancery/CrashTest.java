package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * R1, R2, R16 and R21: A server that is killed under load has kept every case that it acknowledged,
 * once and whole; one that is stopped answers what it has begun, and what it leaves can be copied.
 */
class CrashTest {

  private static final int CLIENTS = 8;
  private static final int KILLS = Integer.getInteger("kills", 30);
  private static final Duration LONGEST_END = Duration.ofSeconds(20);

  /** What the server said stays to be read where the test fails. */
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  private final Random moments = new Random(7);

  /** As it comes, which is how the README starts it: the database lies in the folder. */
  @Test
  void theEmbeddedDatabaseKeepsWhatWasAcknowledged() throws Exception {
    int kills = Proof.isFullReliability() ? KILLS : 1;
    Reconciliation kept = afterKills(kills, List.of(), embedded(), "");
    isWhole(kept);
    count("R2", kills, kept);
    // The server that was stopped and not killed has not one case that it has not told of.
    Proof.count("R21", "servers stopped under load", 1);
    assertThat(restored()).as("the README's backup, restored").isEqualTo(kept);
    Proof.count("R16", "cases restored on the embedded database", kept.cases());
  }

  /** What a copy holds that was made after the server had stopped. */
  private Reconciliation restored() throws Exception {
    Path copy = Files.createDirectory(folder.resolve("copy")).resolve("chancery");
    Files.copy(folder.resolve("data/chancery.mv.db"), copy.resolveSibling("chancery.mv.db"));
    return reconciled("jdbc:h2:file:" + copy, "chancery", "");
  }

  /** So that it is seen that the test can fail: the first kill that is too early is enough. */
  @Test
  void withADelayTheEmbeddedDatabaseForgets() throws Exception {
    assumeTrue(Proof.isFullReliability(), "in bin/prove reliability only");
    int lost = 0;
    int kills = 0;
    while (lost == 0 && kills < KILLS) {
      kills++;
      folder = Files.createDirectory(folder.resolve("delayed" + kills));
      List<Ledger> ledgers = ledgers();
      try (Server server =
          Server.start(
              folder,
              List.of("--spring.datasource.url=" + embedded() + ";OPTIMIZE_REUSE_RESULTS=0"))) {
        underLoad(ledgers, server, server::kill);
      }
      lost = reconciled(embedded(), "chancery", "").lost().size();
    }
    Proof.count("R2", "kills until cases were lost with the default delay of H2", kills);
    Proof.count("R2", "cases then lost", lost);
    assertThat(lost).isPositive();
  }

  @Test
  void postgresKeepsWhatWasAcknowledged() throws Exception {
    assumeTrue(Proof.isFullReliability(), "in bin/prove reliability only");
    List<String> settings = OnPostgres.emptyDatabase("crashed");
    String url = settings.get(0).replace("spring.datasource.url=", "");
    List<String> arguments = new ArrayList<>(List.of("--spring.profiles.active=postgresql"));
    settings.forEach(setting -> arguments.add("--" + setting));
    arguments.add("--chancery.demo=true");
    Reconciliation kept = afterKills(KILLS, arguments, url, "postgres");
    isWhole(kept);
    count("R1", KILLS, kept);
  }

  private String embedded() {
    return "jdbc:h2:file:" + folder.resolve("data").resolve("chancery");
  }

  private static void isWhole(Reconciliation kept) {
    assertThat(kept.acknowledged()).isPositive();
    assertThat(kept.lost()).as("lost").isEmpty();
    assertThat(kept.doubled()).as("doubled").isEmpty();
    assertThat(kept.half()).as("half").isEmpty();
    assertThat(kept.cases()).as("answered all it began").isEqualTo(kept.acknowledged());
  }

  private static void count(String number, int kills, Reconciliation kept) {
    Proof.count(number, "servers killed", kills);
    Proof.count(number, "cases acknowledged", kept.acknowledged());
    Proof.count(
        number,
        "cases lost or doubled or half",
        kept.lost().size() + kept.doubled().size() + kept.half().size());
  }

  /** Kills one server after the other, and stops the last. */
  private Reconciliation afterKills(int kills, List<String> settings, String url, String password)
      throws Exception {
    List<Ledger> ledgers = ledgers();
    for (int kill = 0; kill <= kills; kill++) {
      try (Server server = Server.start(folder, settings)) {
        Runnable end = kill < kills ? server::kill : () -> stopped(server);
        underLoad(ledgers, server, end);
      }
    }
    for (Ledger ledger : ledgers) {
      ledger.close();
    }
    return password.isEmpty()
        ? reconciled(url, "chancery", password)
        : reconciled(url, "postgres", password);
  }

  private List<Ledger> ledgers() throws Exception {
    List<Ledger> ledgers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      ledgers.add(new Ledger(folder, "client" + i));
    }
    return ledgers;
  }

  private Reconciliation reconciled(String url, String role, String password) throws Exception {
    List<Ledger.Entry> told = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      told.addAll(Ledger.read(folder, "client" + i));
    }
    try (Connection database = DriverManager.getConnection(url, role, password)) {
      return Reconciliation.of(database, told);
    }
  }

  private void underLoad(List<Ledger> ledgers, Server server, Runnable end) throws Exception {
    ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    try {
      List<Future<Boolean>> working =
          ledgers.stream().map(ledger -> clients.submit(working(ledger, server))).toList();
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1000 + moments.nextInt(3000)));
      end.run();
      for (Future<Boolean> each : working) {
        assertThat(each.get(30, TimeUnit.SECONDS)).isTrue();
      }
    } finally {
      clients.shutdownNow();
    }
  }

  private static Callable<Boolean> working(Ledger ledger, Server server) {
    return () -> {
      ledger.work(server);
      return true;
    };
  }

  private void stopped(Server server) {
    try {
      Duration lasted = server.stop();
      assertThat(lasted).isLessThan(LONGEST_END);
      assertThat(folder.resolve("server.log")).content().contains("Stopped in good order.");
      Proof.count("R21", "milliseconds until it ended", lasted.toMillis());
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
