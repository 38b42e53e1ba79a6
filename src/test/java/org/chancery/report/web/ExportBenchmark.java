package org.chancery.report.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.BodyCode;
import org.chancery.calendar.SpokenDate;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.Zones;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Organisations;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.instrument.Title;
import org.chancery.report.Item;
import org.chancery.web.Message;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * P12: exports of growing size. The items are made while it goes. <i>Ours</i> writes each as it
 * comes; the <i>peer</i> collects them and keeps the file, as one does without thinking of it. At
 * each tenth of the way the heap is collected, and what still lives is its height there. The
 * <i>limit</i> is PostgreSQL, which holds the rows of just this file as texts and copies them out
 * as CSV.
 *
 * <p>Arguments: {@code csv} or {@code xlsx}, {@code ours}, {@code peer} or {@code limit}, how many
 * items, which round.
 */
final class ExportBenchmark {

  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int HEIGHTS = 10;

  private static final int WARM_UP = 20_000;

  private long highest;
  private long collecting;
  private long wall;
  private long firstByte;
  private long bytes;
  private List<Item> collected = List.of();

  private ExportBenchmark() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    int size = Integer.parseInt(arguments[2]);
    try (AnnotationConfigApplicationContext house = house()) {
      Export export =
          arguments[0].equals("csv")
              ? house.getBean(CsvExport.class)
              : house.getBean(XlsxExport.class);
      ExportBenchmark run = new ExportBenchmark();
      if (arguments[1].equals("limit")) {
        run.copy(export, size);
      } else {
        new ExportBenchmark().run(export, arguments[1].equals("ours"), WARM_UP);
        run.run(export, arguments[1].equals("ours"), size);
      }
      System.out.printf(
          "%s,%s,%d,%s,%d,%d,%d,%d%n",
          arguments[0],
          arguments[1],
          size,
          arguments[3],
          run.wall / 1_000_000,
          run.firstByte / 1_000_000,
          run.highest / 1_024,
          run.bytes);
    }
  }

  private void run(Export export, boolean ours, int size) throws IOException {
    Stream<Item> items = IntStream.range(0, size).mapToObj(number -> item(number, size));
    long start = System.nanoTime();
    Counter sent = new Counter();
    if (ours) {
      export.write(answered(items), sent);
    } else {
      collected = items.toList();
      ByteArrayOutputStream kept = new ByteArrayOutputStream();
      export.write(answered(collected.stream()), kept);
      measure();
      kept.writeTo(sent);
    }
    finish(start, sent);
  }

  private void finish(long start, Counter sent) {
    wall = System.nanoTime() - start - collecting;
    firstByte = sent.first - start;
    bytes = sent.bytes;
  }

  /** Loads the file into a table of texts, and measures how it is copied out again. */
  private void copy(Export export, int size) throws IOException, SQLException {
    Path file = Files.createTempFile("export", ".csv");
    try (EmbeddedPostgres server =
            EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        Connection connection = server.getPostgresDatabase().getConnection()) {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
        export.write(answered(IntStream.range(0, size).mapToObj(ExportBenchmark::item)), out);
      }
      load(connection, file);
      for (int warm = 0; warm < 2; warm++) {
        Counter sent = new Counter();
        long start = System.nanoTime();
        copyOut(connection, sent);
        finish(start, sent);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void load(Connection connection, Path file) throws IOException, SQLException {
    String head;
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      head = lines.readLine().substring(1);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          Stream.of(head.split(",", -1))
              .map(column -> '"' + column + "\" text")
              .collect(Collectors.joining(", ", "create table export (", ")")));
      statement.execute("copy export from '" + file + "' (format csv, header)");
      statement.execute("vacuum analyze export");
    }
  }

  /** By name, since the driver's own types name annotations that are not on the class path. */
  private static void copyOut(Connection connection, OutputStream out) throws SQLException {
    try {
      Class<?> driver = Class.forName("org.postgresql.PGConnection");
      Object copying = driver.getMethod("getCopyAPI").invoke(connection.unwrap(driver));
      copying
          .getClass()
          .getMethod("copyOut", String.class, OutputStream.class)
          .invoke(copying, "copy export to stdout (format csv)", out);
    } catch (ReflectiveOperationException changed) {
      throw new IllegalStateException("The driver copies otherwise", changed);
    }
  }

  private static Answered answered(Stream<Item> items) {
    return new Answered(new Asked("/", Map.of()), DAY, Instant.EPOCH, items::forEach);
  }

  private Item item(int number, int size) {
    if (number % Math.max(1, size / HEIGHTS) == 0) {
      measure();
    }
    return item(number);
  }

  private static Item item(int number) {
    Reference reference = Reference.of(1000 + number / 1_000_000, number % 1_000_000);
    LocalDate day = DAY.minusDays(number % 3_000);
    Due due =
        new Due(
            "by the day " + number, StatedDate.of(day), day, day, null, ZoneOffset.UTC, List.of());
    Finding finding =
        new Finding(
            "overdue",
            "1",
            new Finding.Subject(reference, "case-" + number, 1, null),
            Status.OVERDUE,
            Severity.WARNING,
            Basis.STATED,
            "An agency, " + number,
            due,
            new DaysLate(number % 3_000, number % 3_000),
            null,
            new BodyCode("mfa"),
            List.of(),
            day,
            day,
            Message.of("page.overdue.asOf", "item " + number));
    return new Item(
        finding,
        Title.english("Agreement on the matter of no. " + number),
        InstrumentType.AGREEMENT,
        new Item.Subject(MilestoneKind.MEASURE, Title.english("Measure no. " + number)),
        null,
        null,
        Stage.IN_FORCE,
        List.of());
  }

  private void measure() {
    long start = System.nanoTime();
    MEMORY.gc();
    highest = Math.max(highest, MEMORY.getHeapMemoryUsage().getUsed());
    collecting += System.nanoTime() - start;
  }

  private static AnnotationConfigApplicationContext house() {
    AnnotationConfigApplicationContext house = new AnnotationConfigApplicationContext();
    TestPropertyValues.of(
            "spring.messages.basename=messages/page,messages/word",
            "spring.messages.fallback-to-system-locale=false",
            "chancery.home=AZ")
        .applyTo(house);
    house.register(MessageSourceAutoConfiguration.class, SpokenDate.class, Reader.class);
    house.register(SheetColumns.class, CsvExport.class, XlsxExport.class);
    for (Class<?> type : List.of(Accounts.class, Bodies.class, Organisations.class, Zones.class)) {
      stub(house, type);
    }
    house.refresh();
    return house;
  }

  private static <T> void stub(AnnotationConfigApplicationContext house, Class<T> type) {
    house.registerBean(type, () -> mock(type, withSettings().stubOnly()));
  }

  /** Counts what goes out. */
  private static final class Counter extends OutputStream {

    private long bytes;
    private long first;

    @Override
    public void write(int octet) {
      count(1);
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      count(length);
    }

    private void count(int more) {
      if (bytes == 0) {
        first = System.nanoTime();
      }
      bytes += more;
    }
  }
}
