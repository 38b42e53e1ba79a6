package org.chancery.deadline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.chancery.calendar.AsOf;

/**
 * P7: a sweep over registers of growing size in a small heap. The cases are made while it goes and
 * kept by nobody; their making is not timed. At each tenth of the way the heap is collected, and
 * what still lives is its height there.
 *
 * <p>Arguments: how many milestones, the file to which the sample is added.
 */
final class SweepBenchmark {

  private static final AsOf DAY = AsOf.day(Population.DAY);
  private static final Population REGISTER = new Population(7, 10);
  private static final int WARM_UP_CASES = 10_000;
  private static final int CHUNK = 100;
  private static final int HEIGHTS = 10;
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private Usage used = new Usage(0, 0);
  private long peak;
  private int findings;

  private SweepBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int cases = Integer.parseInt(arguments[0]) / REGISTER.milestones();
    new SweepBenchmark().sweep(WARM_UP_CASES);
    SweepBenchmark sweep = new SweepBenchmark();
    sweep.sweep(cases);
    String sample =
        "%s,%d"
            .formatted(
                sweep.used.sample("sweep", "ours", cases, 1, sweep.findings), sweep.peak / 1_024);
    Files.write(
        Path.of(arguments[1]),
        List.of(sample),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    System.out.println(sample);
  }

  private void sweep(int cases) {
    measureHeap();
    for (int from = 1; from <= cases; from += CHUNK) {
      int chunk = Math.min(CHUNK, cases - from + 1);
      List<Population.Case> read =
          java.util.stream.IntStream.range(from, from + chunk).mapToObj(REGISTER::of).toList();
      Usage before = Usage.ofThread();
      for (Population.Case each : read) {
        findings += A.JUDGE.judge(each.file(), each.kin(), DAY, A.TABLES).findings().size();
      }
      Usage own = Usage.ofThread().since(before);
      used = new Usage(used.wall() + own.wall(), used.cpu() + own.cpu());
      if ((from - 1) % Math.max(CHUNK, cases / HEIGHTS) == 0) {
        measureHeap();
      }
    }
  }

  private void measureHeap() {
    MEMORY.gc();
    peak = Math.max(peak, MEMORY.getHeapMemoryUsage().getUsed());
  }
}
