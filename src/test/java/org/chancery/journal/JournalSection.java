package org.chancery.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chancery.Statistics;

/** What the page of the benchmarks says of the journal. */
public final class JournalSection {

  private static final double MUST_OF_OPENING = 5;
  private static final double MUST_OF_LIMIT = 0.3;
  private static final double MUST_OF_ONE = 2;

  /** So much was done once. */
  private record Sample(String part, String who, int round, int count, double wall) {

    static Sample of(String line) {
      String[] cells = line.split(",", -1);
      return new Sample(
          cells[0],
          cells[1],
          Integer.parseInt(cells[2]),
          Integer.parseInt(cells[3]),
          Double.parseDouble(cells[4]));
    }

    double each() {
      return wall / count;
    }
  }

  private final List<Sample> samples;

  private JournalSection(List<Sample> samples) {
    this.samples = samples;
  }

  /** The section, where there are samples; round 0 only warmed up. */
  public static String of(Path folder) throws IOException {
    Path file = folder.resolve("journal.csv");
    if (!Files.exists(file)) {
      return "";
    }
    return new JournalSection(
            Files.readAllLines(file).stream()
                .skip(1)
                .map(Sample::of)
                .filter(sample -> sample.round() > 0)
                .toList())
        .text();
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        """

        ## The journal (P17)

        On PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on. *Appending*: a case with twelve milestones is opened
        in the register alone, with the journal and without it; the whole of P1, with HTTP, process and judging, takes longer still.
        *Reading through*: the verifier, beside the same rows read alike and given to one SHA-256; and in memory, without
        a database, beside one SHA-256 over the same bytes. *Writers*: cases that change once and again, a commit each.
        *Sealing*: what was added comes under a root. Milliseconds of the wall, medians.

        | | ms |
        | --- | ---: |
        | open a case with the journal | %.3f |
        | open a case without it | %.3f |
        | read %,d entries through | %,.0f |
        | one change, one writer | %.3f |
        | one change, eight writers at once | %.3f |
        | seal all %,d entries, the first time | %,.0f |
        | seal 100 new among them | %,.1f |
        | look all of them through, the first sealing of a day | %,.0f |

        | | measured | must |
        | --- | ---: | ---: |
        | what the journal adds to opening a case, %% | %s | ≤ %.0f |
        | throughput of reading through, ours / limit | %s | ≥ %.1f |
        | the same in memory | %s | ≥ %.1f |
        | throughput of eight writers / of one | %s | ≥ %.0f |
        """,
        each("append", "with"),
        each("append", "without"),
        count("verify"),
        wall("verify", "ours"),
        each("write", "1 writers"),
        each("write", "8 writers"),
        count("verify"),
        wall("seal", "all"),
        wall("seal", "100 new"),
        wall("seal", "the first of a day"),
        Statistics.spread(
            ratios("append", "with", "without").stream().map(each -> 100 * each - 100).toList()),
        MUST_OF_OPENING,
        Statistics.spread(ratios("verify", "limit", "ours")),
        MUST_OF_LIMIT,
        Statistics.spread(ratios("verify in memory", "limit", "ours")),
        MUST_OF_LIMIT,
        Statistics.spread(ratios("write", "1 writers", "8 writers")),
        MUST_OF_ONE);
  }

  private List<Sample> of(String part, String who) {
    return samples.stream()
        .filter(sample -> sample.part().equals(part) && sample.who().equals(who))
        .toList();
  }

  private double each(String part, String who) {
    return Statistics.median(of(part, who).stream().map(Sample::each).toList());
  }

  private double wall(String part, String who) {
    return Statistics.median(of(part, who).stream().map(Sample::wall).toList());
  }

  private int count(String part) {
    return of(part, "ours").get(0).count();
  }

  /** The time that one took each, by that of the other, round by round. */
  private List<Double> ratios(String part, String one, String other) {
    List<Sample> ones = of(part, one);
    List<Sample> others = of(part, other);
    return IntStream.range(0, ones.size())
        .mapToObj(round -> ones.get(round).each() / others.get(round).each())
        .toList();
  }
}
