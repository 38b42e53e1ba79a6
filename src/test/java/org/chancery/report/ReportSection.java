package org.chancery.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.Statistics;

/** What the page of the benchmarks says of the report, its files, and the search. */
public final class ReportSection {

  private static final double MUST_OF_LIMIT = 1.3;
  private static final double MUST_EXPONENT = 0.15;
  private static final double MUST_OF_COPY = 0.4;
  private static final double MUST_HEAP = 1.2;

  /** A page of the report, asked for once. */
  private record Asked(String who, int cases, double wall) {

    static Asked of(String line) {
      String[] cells = line.split(",", -1);
      return new Asked(cells[1], Integer.parseInt(cells[2]), Double.parseDouble(cells[5]));
    }
  }

  /** A file, written once. */
  private record Written(
      String kind, String who, int rows, double wall, double firstByte, double heap, double bytes) {

    static Written of(String line) {
      String[] cells = line.split(",", -1);
      return new Written(
          cells[0],
          cells[1],
          Integer.parseInt(cells[2]),
          Double.parseDouble(cells[4]),
          Double.parseDouble(cells[5]),
          Double.parseDouble(cells[6]),
          Double.parseDouble(cells[7]));
    }
  }

  private ReportSection() {}

  /** The sections of which there are samples. */
  public static String of(Path folder) throws IOException {
    StringBuilder sections = new StringBuilder();
    Path report = folder.resolve("report.csv");
    if (Files.exists(report)) {
      sections.append(report(lines(report).stream().map(Asked::of).toList()));
    }
    Path export = folder.resolve("export.csv");
    if (Files.exists(export)) {
      sections.append(export(lines(export).stream().map(Written::of).toList()));
    }
    Path search = folder.resolve("search.csv");
    if (Files.exists(search)) {
      sections.append(search(lines(search)));
    }
    return sections.toString();
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).toList();
  }

  private static String report(List<Asked> samples) {
    List<Integer> sizes = samples.stream().map(Asked::cases).distinct().sorted().toList();
    String rows =
        sizes.stream()
            .map(size -> String.format(Locale.ROOT, "| %,d |", size * 10) + cells(samples, size))
            .collect(Collectors.joining());
    int most = sizes.get(sizes.size() - 1);
    return String.format(
        Locale.ROOT,
        """

        ## The overdue report (P8)

        The first page of fifty and the totals, on PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on, twelve
        bodies; median milliseconds of the wall. *Ours*: the report as a page or program asks it. *Peer*: the engine's own history
        query, first page and count, on as many tasks as there are milestones. *Limit*: the same page and totals in plain SQL on the rows
        of the ledger. *A body*: by somebody who sees the cases of one body; *narrowed*: to what one body must do; *figures*: with all
        the figures at the head of the page. Registers beyond 10,000 cases are made of copies of these, of which a sample is judged.
        Rounds: %d.

        | Milestones | ours | peer | limit | a body: ours | limit | narrowed: ours | limit | with figures |
        | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
        %s
        | At %,d milestones | measured | must | stretch |
        | --- | ---: | ---: | ---: |
        | time, ours / limit | %s | ≤ %.1f | ≤ 1.1 |
        | the same of a body | %s | | |
        | the same, narrowed | %s | | |
        | growth exponent, ours | %s | ≤ %.2f | |
        | the same of a body | %.3f | | |
        | the same, narrowed | %.3f | | |
        | the same, with figures | %.3f | | |
        """,
        walls(samples, "ours", most).size(),
        rows,
        most * 10,
        ratio(samples, "", most),
        MUST_OF_LIMIT,
        ratio(samples, "-of-a-body", most),
        ratio(samples, "-narrowed", most),
        atMost(exponent(samples, "ours", sizes), MUST_EXPONENT),
        MUST_EXPONENT,
        exponent(samples, "ours-of-a-body", sizes),
        exponent(samples, "ours-narrowed", sizes),
        exponent(samples, "ours-with-figures", sizes));
  }

  private static String cells(List<Asked> samples, int size) {
    return List.of(
                "ours",
                "peer",
                "limit",
                "ours-of-a-body",
                "limit-of-a-body",
                "ours-narrowed",
                "limit-narrowed",
                "ours-with-figures")
            .stream()
            .map(who -> Statistics.median(walls(samples, who, size)))
            .map(wall -> String.format(Locale.ROOT, " %,.1f |", wall))
            .collect(Collectors.joining())
        + "\n";
  }

  private static String ratio(List<Asked> samples, String what, int size) {
    List<Double> ours = walls(samples, "ours" + what, size);
    List<Double> limit = walls(samples, "limit" + what, size);
    return Statistics.spread(
        IntStream.range(0, ours.size()).mapToObj(i -> ours.get(i) / limit.get(i)).toList());
  }

  private static double exponent(List<Asked> samples, String who, List<Integer> sizes) {
    return Statistics.exponent(
        sizes.stream().map(Integer::doubleValue).toList(),
        sizes.stream().map(size -> Statistics.median(walls(samples, who, size))).toList());
  }

  /** The figure, which says so where it is more than it must be. */
  private static String atMost(double figure, double must) {
    return String.format(Locale.ROOT, figure > must ? "%.3f, not reached" : "%.3f", figure);
  }

  private static List<Double> walls(List<Asked> samples, String who, int size) {
    return samples.stream()
        .filter(each -> each.who().equals(who) && each.cases() == size)
        .map(Asked::wall)
        .toList();
  }

  private static String export(List<Written> samples) {
    String rows =
        samples.stream()
            .map(each -> List.of(each.kind(), each.who(), "" + each.rows()))
            .distinct()
            .map(key -> row(samples, key))
            .collect(Collectors.joining());
    return String.format(
        Locale.ROOT,
        """

        ## Files (P12)

        The writers of the files, on items that are made while it goes; a JVM for each. *Ours* writes each as it comes, *peer* keeps a
        list and the file in memory, *limit* is PostgreSQL's `COPY TO` of the very same rows, held there as texts. What it takes to
        judge the cases again is not in it. Live heap: the highest after a full collection at each tenth of the way. Medians; rounds: %d.

        | | | Rows | seconds | rows a second | first byte, ms | live heap, MB | MB |
        | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |
        %s
        | | measured | must |
        | --- | ---: | ---: |
        | throughput of CSV, ours / limit, at the most rows | %s | ≥ %.1f |
        | live heap of CSV, ours, most rows / fewest | %s | ≤ %.1f |
        | live heap of XLSX, ours, most rows / fewest | %s | ≤ %.1f |
        """,
        of(samples, "csv", "ours", samples.get(0).rows()).size(),
        rows,
        ofCopy(samples),
        MUST_OF_COPY,
        atMost(growth(samples, "csv"), MUST_HEAP),
        MUST_HEAP,
        atMost(growth(samples, "xlsx"), MUST_HEAP),
        MUST_HEAP);
  }

  private static String row(List<Written> all, List<String> key) {
    List<Written> same = of(all, key.get(0), key.get(1), Integer.parseInt(key.get(2)));
    double wall = Statistics.median(same.stream().map(Written::wall).toList());
    double first = Statistics.median(same.stream().map(Written::firstByte).toList());
    double heap = Statistics.median(same.stream().map(Written::heap).toList());
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.1f | %,.0f | %,.0f | %s | %,.1f |\n",
        key.get(0),
        key.get(1),
        Integer.parseInt(key.get(2)),
        wall / 1_000,
        Integer.parseInt(key.get(2)) / wall * 1_000,
        first,
        heap == 0 ? "" : String.format(Locale.ROOT, "%,.1f", heap / 1_024),
        same.get(0).bytes() / 1e6);
  }

  private static String ofCopy(List<Written> samples) {
    int most = samples.stream().mapToInt(Written::rows).max().orElseThrow();
    List<Written> ours = of(samples, "csv", "ours", most);
    List<Written> limit = of(samples, "csv", "limit", most);
    return Statistics.spread(
        IntStream.range(0, ours.size())
            .mapToObj(i -> limit.get(i).wall() / ours.get(i).wall())
            .toList());
  }

  private static double growth(List<Written> samples, String kind) {
    List<Integer> sizes = samples.stream().map(Written::rows).distinct().sorted().toList();
    return heap(samples, kind, sizes.get(sizes.size() - 1)) / heap(samples, kind, sizes.get(0));
  }

  private static double heap(List<Written> samples, String kind, int rows) {
    return Statistics.median(of(samples, kind, "ours", rows).stream().map(Written::heap).toList());
  }

  private static List<Written> of(List<Written> all, String kind, String who, int rows) {
    return all.stream()
        .filter(each -> each.kind().equals(kind) && each.who().equals(who) && each.rows() == rows)
        .toList();
  }

  private static String search(List<String> lines) {
    return """

        ## Search

        Titles in three scripts, searched for whole words, a beginning, a word mistyped, and a word of every case. A search reads the
        first twenty-five cases and counts the others, up to a thousand; milliseconds of the wall, 300 searches each.

        | On | Cases | searched for | median | 95 of 100 within | found |
        | --- | ---: | --- | ---: | ---: | ---: |
        """
        + lines.stream()
            .map(line -> "| " + line.replace(",", " | ") + " |\n")
            .collect(Collectors.joining());
  }
}
