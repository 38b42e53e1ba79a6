package org.chancery.process;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;
import org.camunda.bpm.engine.management.Metrics;
import org.chancery.OnPostgres;
import org.chancery.Statistics;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P11: many asynchronous jobs on two nodes over one PostgreSQL, with the settings of this house,
 * with those the engine comes with, and a loop that takes rows with {@code SKIP LOCKED}. Each job
 * writes one row in its transaction, and none may write two.
 *
 * <p>Arguments: how many jobs, how many rounds, the file of the samples.
 */
public final class JobsBenchmark {

  private static final int NODES = 2;
  private static final int THREADS = 3;
  private static final int AT_ONCE = 500;
  private static final int CONNECTIONS = 40;
  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench">
        <bpmn:process id="job" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="work"/>
          <bpmn:serviceTask id="work" camunda:asyncBefore="true" camunda:expression="${effects.add(execution.processBusinessKey)}"/>
          <bpmn:sequenceFlow id="off" sourceRef="work" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  /** What a job does: it leaves a row, in its own transaction. */
  public static final class Effects {

    /** Leaves a row. */
    public void add(String key) throws SQLException {
      Connection connection =
          Context.getCommandContext().getDbSqlSession().getSqlSession().getConnection();
      try (PreparedStatement insert =
          connection.prepareStatement("insert into effect values (?)")) {
        insert.setString(1, key);
        insert.execute();
      }
    }
  }

  private final String who;
  private final HikariDataSource database;
  private final JdbcClient jdbc;
  private final int jobs;

  /** Each has a database of its own, with connections enough for all threads of both nodes. */
  private JobsBenchmark(String who, int jobs) {
    this.who = who;
    this.database = OnPostgres.pool("jobs_of_" + who);
    this.database.setMaximumPoolSize(CONNECTIONS);
    this.jdbc = JdbcClient.create(database);
    this.jobs = jobs;
    jdbc.sql("create table effect (job varchar(20))").update();
    jdbc.sql("create table work (job varchar(20) primary key)").update();
  }

  public static void main(String[] arguments) throws Exception {
    int jobs = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    List<String> samples = new ArrayList<>(List.of("who,jobs,round,wall_ms,taken,refused"));
    List<JobsBenchmark> all =
        Stream.of("ours", "peer", "limit").map(who -> new JobsBenchmark(who, jobs)).toList();
    for (int round = 0; round <= rounds; round++) {
      for (JobsBenchmark each : all) {
        String sample = each.run();
        if (round > 0) {
          samples.add("%s,%d,%d,%s".formatted(each.who, jobs, round, sample));
          System.out.println(samples.get(samples.size() - 1));
        }
      }
    }
    all.forEach(each -> each.database.close());
    Files.write(Path.of(arguments[2]), samples);
  }

  /**
   * What the page on the benchmarks says of the samples in the folder; nothing where there are
   * none.
   */
  public static String section(Path folder) throws IOException {
    Path samples = folder.resolve("jobs.csv");
    return Files.exists(samples) ? section(Files.readAllLines(samples)) : "";
  }

  private String run() throws Exception {
    return who.equals("limit") ? loop() : engines();
  }

  /** Two engines; a round begins when all jobs are there. */
  private String engines() throws Exception {
    List<ProcessEngine> nodes = new ArrayList<>();
    for (int n = 0; n < NODES; n++) {
      nodes.add(node(n));
    }
    try {
      nodes.get(0).getRepositoryService().createDeployment().addString("job.bpmn", MODEL).deploy();
      begin(nodes.get(0));
      long from = System.nanoTime();
      nodes.forEach(node -> configuration(node).getJobExecutor().start());
      long wall = finished(from);
      nodes.forEach(node -> configuration(node).getJobExecutor().shutdown());
      return "%d,%d,%d"
          .formatted(
              wall,
              count(nodes, Metrics.JOB_ACQUIRED_SUCCESS),
              count(nodes, Metrics.JOB_ACQUIRED_FAILURE));
    } finally {
      nodes.forEach(ProcessEngine::close);
    }
  }

  /** As it comes with the starter for Spring Boot, less the engine of decisions. */
  private ProcessEngine node(int number) {
    StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
    engine.setProcessEngineName(who + number);
    engine.setDataSource(database);
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    engine.setDmnEnabled(false);
    engine.setDmnFeelEnableLegacyBehavior(true);
    engine.setJobExecutorActivate(false);
    engine.setJobExecutorDeploymentAware(false);
    engine.setBeans(Map.of("effects", new Effects()));
    engine.setJobExecutor(new DefaultJobExecutor());
    return who.equals("ours") ? ours(engine) : engine.buildProcessEngine();
  }

  private static ProcessEngine ours(StandaloneProcessEngineConfiguration engine) {
    EngineOfTheHouse.remember(engine, new EngineMemory());
    engine.setCustomSessionFactories(
        List.of(new OwnManager(HistoricProcessInstanceManager.class, RemovalTimes::new)));
    engine.setCmmnEnabled(false);
    settle((DefaultJobExecutor) engine.getJobExecutor());
    ProcessEngine node = engine.buildProcessEngine();
    NextJobs.takeApart(engine);
    return node;
  }

  /** As in application.yaml. */
  private static void settle(DefaultJobExecutor executor) {
    executor.setCorePoolSize(THREADS);
    executor.setMaxPoolSize(THREADS);
    executor.setQueueSize(6);
    executor.setMaxJobsPerAcquisition(9);
    executor.setLockTimeInMillis(30_000);
    executor.setWaitTimeInMillis(1_000);
    executor.setWaitIncreaseFactor(2);
    executor.setMaxWait(10_000);
    executor.setBackoffTimeInMillis(25);
    executor.setMaxBackoff(400);
    executor.setBackoffDecreaseThreshold(20);
  }

  private static ProcessEngineConfigurationImpl configuration(ProcessEngine node) {
    return (ProcessEngineConfigurationImpl) node.getProcessEngineConfiguration();
  }

  private static long count(List<ProcessEngine> nodes, String metric) {
    return nodes.stream()
        .mapToLong(
            node -> configuration(node).getMetricsRegistry().getDbMeterByName(metric).getAndClear())
        .sum();
  }

  private void begin(ProcessEngine node) {
    for (int from = 0; from < jobs; from += AT_ONCE) {
      int first = from;
      configuration(node)
          .getCommandExecutorTxRequired()
          .execute(
              context -> {
                for (int n = first; n < Math.min(jobs, first + AT_ONCE); n++) {
                  node.getRuntimeService().startProcessInstanceByKey("job", "job-" + n);
                }
                return jobs;
              });
    }
  }

  /** The limit: rows of a plain table, taken by as many threads. */
  private String loop() throws Exception {
    jdbc.sql("insert into work select 'job-' || n from generate_series(1, " + jobs + ") n")
        .update();
    ExecutorService threads = Executors.newFixedThreadPool(NODES * THREADS);
    long from = System.nanoTime();
    List<Future<?>> takers = new ArrayList<>();
    for (int n = 0; n < NODES * THREADS; n++) {
      takers.add(
          threads.submit(
              () -> {
                take();
                return null;
              }));
    }
    for (Future<?> taker : takers) {
      taker.get();
    }
    long wall = finished(from);
    threads.shutdown();
    return wall + "," + jobs + ",0";
  }

  private void take() throws SQLException {
    try (Connection connection = database.getConnection();
        PreparedStatement one =
            connection.prepareStatement(
                """
                with taken as (delete from work where job =
                  (select job from work limit 1 for update skip locked) returning job)
                insert into effect select job from taken""")) {
      while (one.executeUpdate() > 0) {
        // one more is done
      }
    }
  }

  /** How long it took until each job has had its effect; none may have had two. */
  private long finished(long from) throws InterruptedException {
    while (jdbc.sql("select count(*) from effect").query(Integer.class).single() < jobs) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    long wall = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
    TimeUnit.MILLISECONDS.sleep(500);
    int all = jdbc.sql("select count(*) from effect").query(Integer.class).single();
    int each = jdbc.sql("select count(distinct job) from effect").query(Integer.class).single();
    if (all != jobs || each != jobs) {
      throw new IllegalStateException(jobs + " jobs, " + all + " effects of " + each);
    }
    jdbc.sql("truncate effect").update();
    return wall;
  }

  private static String section(List<String> samples) {
    return """

        ## Jobs on two nodes (P11)

        Two engines over one PostgreSQL (`fsync`, `synchronous_commit`, `full_page_writes` on), %s jobs. *Ours*: with the memory and
        the job executor of this house, three threads each. *Peer*: as it comes with its starter for Spring Boot, three threads that may become ten, its history in full. *Limit*: six
        threads that take rows of a plain table with `SKIP LOCKED`. Each job writes one row, and none wrote two.
        Rounds: %d.

        | | jobs a second | taken by another first |
        | --- | ---: | ---: |
        %s%s%s
        | | measured | must |
        | --- | ---: | ---: |
        | throughput, ours / peer | %s | ≥ 2 |
        | throughput, ours / limit | %s | |
        """
        .formatted(
            samples.get(1).split(",", -1)[1],
            of("ours", samples).count(),
            row("ours", samples),
            row("peer", samples),
            row("limit", samples),
            ratio("peer", samples),
            ratio("limit", samples));
  }

  private static String row(String who, List<String> samples) {
    List<Double> perSecond =
        of(who, samples).map(cells -> 1_000 * number(cells, 1) / number(cells, 3)).toList();
    double taken = of(who, samples).mapToDouble(cells -> number(cells, 4)).sum();
    double refused = of(who, samples).mapToDouble(cells -> number(cells, 5)).sum();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.2f %% |%n",
        who,
        Statistics.spread(perSecond),
        100 * refused / (taken + refused));
  }

  private static String ratio(String slow, List<String> samples) {
    List<Double> ours = of("ours", samples).map(cells -> number(cells, 3)).toList();
    List<Double> theirs = of(slow, samples).map(cells -> number(cells, 3)).toList();
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(theirs.get(i) / ours.get(i));
    }
    return Statistics.spread(ratios);
  }

  private static Stream<String[]> of(String who, List<String> samples) {
    return samples.stream().map(line -> line.split(",", -1)).filter(cells -> cells[0].equals(who));
  }

  private static double number(String[] cells, int column) {
    return Double.parseDouble(cells[column]);
  }
}
