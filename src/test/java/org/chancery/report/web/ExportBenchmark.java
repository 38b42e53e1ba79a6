package org.chancery.report.web;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
 * P12: exports of growing size in a small heap ({@code -Xmx256m}). The items are made while it
 * goes. <i>Ours</i> writes each as it comes; the <i>peer</i> collects them and keeps the file, as
 * one does without thinking of it. At each tenth of the way the heap is collected, and what still
 * lives is its height there.
 *
 * <p>Arguments: {@code csv} or {@code xlsx}, {@code ours} or {@code peer}, how many items.
 */
final class ExportBenchmark {

  private static final LocalDate DAY = LocalDate.of(2027, 1, 1);
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();
  private static final int HEIGHTS = 10;

  private long highest;
  private long collecting;
  private List<Item> collected = List.of();

  private ExportBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    LocaleContextHolder.setLocale(Locale.ENGLISH);
    int size = Integer.parseInt(arguments[2]);
    try (AnnotationConfigApplicationContext house = house()) {
      Export export =
          arguments[0].equals("csv")
              ? house.getBean(CsvExport.class)
              : house.getBean(XlsxExport.class);
      new ExportBenchmark().run(export, arguments[1].equals("ours"), 10_000);
      ExportBenchmark run = new ExportBenchmark();
      long start = System.nanoTime();
      long bytes = run.run(export, arguments[1].equals("ours"), size);
      long wall = (System.nanoTime() - start - run.collecting) / 1_000_000;
      System.out.printf(
          "%s,%s,%d,%d,%d,%d%n",
          arguments[0], arguments[1], size, wall, run.highest / 1_024, bytes);
    }
  }

  private long run(Export export, boolean ours, int size) throws IOException {
    Stream<Item> items = IntStream.range(0, size).mapToObj(number -> item(number, size));
    if (ours) {
      Counter sent = new Counter();
      export.write(answered(items), sent);
      return sent.bytes;
    }
    collected = items.toList();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    export.write(answered(collected.stream()), kept);
    measure();
    return kept.size();
  }

  private static Answered answered(Stream<Item> items) {
    return new Answered(new Asked("/", Map.of()), DAY, Instant.EPOCH, items::forEach);
  }

  private Item item(int number, int size) {
    if (number % Math.max(1, size / HEIGHTS) == 0) {
      measure();
    }
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
            "spring.messages.fallback-to-system-locale=false")
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

    @Override
    public void write(int octet) {
      bytes++;
    }

    @Override
    public void write(byte[] octets, int from, int length) {
      bytes += length;
    }
  }
}
