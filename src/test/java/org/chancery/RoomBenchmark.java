package org.chancery;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.deadline.Sweeping;
import org.chancery.instrument.Reference;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * P16: how much heap and disk cases take, on PostgreSQL: open ones with twelve deadlines and their
 * tasks. <em>Ours</em>: all tables with their indexes. <em>Limit</em>: the same rows in plain
 * tables without any. The heap is what lives after a full collection, once all cases were judged
 * and a report was read.
 *
 * <p>Arguments: how many cases at the most, the file of the samples.
 */
final class RoomBenchmark {

  /** So many are opened one by one; the others are copies of them. */
  private static final int OPENED = 200;

  private static final int DEADLINES = 12;

  private final ConfigurableApplicationContext house;
  private final JdbcClient jdbc;
  private final Caller caller;
  private final List<String> samples =
      new ArrayList<>(List.of("cases,heap_bytes,disk_bytes,plain_bytes,engine_bytes"));

  private RoomBenchmark(ConfigurableApplicationContext house) {
    this.house = house;
    this.jdbc = house.getBean(JdbcClient.class);
    int port = ((ServletWebServerApplicationContext) house).getWebServer().getPort();
    this.caller = Caller.at(port, "mddtClerk");
  }

  public static void main(String[] arguments) throws IOException {
    try (ConfigurableApplicationContext house =
        QuietHouse.with(Sweeping.class).on(OnPostgres.emptyDatabase("room_benchmark"))) {
      RoomBenchmark benchmark = new RoomBenchmark(house);
      benchmark.run(Integer.parseInt(arguments[0]));
      Files.write(Path.of(arguments[1]), benchmark.samples);
    }
    System.exit(0);
  }

  private void run(int most) {
    String deadlines =
        IntStream.rangeClosed(1, DEADLINES)
            .mapToObj("{'kind': 'REPORT', 'due': '2027-%02d-28'}"::formatted)
            .collect(Collectors.joining(", "));
    for (int n = 0; n < OPENED; n++) {
      caller.post(
          "/api/instruments",
          """
          {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum %d'}, 'responsibleBody': 'mddt',
           'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'milestones': [%s]}"""
              .formatted(n, deadlines));
    }
    sample();
    int there = jdbc.sql("select count(*) from instrument").query(Integer.class).single();
    new Copies(jdbc, house.getBean(TransactionTemplate.class))
        .make((most - there) / there, n -> Reference.of(2033, n));
    sample();
  }

  private void sample() {
    house.getBean(Sweeping.class).sweep();
    caller.get("/api/reports/overdue?limit=50");
    caller.get("/api/tasks?limit=50");
    jdbc.sql("vacuum full").update();
    int cases = jdbc.sql("select count(*) from instrument").query(Integer.class).single();
    samples.add("%d,%d,%d,%d,%d".formatted(cases, heap(), disk("%"), plain(), disk("act\\_%")));
    System.out.println(samples.get(samples.size() - 1));
  }

  private static long heap() {
    for (int n = 0; n < 3; n++) {
      ManagementFactory.getMemoryMXBean().gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private long disk(String tables) {
    return jdbc.sql(
            """
            select sum(pg_total_relation_size(quote_ident(table_name)::regclass)) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' and table_name like ?""")
        .param(tables)
        .query(Long.class)
        .single();
  }

  private long plain() {
    List<String> tables =
        jdbc.sql(
                """
                select table_name from information_schema.tables
                where table_schema = 'public' and table_type = 'BASE TABLE'""")
            .query(String.class)
            .list();
    jdbc.sql("create schema plain").update();
    tables.forEach(
        table ->
            jdbc.sql("create table plain.%1$s as select * from public.%1$s".formatted(table))
                .update());
    long bytes =
        jdbc.sql(
                """
                select sum(pg_total_relation_size(('plain.' || table_name)::regclass)) from information_schema.tables
                where table_schema = 'plain'""")
            .query(Long.class)
            .single();
    jdbc.sql("drop schema plain cascade").update();
    return bytes;
  }
}
