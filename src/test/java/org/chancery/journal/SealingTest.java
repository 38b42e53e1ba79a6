package org.chancery.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is added to the journals comes under a root, whoever adds it meanwhile. */
class SealingTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

  /** A thread for each, so that they do meet. */
  private static final Executor NOBODY_WAITS = work -> new Thread(work).start();

  private static final int WRITERS = 8;
  private static final int CHANGES = 12;

  private final HikariDataSource database = new HikariDataSource();
  private Chronicle chronicle;
  private Sealing sealing;

  /** Where an empty database is. */
  String emptyDatabase() {
    return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0";
  }

  @BeforeEach
  void connect() {
    database.setJdbcUrl(emptyDatabase());
    database.setMaximumPoolSize(WRITERS + 4);
    chronicle = Chronicle.in(database);
    sealing = SealingFixture.sealing(database, "");
  }

  @AfterEach
  void disconnect() {
    database.close();
  }

  @Test
  void bringsUnderARootWhatIsNewAndNothingTwice() {
    Reference first = chronicle.open(1, 3);
    chronicle.open(2, 1);
    chronicle.changeHouse();
    sealing.seal();
    sealing.seal();
    assertThat(roots()).extracting(Root::leaves).containsExactly(3);
    chronicle.change(first, Chronicle.NOW);
    sealing.seal();
    assertThat(roots()).extracting(Root::entries).containsExactly(5, 1);
    assertThat(roots()).extracting(Root::leaves).containsExactly(3, 1);
    assertThat(whole().extent()).isEqualTo(new Examination.Extent(2, 6, 0, roots().get(1)));
  }

  @Test
  void whereNothingHappenedThereIsNoRoot() {
    sealing.seal();
    assertThat(roots()).isEmpty();
    assertThat(whole().extent()).isEqualTo(new Examination.Extent(0, 0, 0, null));
  }

  @Test
  void whatCommitsLateComesUnderTheNextRoot() {
    Reference late = chronicle.open(1, 1);
    chronicle.open(2, 1);
    chronicle.transaction.executeWithoutResult(
        status -> {
          chronicle.change(late, Chronicle.NOW.minus(Duration.ofHours(23)));
          CompletableFuture.runAsync(sealing::seal).join();
        });
    assertThat(whole().extent().unsealed()).isEqualTo(1);
    sealing.seal();
    assertThat(whole().extent().unsealed()).isZero();
    assertThat(roots()).extracting(Root::entries).containsExactly(2, 1);
  }

  /** As after an archive was read in that has no roots. */
  @Test
  void whatWasRecordedLongAgoIsFoundByTheFirstSealingOfADay() {
    Reference reference = chronicle.open(1, 1);
    sealing.seal();
    chronicle.change(reference, LONG_AGO);
    sealing.seal();
    assertThat(whole().extent().unsealed()).isEqualTo(1);
    SealingFixture.sealing(database, "").seal();
    assertThat(whole().extent().unsealed()).isZero();
  }

  @Test
  void nobodyWhoAppendsWaitsForASealing() {
    Reference reference = chronicle.open(1, 2);
    chronicle.transaction.executeWithoutResult(
        status -> {
          sealing.seal();
          assertThat(roots()).as("made, and not committed").hasSize(1);
          CompletableFuture.runAsync(() -> chronicle.change(reference, Chronicle.NOW))
              .orTimeout(1, TimeUnit.SECONDS)
              .join();
        });
    assertThat(whole().extent().unsealed()).isEqualTo(1);
  }

  @Test
  void ofTwoThatSealAtOnceOneMakesTheRoot() {
    IntStream.rangeClosed(1, 20).forEach(number -> chronicle.open(number, 1));
    Sealing other = SealingFixture.sealing(database, "");
    CompletableFuture.allOf(
            CompletableFuture.runAsync(sealing::seal), CompletableFuture.runAsync(other::seal))
        .join();
    assertThat(roots()).hasSize(1);
    assertThat(whole().extent().unsealed()).isZero();
  }

  @Test
  void nothingStaysWithoutARootHoweverManyAppendAndSealAtOnce() throws InterruptedException {
    chronicle.changeHouse();
    sealing.seal();
    CountDownLatch writing = new CountDownLatch(WRITERS + 1);
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int writer = 1; writer <= WRITERS; writer++) {
      int number = writer;
      all.add(run(writing, () -> chronicle.open(number, CHANGES)));
    }
    all.add(run(writing, () -> repeat(CHANGES, chronicle::changeHouse)));
    for (Sealing node : List.of(sealing, SealingFixture.sealing(database, ""))) {
      all.add(CompletableFuture.runAsync(() -> sealWhile(writing, node), NOBODY_WAITS));
    }
    all.forEach(CompletableFuture::join);
    assertThat(whole().extent().entries()).isEqualTo((WRITERS + 1) * CHANGES + 1);
    sealing.seal();
    assertThat(whole().extent().unsealed()).isZero();
    assertThat(roots()).hasSizeGreaterThan(1);
  }

  private static CompletableFuture<Void> run(CountDownLatch writing, Runnable work) {
    return CompletableFuture.runAsync(work, NOBODY_WAITS)
        .whenComplete((done, failed) -> writing.countDown());
  }

  private static void repeat(int times, Runnable work) {
    IntStream.range(0, times).forEach(time -> work.run());
  }

  private static void sealWhile(CountDownLatch writing, Sealing node) {
    while (writing.getCount() > 0) {
      node.seal();
    }
  }

  private List<Root> roots() {
    return SealingFixture.roots(database).after(0, 1000);
  }

  private Verification whole() {
    Verification found = SealingFixture.verifier(database).verify(Collections.emptyIterator());
    assertThat(found.flaws()).isEmpty();
    return found;
  }
}
