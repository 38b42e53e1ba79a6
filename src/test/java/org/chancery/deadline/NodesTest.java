package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Jobs;
import org.chancery.Node;
import org.chancery.OnPostgres;
import org.chancery.Proof;
import org.chancery.TestTime;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * R4, R5: of two nodes over one PostgreSQL one falls asleep beyond its locks while it sweeps, wakes
 * up too late, and at last is killed: the other has judged every case within a minute, and each
 * case has one process and is counted once.
 */
@EnabledIfSystemProperty(named = "reliability", matches = "full")
@ChanceryTest
@Import(Filling.class)
@ContextConfiguration(initializers = OnPostgres.class)
class NodesTest {

  private static final int ROUNDS = Integer.getInteger("reliability.rounds", 3);
  private static final int CASES = 120;
  private static final int FROM = 700_000;
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static int numbered = FROM;

  @LocalServerPort int port;
  @Autowired Sweeps sweeps;
  @Autowired SweepTable table;
  @Autowired Filling filling;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;

  @BeforeEach
  void rest() {
    Jobs.of(engine).shutdown();
  }

  @AfterEach
  void work() {
    Jobs.of(engine).start();
  }

  @Test
  void oneDoesWhatTheOtherHasLeft() throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      try (Node node = Node.start(settings())) {
        long slept = leftBy(node::sleep);
        node.wake();
        node.waitFor("OptimisticLockingException");
        waitFor(() -> table.unjudged(last()).isEmpty() && jobs() == 0);
        requireOneEffectEach();
        Proof.count("R5", "ms until another had done what the sleeper held", slept);
        long killed = leftBy(node::kill);
        waitFor(() -> jobs() == 0);
        requireOneEffectEach();
        Proof.count("R4", "ms until another had done what the killed node held", killed);
      }
    }
    Proof.count("R4", "nodes killed", ROUNDS);
    Proof.count("R5", "nodes put to sleep", ROUNDS);
    Proof.count("R5", "cases judged each time", CASES);
  }

  /** How long it takes until what the node has begun is told, when it is stopped halfway. */
  private long leftBy(Runnable stop) {
    Jobs.of(engine).shutdown();
    List<String> cases = fill();
    sweeps.begin(null);
    long number = last();
    waitFor(() -> begun(cases) > CASES / 10);
    stop.run();
    assertThat(begun(cases)).isLessThan(CASES);
    assertThat(table.hasEnded(number)).isFalse();
    long from = System.nanoTime();
    Jobs.of(engine).start();
    waitFor(() -> table.hasEnded(number));
    Duration taken = Duration.ofNanos(System.nanoTime() - from);
    assertThat(taken).isLessThan(MINUTE);
    return taken.toMillis();
  }

  private List<String> settings() {
    List<String> settings = new ArrayList<>(OnPostgres.sharedDatabase());
    // Else it may not have looked yet when the test has begun.
    settings.add("camunda.bpm.job-execution.max-wait=1000");
    return settings;
  }

  private List<String> fill() {
    List<String> references = new ArrayList<>();
    for (int n = 0; n < CASES; n++) {
      CaseFile file = MadeUpRegister.file(numbered++);
      filling.insert(file, TestTime.TODAY);
      references.add(file.reference().value());
    }
    return references;
  }

  private int begun(List<String> cases) {
    return jdbc.sql("select count(distinct reference) from verdict where reference in (:cases)")
        .param("cases", cases)
        .query(Integer.class)
        .single();
  }

  private long last() {
    return jdbc.sql("select max(number) from sweep").query(Long.class).single();
  }

  /** Without the one of the night, which is always there. */
  private int jobs() {
    return jdbc.sql("select count(*) from act_ru_job where handler_type_ <> 'history-cleanup'")
        .query(Integer.class)
        .single();
  }

  private void requireOneEffectEach() {
    assertThat(
            jdbc.sql(
                    """
                    select business_key_ from act_ru_execution e
                    join act_re_procdef d on d.id_ = e.proc_def_id_
                    where e.parent_id_ is null and e.super_exec_ is null
                      and d.key_ not in ('escalation', 'chase', 'obligation')
                    group by business_key_ having count(*) > 1""")
                .query(String.class)
                .list())
        .as("cases with two processes")
        .isEmpty();
    assertThat(
            jdbc.sql(
                    """
                    select viewer || ' ' || status || ': ' || sum(told) || ' told, ' || sum(counted)
                    from (
                      select v.viewer, f.status, 1 as told, 0 as counted
                        from verdict f join verdict_viewer v on v.reference = f.reference
                      union all
                      select viewer, status, 0, verdicts from verdict_total) t
                    group by viewer, status having sum(told) <> sum(counted)""")
                .query(String.class)
                .list())
        .as("what is counted otherwise than it is told")
        .isEmpty();
    assertThat(report("")).isEqualTo(report("&asOf=" + TestTime.TODAY));
  }

  /** What is kept and counted, beside what judging every case says. */
  private JsonNode report(String when) {
    Caller.Answer answer =
        Caller.at(port, "mfaManager").get("/api/reports/overdue?limit=200" + when);
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    ((ObjectNode) answer.body()).remove("knownAt");
    return answer.body();
  }

  private static void waitFor(BooleanSupplier so) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).as("patience").isLessThan(until);
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }
}
