package org.chancery;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BinaryOperator;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.chancery.Samples.Notes;
import org.chancery.instrument.Reference;
import org.peer.BareEngine;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What programs ask for, on a durable PostgreSQL: opening a case with twelve deadlines (P1),
 * completing a task (P2) and a file of many cases (P13). <em>Ours</em>: by REST. <em>Peer</em>: the
 * engine as it comes, behind the same doors, with the same rows beside it ({@link BareEngine}); of
 * a file: a request for each case. <em>Limit</em>: the very same rows by plain JDBC in batches, one
 * commit each; of a file: by {@code COPY}.
 *
 * <p>Arguments: how many requests in a round, how many rounds, the file of the samples.
 */
final class RequestsBenchmark {

  private static final int CLIENTS = 4;
  private static final int DEADLINES = 12;

  /** So many rounds only warm up, and no more than are counted. */
  private static final int WARM_UP = 4;

  /** For how many seconds of a round requests come at a steady pace. */
  private static final int STEADY = 3;

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'milestones': [%s]}"""
          .formatted(
              IntStream.rangeClosed(1, DEADLINES)
                  .mapToObj("{'kind': 'REPORT', 'due': '2027-%02d-28'}"::formatted)
                  .collect(Collectors.joining(", ")))
          .replace("\n", "");

  private final DataSource database;
  private final JdbcClient jdbc;
  private final BareEngine bare;
  private final Caller caller;
  private final int each;
  private final Notes notes;
  private final ExecutorService clients =
      Executors.newFixedThreadPool(CLIENTS, RequestsBenchmark::client);
  private final AtomicInteger keys = new AtomicInteger();
  private final Footprint opening;
  private final String original;
  private final Footprint completion;
  private final String completed;

  private RequestsBenchmark(ConfigurableApplicationContext house, int each, Notes notes) {
    this.database = house.getBean(DataSource.class);
    this.jdbc = house.getBean(JdbcClient.class);
    this.bare = house.getBean(BareEngine.class);
    int port = ((ServletWebServerApplicationContext) house).getWebServer().getPort();
    this.caller = Caller.at(port, "mddtClerk");
    this.each = each;
    this.notes = notes;
    open(keys.incrementAndGet()); // What is remembered of the first is no part of each.
    List<String> opened = new ArrayList<>();
    this.opening = Footprint.of(jdbc, () -> opened.add(open("key-0")));
    this.original = opened.get(0);
    this.completed = tasks(original).get(0);
    this.completion = Footprint.of(jdbc, () -> complete(completed));
    bare.lay(opening.in(table -> !table.startsWith("act_")));
    System.out.printf(
        "opening leaves %d rows, %d of them the engine's; completing %d%n",
        opening.rows(), opening.in(table -> table.startsWith("act_")).rows(), completion.rows());
  }

  public static void main(String[] arguments) throws Exception {
    try (ConfigurableApplicationContext house =
            QuietHouse.with(BareEngine.class)
                .set("chancery.import.threads=2") // as application-postgresql.yaml has it
                .on(OnPostgres.emptyDatabase("requests_benchmark"));
        Notes notes = new Notes(Path.of(arguments[2]))) {
      new RequestsBenchmark(house, Integer.parseInt(arguments[0]), notes)
          .run(Integer.parseInt(arguments[1]));
    }
    System.exit(0);
  }

  /** Ends with the benchmark, however that ends. */
  private static Thread client(Runnable work) {
    Thread client = new Thread(work, "client");
    client.setDaemon(true);
    return client;
  }

  private void run(int rounds) throws SQLException, IOException {
    for (int round = 1 - Math.min(WARM_UP, rounds); round <= rounds; round++) {
      int counted = Math.max(0, round);
      opening(counted);
      completing(counted);
      importing(counted);
    }
    steadily(rounds);
    clients.shutdown();
  }

  private void opening(int round) {
    Map<String, Long> before = counts();
    notes.note("open", "ours", round, each, atOnce(each, n -> open(keys.incrementAndGet())));
    Map<String, Long> ours = added(before);
    notes.note("open", "peer", round, each, atOnce(each, n -> bare(keys.incrementAndGet())));
    requireSame(ours, added(plus(before, ours)));
    notes.note("open", "limit", round, each, atOnce(each, n -> write(keys.incrementAndGet())));
    requireSame(ours, added(plus(before, plus(ours, ours))));
  }

  private void completing(int round) {
    int count = each;
    List<String> ours = numbers(count).flatMap(n -> tasks(open(n)).stream()).toList();
    List<String> theirs = numbers(count).flatMap(n -> bare.tasks(bare(n)).stream()).toList();
    List<Footprint.Names> rows = numbers(count).map(this::written).toList();
    notes.note("complete", "ours", round, count, atOnce(count, n -> complete(ours.get(n))));
    notes.note(
        "complete",
        "peer",
        round,
        count,
        atOnce(
            count,
            n ->
                require(
                    200, caller.post("/api/bare/tasks/" + theirs.get(n) + "/completion", "{}"))));
    notes.note("complete", "limit", round, count, atOnce(count, n -> change(rows.get(n))));
  }

  private Stream<Integer> numbers(int count) {
    return IntStream.range(0, count).mapToObj(n -> keys.incrementAndGet());
  }

  private void importing(int round) throws SQLException, IOException {
    String file = (CASE.replace('\'', '"') + "\n").repeat(each);
    Map<String, Long> before = counts();
    double ours =
        Notes.time(
            () ->
                require(
                    200,
                    caller.send(
                        "/api/instruments:import",
                        "application/x-ndjson",
                        BodyPublishers.ofString(file))));
    if (!Long.valueOf(each).equals(added(before).get("instrument"))) {
      throw new IllegalStateException("The file was not taken whole");
    }
    notes.note("import", "ours", round, each, ours);
    notes.note("import", "peer", round, each, Notes.time(() -> numbers(each).forEach(this::open)));
    notes.note("import", "limit", round, each, copied());
  }

  /** All rows of as many cases, a table after the other, in one transaction. */
  private double copied() throws SQLException, IOException {
    Map<String, StringBuilder> lines = new LinkedHashMap<>();
    for (int n = 0; n < each; n++) {
      opening
          .lines(names(keys.incrementAndGet()))
          .forEach(
              (table, text) ->
                  lines.computeIfAbsent(table, any -> new StringBuilder()).append(text));
    }
    long start = System.nanoTime();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
      for (Map.Entry<String, StringBuilder> table : lines.entrySet()) {
        copy.copyIn(
            "copy " + table.getKey() + " from stdin",
            new StringReader(table.getValue().toString()));
      }
      connection.commit();
    }
    return (System.nanoTime() - start) / 1e6;
  }

  /** Opening at half the pace it can be done at most, however long each takes. */
  private void steadily(int rounds) {
    int count = each;
    double most = atOnce(count, n -> open(keys.incrementAndGet()));
    long pause = Math.round(2e6 * most / count);
    Histogram took = new ConcurrentHistogram(3);
    ExecutorService many = Executors.newCachedThreadPool();
    long begun = System.nanoTime();
    for (long next = begun;
        next - begun < TimeUnit.SECONDS.toNanos((long) STEADY * rounds);
        next += pause) {
      long due = next;
      LockSupport.parkNanos(due - System.nanoTime());
      many.execute(
          () -> {
            open(keys.incrementAndGet());
            took.recordValue(System.nanoTime() - due);
          });
    }
    many.shutdown();
    try {
      many.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    for (double percent : new double[] {50, 95, 99}) {
      double wall = took.getValueAtPercentile(percent) / 1e6;
      notes.note("open at half the pace", "p" + (int) percent, 1, 1, wall);
    }
    notes.note("open at half the pace", "requests", 1, (int) took.getTotalCount(), pause / 1e6);
  }

  private String open(int key) {
    return open("key-" + key);
  }

  private String open(String key) {
    Caller.Answer answer = caller.post("/api/instruments", CASE, "Idempotency-Key", key);
    require(201, answer);
    return answer.body().path("reference").asText();
  }

  private String bare(int key) {
    Caller.Answer answer =
        caller.post("/api/bare/cases?original=" + original + "&key=" + key, CASE);
    require(201, answer);
    return answer.body().path("reference").asText();
  }

  private String complete(String task) {
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    return require(
        200, caller.post("/api/tasks/" + task + "/completion", "{'on': '" + today + "'}"));
  }

  private static String require(int status, Caller.Answer answer) {
    if (answer.status() != status) {
      throw new IllegalStateException(answer.status() + ": " + answer.body());
    }
    return "";
  }

  private List<String> tasks(String reference) {
    return jdbc.sql(
            """
            select t.id_ from act_ru_task t join act_hi_procinst p on p.proc_inst_id_ = t.proc_inst_id_
              join act_hi_procinst r on r.proc_inst_id_ = p.root_proc_inst_id_
            where r.business_key_ = ? order by 1""")
        .param(reference)
        .query(String.class)
        .list();
  }

  private Footprint.Names names(int key) {
    return opening.names(
        Map.of(original, Reference.of(2032, key).value(), "key-0", "limit-" + key));
  }

  private String write(int key) {
    written(key);
    return "";
  }

  private Footprint.Names written(int key) {
    Footprint.Names names = names(key);
    inOneCommit(opening, names);
    return names;
  }

  /** A task of a case that was written so before. */
  private String change(Footprint.Names opened) {
    inOneCommit(completion, opened.and(completion));
    return "";
  }

  private void inOneCommit(Footprint footprint, Footprint.Names names) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      footprint.write(connection, names);
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * How many milliseconds the clients need for so many together, each of them after a checkpoint:
   * who writes a page first after one writes it to the log as a whole.
   */
  private double atOnce(int count, IntFunction<String> one) {
    jdbc.sql("checkpoint").update();
    List<Future<String>> all = new ArrayList<>();
    long start = System.nanoTime();
    for (int n = 0; n < count; n++) {
      int number = n;
      all.add(clients.submit(() -> one.apply(number)));
    }
    try {
      for (Future<String> each : all) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException(failed);
    }
    return (System.nanoTime() - start) / 1e6;
  }

  private Map<String, Long> counts() {
    return Stream.of("instrument", "milestone", "journal", "verdict", "idempotency_key")
        .collect(
            Collectors.toMap(
                table -> table,
                table -> jdbc.sql("select count(*) from " + table).query(Long.class).single()));
  }

  private Map<String, Long> added(Map<String, Long> before) {
    return both(counts(), before, (now, then) -> now - then);
  }

  private static Map<String, Long> plus(Map<String, Long> one, Map<String, Long> other) {
    return both(one, other, Long::sum);
  }

  private static Map<String, Long> both(
      Map<String, Long> one, Map<String, Long> other, BinaryOperator<Long> together) {
    Map<String, Long> both = new HashMap<>(other);
    one.forEach((table, count) -> both.merge(table, count, (old, now) -> together.apply(now, old)));
    return both;
  }

  private static void requireSame(Map<String, Long> ours, Map<String, Long> others) {
    if (!ours.equals(others)) {
      throw new IllegalStateException("ours writes " + ours + ", the other " + others);
    }
  }
}
