package org.chancery.instrument;

import static org.chancery.instrument.CaseFixture.agreement;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long a search takes in registers of growing size: whole words, a beginning, a word mistyped,
 * and a word that stands in every case. Titles are made of words in three scripts, of which few are
 * frequent and many rare.
 *
 * <p>Arguments: {@code h2} or {@code postgres}, then the numbers of cases. Writes to standard
 * output a line of CSV for each: the database, how many cases, what was searched for, the median
 * and the 95th percentile in milliseconds, and how many were found.
 */
final class SearchBenchmark {

  private static final int VOCABULARY = 30_000;
  private static final String DATABASE = "search.database";
  private static final int ROUNDS = 300;
  private static final List<String> ALPHABETS =
      List.of(
          "abcçdeəfgğhiıjklmnoöprsştuüvz",
          "абвгғдежзикқлмнңоөпрстуұүшы",
          "ابتثجحخدذرزسشصضطظعغفقكلمنهوي");

  private final Random random = new Random(7);
  private final List<List<String>> words =
      ALPHABETS.stream()
          .map(letters -> IntStream.range(0, VOCABULARY).mapToObj(i -> word(letters)).toList())
          .toList();
  private final Instruments instruments;
  private final Searching searching;
  private final TransactionTemplate transaction;

  private SearchBenchmark(AnnotationConfigApplicationContext house) {
    this.instruments = house.getBean(Instruments.class);
    this.searching = house.getBean(Searching.class);
    this.transaction = new TransactionTemplate(house.getBean(PlatformTransactionManager.class));
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty(DATABASE, arguments[0]);
    try (AnnotationConfigApplicationContext house =
        new AnnotationConfigApplicationContext(Database.class)) {
      SearchBenchmark benchmark = new SearchBenchmark(house);
      int cases = 0;
      for (String size : List.of(arguments).subList(1, arguments.length)) {
        int wanted = Integer.parseInt(size);
        benchmark.grow(wanted - cases);
        cases = wanted;
        if (arguments[0].equals("postgres")) {
          house.getBean(JdbcClient.class).sql("analyze").update();
        }
        benchmark.measure(arguments[0] + "," + cases);
      }
    }
  }

  private void grow(int more) {
    for (int portion = 0; portion < more; portion += 500) {
      int size = Math.min(500, more - portion);
      transaction.executeWithoutResult(
          status -> IntStream.range(0, size).forEach(i -> instruments.open(made().opening())));
    }
  }

  private CaseFixture made() {
    return agreement()
        .parties("AZ", random.nextBoolean() ? "KZ" : "TR")
        .title("en", "Agreement on " + title(0))
        .title("az", title(0))
        .title("kk", title(1))
        .title("ar", title(2));
  }

  private String title(int script) {
    return IntStream.range(0, 8).mapToObj(i -> any(script)).collect(Collectors.joining(" "));
  }

  /** Frequent words first, as in any language. */
  private String any(int script) {
    double skewed = Math.pow(random.nextDouble(), 3);
    return words.get(script).get((int) (skewed * VOCABULARY));
  }

  private String word(String letters) {
    return random
        .ints(5 + random.nextInt(6), 0, letters.length())
        .mapToObj(i -> letters.substring(i, i + 1))
        .collect(Collectors.joining());
  }

  private void measure(String where) {
    time(where, "exact", () -> any(random.nextInt(3)));
    time(where, "beginning", () -> any(random.nextInt(3)).substring(0, 4));
    time(where, "mistyped", () -> mistyped(any(random.nextInt(3))));
    time(
        where,
        "two mistyped",
        () -> {
          int script = random.nextInt(3);
          return mistyped(any(script)) + " " + mistyped(any(script));
        });
    time(where, "in every case", () -> "agreement");
    time(where, "in every case and one mistyped", () -> mistyped(any(0)) + " agreement");
    time(where, "nothing", () -> "zzzzzqqqqq");
  }

  private String mistyped(String word) {
    int at = random.nextInt(word.length());
    return word.substring(0, at) + "x" + word.substring(at + 1);
  }

  private void time(String where, String what, Supplier<String> query) {
    List<Double> times = new ArrayList<>();
    long hits = 0;
    for (int round = 0; round < ROUNDS + ROUNDS / 3; round++) {
      String text = query.get();
      long start = System.nanoTime();
      hits += searching.find(text, null).count();
      if (round >= ROUNDS / 3) {
        times.add((System.nanoTime() - start) / 1e6);
      }
    }
    Collections.sort(times);
    System.out.println(
        String.format(
            Locale.ROOT,
            "%s,%s,%.2f,%.2f,%.1f",
            where,
            what,
            times.get(times.size() / 2),
            times.get(times.size() * 95 / 100),
            hits / (double) (ROUNDS + ROUNDS / 3)));
  }

  /** The register on a database on disk, with a pool. */
  @TestConfiguration(proxyBeanMethods = false)
  @Import(RegisterFixture.class)
  static class Database {

    @Bean
    DataSource database() throws IOException {
      HikariDataSource pool = new HikariDataSource();
      pool.setMaximumPoolSize(4);
      if ("postgres".equals(System.getProperty(DATABASE))) {
        EmbeddedPostgres server = EmbeddedPostgres.start();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
      } else {
        pool.setJdbcUrl(
            "jdbc:h2:file:" + Files.createTempDirectory("search").resolve("h2") + ";WRITE_DELAY=0");
      }
      Flyway.configure().dataSource(pool).load().migrate();
      return pool;
    }
  }
}
