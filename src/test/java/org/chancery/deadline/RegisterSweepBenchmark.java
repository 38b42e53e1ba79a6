package org.chancery.deadline;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.chancery.Caller;
import org.chancery.Copies;
import org.chancery.Jobs;
import org.chancery.OnPostgres;
import org.chancery.QuietHouse;
import org.chancery.Samples.Notes;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.mockito.AdditionalAnswers;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P4, P5, P6: a sweep of a whole register on a durable PostgreSQL by the jobs of one node, each
 * time after so many days that about two in a hundred deadlines stand otherwise; the sweep after
 * it, which finds nothing to do; and one change. <em>Ours</em> judges by rules, <em>peer</em> is
 * all the same with the judging written by hand; <em>limit</em> is one statement that finds what is
 * late, or that reads the same rows.
 *
 * <p>Arguments: how many milestones at the most, how many rounds, the file of the samples.
 */
final class RegisterSweepBenchmark {

  private static final int MILESTONES = 10;
  private static final int MADE = 1_000;
  private static final int CHANGES = 200;

  /** After so many days about two in a hundred deadlines stand otherwise. */
  private static final Duration STEP = Duration.ofDays(Integer.getInteger("days", 20));

  /** One statement on the rows as they are recorded, and how late each is. */
  private static final String LATE =
      """
      select m.reference, m.id, cast(:today as date) - cast(d.due as date) as days from milestone m
        cross join lateral (select case length(m.due) when 4 then m.due || '-12-31' when 7 then m.due || '-28' else right(m.due, 10) end) d (due)
        where m.due ~ '^[0-9]{4}(-[0-9]{2}){0,2}$' and d.due < :today
          and not exists (select 1 from event e where e.reference = m.reference and e.milestone = m.id)""";

  private static final BenchClock CLOCK = new BenchClock();

  /** Goes on when it is told to. */
  private static final class BenchClock extends Clock {

    private volatile Instant now = Population.DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** The same, judged by hand. */
  @TestConfiguration(proxyBeanMethods = false)
  static class Peer {

    @Bean
    static BeanPostProcessor byHand() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof Judge judge ? byHand(judge) : bean;
        }
      };
    }

    private static final PartyCode HOME = new PartyCode("AZ");
    private static final ZoneId HERE = ZoneId.of("Asia/Baku");

    private static Judge byHand(Judge judge) {
      Judge hand =
          mock(
              Judge.class,
              withSettings().stubOnly().defaultAnswer(AdditionalAnswers.delegatesTo(judge)));
      doAnswer(
              asked ->
                  loop(
                      judge,
                      asked.getArgument(0),
                      asked.getArgument(1),
                      asked.getArgument(2),
                      asked.getArgument(3)))
          .when(hand)
          .judge(any(), any(), any(), any());
      return hand;
    }

    private static Judgement loop(Judge judge, CaseFile file, Kin kin, AsOf asOf, Tables tables) {
      Facts facts = judge.facts(file, kin, asOf, tables);
      // Not the few of the demonstration, of which the loop knows not enough.
      if (!facts.targets().isEmpty() || !file.decisions().isEmpty()) {
        return judge.judge(file, kin, asOf, tables);
      }
      Verdicts verdicts = judge.verdicts();
      new ByHand(judge, tables.thresholds(), HOME, HERE)
          .judge(facts, kin, asOf.dayIn(HERE), verdicts);
      return judge.judgement(facts, verdicts, tables.thresholds());
    }
  }

  private final ConfigurableApplicationContext ours;
  private final ConfigurableApplicationContext peer;
  private final JdbcClient jdbc;
  private final Notes notes;
  private int extended;

  private RegisterSweepBenchmark(
      ConfigurableApplicationContext ours, ConfigurableApplicationContext peer, Notes notes) {
    this.ours = ours;
    this.peer = peer;
    this.jdbc = ours.getBean(JdbcClient.class);
    this.notes = notes;
    List.of(ours, peer).forEach(house -> jobs(house).shutdown());
  }

  public static void main(String[] arguments) throws IOException {
    int most = Integer.parseInt(arguments[0]) / MILESTONES;
    int rounds = Integer.parseInt(arguments[1]);
    List<String> database = OnPostgres.emptyDatabase("sweep_benchmark");
    try (ConfigurableApplicationContext ours = quiet().on(database);
        ConfigurableApplicationContext peer =
            quiet(Peer.class).set("chancery.demo=false").on(database);
        Notes notes = new Notes(Path.of(arguments[2]))) {
      RegisterSweepBenchmark benchmark = new RegisterSweepBenchmark(ours, peer, notes);
      benchmark.make();
      benchmark.change(0); // warms up
      benchmark.change(MADE);
      for (int size = MADE * 10; size <= most; size *= 10) {
        benchmark.grow(size);
        benchmark.change(size);
      }
      benchmark.sweep(rounds);
    }
    System.exit(0);
  }

  private static QuietHouse quiet(Class<?>... kind) {
    return QuietHouse.with(
            Stream.concat(Stream.of(Filling.class, Sweeping.class), Stream.of(kind))
                .toArray(Class[]::new))
        .set("camunda.bpm.job-execution.enabled=true")
        .at(CLOCK);
  }

  private void make() {
    Filling filling = ours.getBean(Filling.class);
    for (int number = 1; number <= MADE; number++) {
      filling.insert(MadeUpRegister.file(number + 1_000), Population.DAY);
    }
    Notes.time(() -> ours.getBean(Sweeping.class).sweep());
  }

  private void grow(int size) {
    int there = jdbc.sql("select count(*) from instrument").query(Integer.class).single();
    int year = 2040 + (int) Math.log10(size);
    // Without the time limits of the house.
    DataSource database = ours.getBean(DataSource.class);
    new Copies(
            JdbcClient.create(database),
            new TransactionTemplate(new DataSourceTransactionManager(database)))
        .make(Math.max(1, size / there - 1), n -> Reference.of(year, n));
  }

  /** One deadline is extended by REST, each time to a later day; the ledger knows at once. */
  private void change(int size) {
    int port = ((ServletWebServerApplicationContext) ours).getWebServer().getPort();
    Caller manager = Caller.at(port, "mfaManager");
    List<String> cases = undone();
    Random random = new Random(size);
    for (int round = 0; round <= 3; round++) {
      double wall = 0;
      int done = 0;
      while (done < CHANGES) {
        int chosen = random.nextInt(cases.size());
        String path = "/api/instruments/%s/milestones/1/extensions".formatted(cases.get(chosen));
        long start = System.nanoTime();
        int status = manager.post(path, extension()).status();
        if (status < 300) {
          wall += (System.nanoTime() - start) / 1e6;
          done++;
        } else if (status == 422) {
          cases.remove(chosen); // It has ended, or was called off.
        } else {
          throw new IllegalStateException(path + " answers " + status);
        }
      }
      notes.note("change", "" + size, round, CHANGES, wall);
    }
  }

  /** Cases of which her own ministry has the first deadline still before it. */
  private List<String> undone() {
    return new ArrayList<>(
        jdbc.sql(
                """
                select m.reference from milestone m where m.id = 1 and m.body = 'mfa'
                  and not exists (select 1 from event e where e.reference = m.reference and e.milestone = 1)
                order by m.reference""")
            .query(String.class)
            .list());
  }

  private String extension() {
    return "{'to': '%s', 'reason': 'Snow', 'authority': 'Order 1'}"
        .formatted(Population.DAY.plusDays(700 + ++extended));
  }

  private void sweep(int rounds) {
    // Whatever was copied or changed above is settled first.
    Notes.time(() -> sweep(ours));
    long settled = transaction();
    Notes.time(() -> sweep(peer));
    if (written(settled) > 0) {
      throw new IllegalStateException("The loop finds something else");
    }
    int cases = jdbc.sql("select count(*) from instrument").query(Integer.class).single();
    for (int round = 0; round <= rounds; round++) {
      for (ConfigurableApplicationContext house : List.of(ours, peer)) {
        String who = house == ours ? "ours" : "peer";
        CLOCK.now = CLOCK.now.plus(STEP);
        jdbc.sql("drop table if exists verdict_before").update();
        jdbc.sql("create table verdict_before as select * from verdict").update();
        long first = transaction();
        notes.note("sweep", who, round, cases, Notes.time(() -> sweep(house)));
        notes.note("deadlines told otherwise", who, round, 1, (double) changed());
        notes.note("rows written by the sweep", who, round, 1, (double) written(first));
        long second = transaction();
        notes.note("again", who, round, cases, Notes.time(() -> sweep(house)));
        notes.note("rows written by the second", who, round, 1, (double) written(second));
      }
      String today = LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).toString();
      notes.note("sweep", "limit", round, cases, Notes.time(() -> late(today)));
      notes.note("again", "limit", round, cases, Notes.time(this::read));
      jdbc.sql("checkpoint").update();
    }
  }

  /** The node takes up jobs until the sweep has ended. */
  private void sweep(ConfigurableApplicationContext house) {
    jobs(house).start();
    try {
      house.getBean(Sweeping.class).begin();
      while (left() > 0) {
        TimeUnit.MILLISECONDS.sleep(5);
      }
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      jobs(house).shutdown();
    }
  }

  private static JobExecutor jobs(ConfigurableApplicationContext house) {
    return Jobs.of(house.getBean(ProcessEngine.class));
  }

  /** Sweeps and jobs that have not ended, but that of the night, which is always there. */
  private int left() {
    int failed =
        jdbc.sql(
                """
                select (select count(*) from act_ru_job where retries_ = 0)
                  + (select count(*) from unjudged)""")
            .query(Integer.class)
            .single();
    if (failed > 0) {
      throw new IllegalStateException(
          failed + " jobs of the sweep have failed, or cases not been judged");
    }
    return jdbc.sql(
            """
            select (select count(*) from sweep where ended is null)
              + (select count(*) from act_ru_job where handler_type_ <> 'history-cleanup')""")
        .query(Integer.class)
        .single();
  }

  /** How many deadlines the report tells otherwise than before, or no more, or not before. */
  private long changed() {
    return Math.max(without("verdict", "verdict_before"), without("verdict_before", "verdict"));
  }

  private long without(String these, String those) {
    String deadlines =
        "select reference, kind, body, party, due_on, status from %s where kind is not null";
    return jdbc.sql(
            "select count(*) from (%s except all %s) e"
                .formatted(deadlines.formatted(these), deadlines.formatted(those)))
        .query(Long.class)
        .single();
  }

  private void late(String today) {
    if (jdbc.sql(LATE).param("today", today).query().listOfRows().isEmpty()) {
      throw new IllegalStateException("Nothing is late");
    }
  }

  /** The rows that say how each case stands. */
  private void read() {
    for (String table : List.of("instrument", "party", "milestone", "event", "verdict")) {
      jdbc.sql("select * from " + table)
          .query(
              row -> {
                for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                  row.getString(column);
                }
              });
    }
  }

  /** The next transaction. */
  private long transaction() {
    return jdbc.sql("select cast(pg_snapshot_xmax(pg_current_snapshot()) as text)")
        .query(Long.class)
        .single();
  }

  /**
   * Rows that were added or changed since, but those that say how the sweep itself went. Of jobs
   * none is left by then but the night's, which the engine puts off again and again.
   */
  private long written(long transaction) {
    return jdbc
        .sql(
            """
            select t.table_name, bool_or(c.column_name = 'proc_def_key_') from information_schema.tables t
              join information_schema.columns c on c.table_schema = t.table_schema and c.table_name = t.table_name
              where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                and t.table_name not in
                  ('sweep', 'sweep_unjudged', 'judged', 'unjudged', 'verdict_before', 'act_ru_job')
              group by t.table_name""")
        .query((row, n) -> written(row.getString(1), row.getBoolean(2), transaction))
        .list()
        .stream()
        .mapToLong(rows -> rows)
        .sum();
  }

  private long written(String table, boolean isOfProcesses, long transaction) {
    return jdbc.sql(
            "select count(*) from %s where cast(cast(xmin as text) as bigint) >= ?%s"
                .formatted(
                    table, isOfProcesses ? " and proc_def_key_ is distinct from 'sweep'" : ""))
        .param(transaction)
        .query(Long.class)
        .single();
  }
}
