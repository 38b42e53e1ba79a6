package org.chancery.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricTaskInstanceQuery;
import org.chancery.OnPostgres;
import org.chancery.QuietHouse;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.calendar.Viewpoint;
import org.chancery.deadline.CasesJudged;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.deadline.Swept;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P8: the first page of the overdue report and its totals, on PostgreSQL, in registers of growing
 * size with twelve bodies. <em>Ours</em>: {@link OverdueReport#page}. <em>Peer</em>: the engine's
 * own history query for overdue tasks, as many as there are milestones, first page and count.
 * <em>Limit</em>: the page and the totals in plain SQL on the same rows. The same for somebody of
 * one body, and narrowed to what one body must do; and the page with all its figures.
 *
 * <p>Up to {@value #JUDGED} cases are made up and judged one by one; more are copies of them, as
 * they lie in the tables, under references of their own. Some copies are judged, to be sure.
 *
 * <p>Arguments: how many milestones at most, how many rounds, the file for the samples.
 */
public final class ReportBenchmark {

  private static final int TEN = 10;

  /** The demonstration's own cases have the first numbers. */
  private static final int AFTER_SEEDS = 1_000;

  /** How many cases are judged one by one before they are copied. */
  private static final int JUDGED = 10_000;

  /** How many copies are judged too. */
  private static final int SAMPLE = 200;

  private static final List<String> TABLES =
      List.of(
          "instrument", "party", "milestone", "event", "involvement", "verdict", "verdict_viewer");

  private static final int CHUNK = 500;

  /** Rounds that are not counted. */
  private static final int WARM_UP = 20;

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
  private @Nullable String busiest;

  private ReportBenchmark(ConfigurableApplicationContext context) {
    this.context = context;
    this.jdbc = context.getBean(JdbcClient.class);
    this.transactions = context.getBean(TransactionTemplate.class);
  }

  public static void main(String[] arguments) throws IOException {
    int most = Integer.parseInt(arguments[0]) / TEN;
    int rounds = Integer.parseInt(arguments[1]);
    try (ConfigurableApplicationContext context =
        QuietHouse.with(Filling.class)
            .at(Clock.fixed(NOW, ZoneOffset.UTC))
            .on(OnPostgres.emptyDatabase("report_benchmark"))) {
      ReportBenchmark benchmark = new ReportBenchmark(context);
      int filled = 0;
      for (int cases = 1_000; cases <= most; cases *= TEN) {
        benchmark.fill(filled + 1, cases);
        filled = cases;
        benchmark.measure(cases, rounds);
      }
      benchmark.samples.add(0, "workload,who,cases,round,found,wall_ms");
      Files.write(
          Path.of(arguments[2]),
          benchmark.samples,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING);
    }
    System.exit(0);
  }

  private void fill(int from, int to) {
    judge(from, Math.min(to, JUDGED));
    for (int copied = Math.max(JUDGED, from - 1); copied < to; copied += JUDGED) {
      copy(copied);
    }
    Bookkeeper bookkeeper = context.getBean(Bookkeeper.class);
    if (to > JUDGED) {
      tallyAnew();
      checkCopies(to);
    }
    bookkeeper.drawTogether();
    bookkeeper.swept(new Swept(NOW, List.of()));
    fillHistory(from, to);
    jdbc.sql("vacuum analyze").update();
    // What was just filled in is on the disk, and its writing not part of what is measured.
    jdbc.sql("checkpoint").update();
  }

  private void judge(int from, int to) {
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
              bookkeeper.keep(new CasesJudged(List.of(judgement), false));
            }
          });
    }
  }

  /** Copies all that belongs to the first cases for the next as many after the number. */
  private void copy(int after) {
    jdbc.sql("create table if not exists copy (original varchar(13), reference varchar(13))")
        .update();
    jdbc.sql("truncate copy").update();
    List<Object[]> pairs =
        IntStream.rangeClosed(1, JUDGED)
            .mapToObj(number -> new Object[] {reference(number), reference(after + number)})
            .toList();
    context.getBean(JdbcTemplate.class).batchUpdate("insert into copy values (?, ?)", pairs);
    for (String table : TABLES) {
      String columns =
          String.join(
              ", ",
              jdbc.sql(
                      """
                      select column_name from information_schema.columns
                      where table_schema = 'public' and table_name = ? and column_name not in ('reference', 'slug')
                        and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position""")
                  .param(table)
                  .query(String.class)
                  .list());
      jdbc.sql(
              "insert into %1$s (reference, %2$s) select c.reference, %3$s from %1$s t join copy c on c.original = t.reference"
                  .formatted(table, columns, "t." + columns.replace(", ", ", t.")))
          .update();
    }
  }

  private static String reference(int number) {
    return MadeUpRegister.file(AFTER_SEEDS + number).reference().value();
  }

  /** Counts the verdicts as the migration does. */
  private void tallyAnew() {
    jdbc.sql("truncate verdict_total, verdict_day").update();
    try (InputStream migration =
        Objects.requireNonNull(
            getClass().getResourceAsStream("/db/migration/V19__verdict_totals.sql"))) {
      String all = new String(migration.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : all.split(";\\s*\n", -1)) {
        if (statement.strip().startsWith("insert into")) {
          jdbc.sql(statement).update();
        }
      }
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** What lies in the tables of a copy is what judging it says. */
  private void checkCopies(int cases) {
    List<Reference> some =
        new Random(7)
            .ints(SAMPLE, JUDGED + 1, cases + 1)
            .mapToObj(number -> new Reference(reference(number)))
            .distinct()
            .toList();
    for (Judgement judgement : context.getBean(Deadlines.class).judge(some)) {
      List<Verdict> kept =
          jdbc.sql("select * from verdict where reference = ? order by number")
              .param(judgement.file().reference().value())
              .query(Verdict::read)
              .list();
      if (!kept.equals(Verdict.of(judgement, NOW))) {
        throw new IllegalStateException(judgement.file().reference() + " is judged otherwise");
      }
    }
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
    Question whole = question(null);
    Question narrowed = question(busiest());
    check(accounts, all, whole, limit(null, null));
    check(accounts, one, whole, limit("energy", null));
    check(accounts, all, narrowed, limit(null, busiest()));
    for (int round = -WARM_UP; round < rounds; round++) {
      sample("ours", cases, round, () -> accounts.as(all, () -> ours(whole)));
      sample("peer", cases, round, this::peer);
      sample("limit", cases, round, () -> limit(null, null));
      sample("ours-of-a-body", cases, round, () -> accounts.as(one, () -> ours(whole)));
      sample("limit-of-a-body", cases, round, () -> limit("energy", null));
      sample("ours-narrowed", cases, round, () -> accounts.as(all, () -> ours(narrowed)));
      sample("limit-narrowed", cases, round, () -> limit(null, busiest()));
      sample("ours-with-figures", cases, round, () -> accounts.as(all, () -> figures(whole)));
    }
  }

  /** The body that has most to do. */
  private String busiest() {
    if (busiest == null) {
      busiest =
          jdbc.sql(
                  "select body from verdict where body is not null group by body order by count(*) desc limit 1")
              .query(String.class)
              .single();
    }
    return busiest;
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

  private static Question question(@Nullable String body) {
    BodyCode code = body == null ? null : new BodyCode(body);
    return new Question(
        Viewpoint.now(Clock.fixed(NOW, ZoneOffset.UTC)),
        new FindingFilter(Question.USUAL, null, code, null, null, null, null),
        Narrowing.NONE);
  }

  private long ours(Question question) {
    Report page = context.getBean(OverdueReport.class).page(question, null, LIMIT);
    return page.totals().values().stream().mapToLong(Long::longValue).sum();
  }

  private long figures(Question question) {
    return context.getBean(OverdueReport.class).overview(question, null, LIMIT).figures().all();
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
  private long limit(@Nullable String viewer, @Nullable String body) {
    String where =
        " where v.place < 8 and v.place <> 6"
            + (viewer == null
                ? ""
                : " and exists (select 1 from involvement w where w.reference = v.reference and w.body = '"
                    + viewer
                    + "')")
            + (body == null ? "" : " and v.body = '" + body + "'");
    jdbc.sql(
            "select v.*, i.description, i.stage from verdict v join instrument i on i.reference = v.reference"
                + where
                + " order by v.place, v.due_on, v.reference, v.number limit "
                + LIMIT)
        .query()
        .listOfRows();
    return jdbc
        .sql("select v.status, count(*) as lines from verdict v" + where + " group by v.status")
        .query()
        .listOfRows()
        .stream()
        .mapToLong(row -> (Long) row.get("lines"))
        .sum();
  }

  /** A wrong or different result fails before any figure is printed. */
  private void check(Accounts accounts, Account account, Question question, long limit) {
    long ours = accounts.as(account, () -> ours(question));
    if (ours != limit) {
      throw new IllegalStateException("ours finds " + ours + ", the limit " + limit);
    }
  }
}
