package org.chancery.deadline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.HouseSection;
import org.chancery.Statistics;
import org.chancery.journal.JournalSection;
import org.chancery.lifecycle.TasksSection;
import org.chancery.process.JobsBenchmark;
import org.chancery.report.ReportSection;

/**
 * Writes the page on the benchmarks from their samples.
 *
 * <p>Arguments: the folder of the samples, the heap the judge was measured in, the page.
 */
final class BenchmarkPage {

  private static final double MUST_OF_PEER = 2;
  private static final double MUST_OF_LIMIT = 0.03;
  private static final double MUST_EXPONENT = 1.05;
  private static final double MUST_HEAP = 1.2;

  /** A line of samples. */
  private record Sample(String who, int cases, double wall, double cpu, long heap) {

    static Sample of(String line) {
      String[] cells = line.split(",", -1);
      return new Sample(
          cells[1],
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[5]),
          Double.parseDouble(cells[6]),
          cells.length > 7 ? Long.parseLong(cells[7]) : 0);
    }

    double microsPerCase() {
      return 1_000 * cpu / cases;
    }
  }

  private BenchmarkPage() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    List<Sample> judge = samples(folder.resolve("judge.csv"));
    List<Sample> sweep = samples(folder.resolve("sweep.csv"));
    Files.writeString(
        Path.of(arguments[2]),
        """
        # Benchmarks

        Written by `bin/prove bench`; the samples lie in `docs/benchmarks`. A time on a shared machine says little, so each figure
        stands beside those of a peer and a limit measured in turn with it, and a ratio is the median of the ratios of the rounds
        (in brackets the lowest and the highest). All find the same, finding by finding, or nothing is printed. Times are those of
        the CPU: of the whole JVM, its collector and compiler included, or in the sweep of the thread that judges. What is
        missed, and what it would take: [where the time goes](where-time-goes.md).

        %s

        ## Judging in memory (P3)

        The whole rule catalogue on a made-up register of %,d cases with ten milestones each, by one thread. *Ours*: the judge as
        the product uses it. *Peer*: Drools as a tutorial shows it, the same rules and facts in one stateful session, all cases at
        once. *Limit*: a loop written by hand that makes the same findings. Deadlines are stated: no statutory term is
        reckoned, since the loop knows none.

        %s
        ## A sweep in a small heap (P7)

        The same, with cases that nobody keeps, in `-Xmx512m`; one JVM for each size. The live heap is the highest after a full
        collection at each tenth of the way.

        %s%s%s%s%s%s%s"""
            .formatted(
                machine(arguments[1]),
                judge.get(0).cases(),
                judging(judge),
                sweeping(sweep),
                RegisterSweepSection.of(folder),
                ReportSection.of(folder),
                HouseSection.of(folder),
                JournalSection.of(folder),
                JobsBenchmark.section(folder),
                TasksSection.of(folder)));
  }

  private static List<Sample> samples(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(Sample::of).toList();
  }

  private static String machine(String heap) {
    return "Measured on %d processors (%s), %s %s, collector of the JVM's own choice, heap %s."
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            System.getProperty("os.arch"),
            System.getProperty("java.vm.name"),
            System.getProperty("java.version"),
            heap);
  }

  private static String judging(List<Sample> samples) {
    List<Sample> ours = of(samples, "ours");
    List<Sample> peer = of(samples, "peer");
    List<Sample> limit = of(samples, "limit");
    return """
        | | µs of CPU a case | cases in a second of CPU |
        | --- | ---: | ---: |
        %s%s%s
        | Ratio of throughput | measured | must | stretch |
        | --- | ---: | ---: | ---: |
        | ours / peer | %s | ≥ %.0f | ≥ 4 |
        | ours / limit | %s | ≥ %.2f | ≥ 0.10 |

        """
        .formatted(
            row("ours", ours),
            row("peer", peer),
            row("limit", limit),
            ratio(peer, ours),
            MUST_OF_PEER,
            ratio(limit, ours),
            MUST_OF_LIMIT);
  }

  private static String row(String who, List<Sample> samples) {
    double micros = Statistics.median(samples.stream().map(Sample::microsPerCase).toList());
    return "| %s | %s | %,.0f |\n"
        .formatted(
            who,
            Statistics.spread(samples.stream().map(Sample::microsPerCase).toList()),
            1e6 / micros);
  }

  private static String ratio(List<Sample> slow, List<Sample> fast) {
    return Statistics.spread(
        IntStream.range(0, fast.size())
            .mapToObj(i -> slow.get(i).cpu() / fast.get(i).cpu())
            .toList());
  }

  private static String sweeping(List<Sample> samples) {
    String rows =
        samples.stream()
            .map(
                each ->
                    "| %,d | %,.0f | %.1f | %,.1f |\n"
                        .formatted(
                            each.cases() * 10,
                            each.cpu(),
                            each.microsPerCase() / 10,
                            each.heap() / 1_024.0))
            .collect(Collectors.joining());
    double lowest = samples.stream().mapToLong(Sample::heap).min().orElseThrow();
    double highest = samples.stream().mapToLong(Sample::heap).max().orElseThrow();
    return """
        | Milestones | ms of CPU | µs a milestone | live heap, MB |
        | ---: | ---: | ---: | ---: |
        %s
        Growth exponent %.3f (must: ≤ %.2f); highest heap %.2f × the lowest (must: ≤ %.1f).
        """
        .formatted(
            rows,
            Statistics.exponent(
                samples.stream().map(each -> (double) each.cases()).toList(),
                samples.stream().map(Sample::cpu).toList()),
            MUST_EXPONENT,
            highest / lowest,
            MUST_HEAP);
  }

  private static List<Sample> of(List<Sample> samples, String who) {
    return samples.stream().filter(each -> each.who().equals(who)).toList();
  }
}
