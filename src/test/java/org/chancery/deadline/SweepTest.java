package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Jobs;
import org.chancery.Proof;
import org.chancery.TestTime;
import org.chancery.instrument.Reference;
import org.chancery.process.Chores;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R5, R20: of two who work at one chunk the database lets one; and a case that cannot be judged
 * becomes an incident of the sweep, which judges all the others and says which one is left.
 */
@ChanceryTest
class SweepTest {

  private static final Instant NEXT_DAY =
      TestTime.TODAY.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Autowired Sweeps sweeps;
  @Autowired SweepTable table;
  @Autowired Sweep sweep;
  @Autowired Chores chores;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;

  @Test
  void judgesTheOthersAndLetsTheOperatorKnowOfTheOne() {
    Reference one = open();
    Reference broken = open();
    Reference other = open();
    String facts = spoil(broken);
    try {
      TestTime.at(
          NEXT_DAY,
          () -> {
            long number = swept(null);
            assertThat(table.unjudged(number)).containsExactly(broken);
            assertThat(statusOf(one)).isEqualTo("OVERDUE");
            assertThat(statusOf(other)).isEqualTo("OVERDUE");
            assertThat(statusOf(broken)).isEqualTo("DUE_TODAY");
            assertThat(unjudged()).containsExactly(broken.value());
            assertThat(incident(number).getIncidentMessage()).contains(broken.value());
            assertThat(chores.isGoingOn("sweep", key(number))).isFalse();
            mend(broken, facts);
            retry(number);
            assertThat(statusOf(broken)).isEqualTo("OVERDUE");
            assertThat(unjudged()).isEmpty();
            assertThat(table.unjudged(number)).isEmpty();
            return number;
          });
    } finally {
      mend(broken, facts);
      sweeps.sweep();
    }
    Proof.count("R20", "cases that could not be judged", 1);
  }

  @Test
  void isCalledForOncePerHourHoweverManyCall() {
    String hour = "2026-11-21T08:00:00Z";
    long number = swept(hour);
    sweeps.begin(hour);
    assertThat(jdbc.sql("select max(number) from sweep").query(Long.class).single())
        .isEqualTo(number);
  }

  /** As when one slept beyond its lock: both have judged, and the second's commit is refused. */
  @Test
  void ofTwoWhoWorkAtOneChunkTheDatabaseLetsOne() throws Exception {
    open();
    JobExecutor executor = Jobs.of(engine);
    executor.shutdown();
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      sweeps.begin(null);
      long number = last();
      management.executeJob(job(number).getId());
      String chunk =
          management.createJobQuery().processInstanceId(instance(number)).list().get(0).getId();
      List<Future<?>> tries =
          List.of(
              both.submit(() -> management.executeJob(chunk)),
              both.submit(() -> management.executeJob(chunk)));
      List<Throwable> refused = new ArrayList<>();
      for (Future<?> each : tries) {
        try {
          each.get();
        } catch (ExecutionException failed) {
          refused.add(failed.getCause());
        }
      }
      assertThat(refused).hasSize(1).first().isInstanceOf(OptimisticLockingException.class);
      executor.start();
      waitFor(() -> isOver(number));
      assertThat(table.hasEnded(number)).isTrue();
    } finally {
      both.shutdown();
      executor.start();
    }
  }

  @Test
  void leavesNothingOfTheSweepsBefore() {
    long before = swept(null);
    long after = swept(null);
    long last = swept(null);
    waitFor(() -> isOver(last));
    assertThat(chores.keys("sweep")).doesNotContain(key(before)).contains(key(last));
    assertThat(after).isLessThan(last);
  }

  @Test
  void tellsNothingThatALaterOneHasOvertaken() {
    long late = table.begin(null, NEXT_DAY);
    table.keep(late, all(), NEXT_DAY, List.of());
    sweeps.sweep();
    Instant told = since();
    sweep.tell(key(late));
    assertThat(since()).isEqualTo(told).isBefore(NEXT_DAY);
  }

  @Test
  void holdsSinceTheEarliestClockOfAllNodes() {
    long number = table.begin(null, NEXT_DAY);
    table.keep(number, all(), NEXT_DAY.minusSeconds(40), List.of());
    table.keep(number, all(), NEXT_DAY.minusSeconds(20), List.of());
    assertThat(table.since(number)).isEqualTo(NEXT_DAY.minusSeconds(40));
    table.end(number, NEXT_DAY);
  }

  @Test
  void aChunkIsReadAsItWasWritten() {
    Chunk chunk = all();
    assertThat(Chunk.parse(chunk.toString())).isEqualTo(chunk);
    assertThatThrownBy(() -> Chunk.parse("2026-000001-6")).hasMessage("2026-000001-6");
  }

  private Chunk all() {
    List<Chunk> chunks = table.chunks(Integer.MAX_VALUE);
    return chunks.isEmpty() ? new Chunk(open(), open()) : chunks.get(0);
  }

  private Reference open() {
    return desk.open(
        "mddtClerk",
        """
        {"type": "AGREEMENT", "title": {"en": "A"}, "responsibleBody": "mddt",
         "parties": [{"code": "AZ"}, {"code": "KZ"}],
         "milestones": [{"kind": "REPORT", "due": "2026-11-21", "body": "mddt"}]}""");
  }

  /** Called for, and told. */
  private long swept(@Nullable String hour) {
    sweeps.begin(hour);
    long number = last();
    waitFor(() -> table.hasEnded(number));
    return number;
  }

  private long last() {
    return jdbc.sql("select max(number) from sweep").query(Long.class).single();
  }

  private String spoil(Reference reference) {
    String facts =
        jdbc.sql("select description from instrument where reference = ?")
            .param(reference.value())
            .query(String.class)
            .single();
    mend(reference, "{}");
    return facts;
  }

  private void mend(Reference reference, String description) {
    jdbc.sql("update instrument set description = ? where reference = ?")
        .params(description, reference.value())
        .update();
  }

  /** Not waiting as long as the engine would between the attempts. */
  private Incident incident(long number) {
    waitFor(() -> job(number) != null && job(number).getExceptionMessage() != null);
    while (job(number).getRetries() > 0) {
      assertThatThrownBy(() -> management.executeJob(job(number).getId())).isNotNull();
    }
    return runtime.createIncidentQuery().processInstanceId(instance(number)).singleResult();
  }

  private void retry(long number) {
    management.setJobRetries(job(number).getId(), 1);
    waitFor(() -> isOver(number));
  }

  private boolean isOver(long number) {
    return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key(number)).count()
        == 0;
  }

  private Job job(long number) {
    return management.createJobQuery().processInstanceId(instance(number)).singleResult();
  }

  private String instance(long number) {
    return runtime
        .createProcessInstanceQuery()
        .processInstanceBusinessKey(key(number))
        .singleResult()
        .getId();
  }

  private static String key(long number) {
    return String.valueOf(number);
  }

  private String statusOf(Reference reference) {
    return jdbc.sql("select status from verdict where reference = ? and kind = 'REPORT'")
        .param(reference.value())
        .query(String.class)
        .single();
  }

  private List<String> unjudged() {
    return jdbc.sql("select reference from unjudged").query(String.class).list();
  }

  private Instant since() {
    return jdbc.sql("select since from judged")
        .query(java.time.OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private static void waitFor(BooleanSupplier so) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      try {
        Thread.sleep(20);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
