package org.chancery.report;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.chancery.Chancery;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.CaseJudged;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.deadline.Swept;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.chancery.instrument.Reference;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P8: the first page of the overdue report and its totals, on PostgreSQL, in registers of growing
 * size with twelve bodies. <em>Ours</em>: {@link OverdueReport#page}. <em>Peer</em>: the engine's
 * own history query for overdue tasks, as many as there are milestones, first page and count.
 * <em>Limit</em>: the page and the totals in plain SQL on the same rows.
 *
 * <p>Arguments: how many milestones at most, how many rounds, the file for the samples.
 */
public final class ReportBenchmark {

  private static final int TEN = 10;

  /** The demonstration's own cases have the first numbers. */
  private static final int AFTER_SEEDS = 1_000;

  private static final int CHUNK = 500;
  private static final int LIMIT = 50;
  private static final List<String> BODIES =
      List.of(
          "mfa",
          "justice",
          "mddt",
          "energy",
          "economy",
          "health",
          "education",
          "culture",
          "ecology",
          "defence",
          "finance",
          "labour");
  private static final Instant NOW = MadeUpRegister.DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

  private final ConfigurableApplicationContext context;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final List<String> samples = new ArrayList<>();

  private ReportBenchmark(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcClient.class);
    this.transactions = context.getBean(TransactionTemplate.class);
  }

  /** Where the day stands still. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import({Chancery.class, Filling.class})
  static class Still {

    @Bean
    @Primary
    Clock still() {
      return Clock.fixed(NOW, ZoneOffset.UTC);
    }
  }

  public static void main(String[] arguments) throws IOException {
    int most = Integer.parseInt(arguments[0]) / TEN;
    int rounds = Integer.parseInt(arguments[1]);
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        ConfigurableApplicationContext context =
            new SpringApplicationBuilder(Still.class)
                .run(
                    "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres",
                    "--spring.datasource.password=postgres",
                    "--chancery.sweep=-",
                    "--chancery.report.draw-together=-",
                    "--camunda.bpm.job-execution.enabled=false",
                    "--server.port=0")) {
      ReportBenchmark benchmark = new ReportBenchmark(context);
      int filled = 0;
      for (int cases = 100; cases <= most; cases *= TEN) {
        benchmark.fill(filled + 1, cases);
        filled = cases;
        benchmark.measure(cases, rounds);
      }
      Files.write(
          Path.of(arguments[2]),
          benchmark.samples,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    System.exit(0);
  }

  private void fill(int from, int to) {
    Filling filling = context.getBean(Filling.class);
    Deadlines deadlines = context.getBean(Deadlines.class);
    Bookkeeper bookkeeper = context.getBean(Bookkeeper.class);
    for (int first = from; first <= to; first += CHUNK) {
      int last = Math.min(to, first + CHUNK - 1);
      int begin = first;
      transactions.executeWithoutResult(
          status -> {
            List<Reference> references = new ArrayList<>();
            for (int number = begin; number <= last; number++) {
              CaseFile file = MadeUpRegister.file(AFTER_SEEDS + number);
              filling.insert(file, MadeUpRegister.DAY);
              involve(file.reference(), number);
              references.add(file.reference());
            }
            for (Judgement judgement : deadlines.judge(references)) {
              bookkeeper.keep(new CaseJudged(judgement));
            }
          });
    }
    bookkeeper.drawTogether();
    bookkeeper.swept(new Swept(NOW));
    fillHistory(from, to);
    jdbc.sql("analyze").update();
  }

  private void involve(Reference reference, int number) {
    jdbc.sql("delete from involvement where reference = ?").param(reference.value()).update();
    for (int offset : new int[] {0, 5}) {
      jdbc.sql("insert into involvement (reference, body) values (?, ?)")
          .params(reference.value(), BODIES.get((number + offset) % BODIES.size()))
          .update();
    }
  }

  /** As many tasks as milestones, a tenth of them open and late, as the engine would keep them. */
  private void fillHistory(int from, int to) {
    jdbc.sql(
            """
            insert into act_hi_taskinst (id_, name_, task_def_key_, start_time_, end_time_,
              due_date_, priority_, assignee_)
            select 'bench-' || n, 'Report', 'report', cast(:then as timestamp), case when n % 10 = 0 then null else cast(:now as timestamp) end,
              cast(:now as timestamp) + (n % 4000 - 2000) * interval '1 day', 50, 'clerk'
            from generate_series(:from, :to) n""")
        .param("then", Timestamp.from(NOW.minusSeconds(100_000_000)))
        .param("now", Timestamp.from(NOW))
        .param("from", from * TEN)
        .param("to", to * TEN + TEN - 1)
        .update();
  }

  private void measure(int cases, int rounds) {
    Accounts accounts = context.getBean(Accounts.class);
    Account all = accounts.find("mfaManager").orElseThrow();
    Account one = accounts.find("energyManager").orElseThrow();
    check(accounts, all, Optional.empty());
    check(accounts, one, Optional.of("energy"));
    for (int round = -3; round < rounds; round++) {
      sample("ours", cases, round, () -> accounts.as(all, this::ours));
      sample("ours-of-a-body", cases, round, () -> accounts.as(one, this::ours));
      sample("peer", cases, round, this::peer);
      sample("limit", cases, round, () -> limit(Optional.empty()));
      sample("limit-of-a-body", cases, round, () -> limit(Optional.of("energy")));
    }
  }

  private void sample(String who, int cases, int round, Supplier<Long> work) {
    long before = System.nanoTime();
    long found = work.get();
    long after = System.nanoTime();
    if (round >= 0) {
      String sample =
          "report,%s,%d,%d,%d,%.3f".formatted(who, cases, round + 1, found, (after - before) / 1e6);
      System.out.println(sample);
      samples.add(sample);
    }
  }

  private static Question question() {
    return new Question(
        Viewpoint.now(Clock.fixed(NOW, ZoneOffset.UTC)),
        new FindingFilter(Question.USUAL, null, null, null, null, null, null),
        Narrowing.NONE);
  }

  private long ours() {
    Report page = context.getBean(OverdueReport.class).page(question(), null, LIMIT);
    return page.totals().values().stream().mapToLong(Long::longValue).sum();
  }

  private long peer() {
    HistoryService history = context.getBean(HistoryService.class);
    Supplier<HistoricTaskInstanceQuery> query =
        () ->
            history
                .createHistoricTaskInstanceQuery()
                .unfinished()
                .taskDueBefore(java.util.Date.from(NOW));
    query.get().orderByTaskDueDate().asc().listPage(0, LIMIT);
    return query.get().count();
  }

  /** The rows of the page with what a reader needs of them, and the totals. */
  private long limit(Optional<String> body) {
    String seen =
        body.map(
                each ->
                    " and exists (select 1 from involvement w where w.reference = v.reference and w.body = '"
                        + each
                        + "')")
            .orElse("");
    String usual =
        " from verdict v join instrument i on i.reference = v.reference"
            + " where v.place < 8 and v.place <> 6"
            + seen;
    jdbc.sql(
            "select v.*, i.description, i.stage"
                + usual
                + " order by v.place, v.due_on, v.reference, v.number limit "
                + LIMIT)
        .query()
        .listOfRows();
    return jdbc
        .sql(
            "select v.status, count(*) as lines from verdict v where v.place < 8 and v.place <> 6"
                + seen
                + " group by v.status")
        .query()
        .listOfRows()
        .stream()
        .mapToLong(row -> (Long) row.get("lines"))
        .sum();
  }

  /** A wrong or different result fails before any figure is printed. */
  private void check(Accounts accounts, Account account, Optional<String> body) {
    long ours = accounts.as(account, this::ours);
    long limit = limit(body);
    if (ours != limit) {
      throw new IllegalStateException("ours finds " + ours + ", the limit " + limit);
    }
  }
}
