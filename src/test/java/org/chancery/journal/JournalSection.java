package org.chancery.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.chancery.Samples;
import org.chancery.Statistics;

/** What the page of the benchmarks says of the journal. */
public final class JournalSection {

  private static final double MUST_OF_OPENING = 5;
  private static final double MUST_OF_LIMIT = 0.3;
  private static final double MUST_OF_ONE = 2;

  private final Samples samples;
  private final Samples requests;

  private JournalSection(Samples samples, Samples requests) {
    this.samples = samples;
    this.requests = requests;
  }

  /** The section, where there are samples. */
  public static String of(Path folder) throws IOException {
    Samples samples = Samples.of(folder.resolve("journal.csv"));
    return samples.lack("verify")
        ? ""
        : new JournalSection(samples, Samples.of(folder.resolve("requests.csv"))).text();
  }

  private String text() {
    return String.format(
        Locale.ROOT,
        """

        ## The journal (P17)

        On PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on. *Appending*: a case with twelve milestones is opened
        in the register alone, with the journal and without it. *The whole of it*: P1, by REST, with process, judging and
        ledger, at half the pace that is possible, median.
        *Reading through*: the verifier, beside the same rows read alike and given to one SHA-256; and in memory, without
        a database, beside one SHA-256 over the same bytes. *Writers*: cases that change once and again, a commit each, in each round one
        writer and then eight; *from afar*: over a line on which whatever is sent takes half a millisecond. *The house's own*: its journal is one chain,
        so that one writer waits for the other, which shows what a lock shared by all would cost.
        *Sealing*: what was added comes under a root. Milliseconds of the wall, medians.

        | | ms |
        | --- | ---: |
        | open a case with the journal | %.3f |
        | open a case without it | %.3f |
        | read %,d entries through | %,.0f |
        | one change, one writer | %.3f |
        | one change, eight writers at once | %.3f |
        | one change, one writer from afar | %.3f |
        | one change, eight writers from afar | %.3f |
        | seal all %,d entries, the first time | %,.0f |
        | seal 100 new among them | %,.1f |
        | look all of them through, the first sealing of a day | %,.0f |

        | | measured | must |
        | --- | ---: | ---: |
        | what the journal adds, of the whole of it, %% | %s | ≤ %.0f |
        | what it adds to the register alone, %% | %s | |
        | throughput of reading through, ours / limit | %s | ≥ %.1f |
        | the same in memory | %s | ≥ %.1f |
        | throughput of eight writers / of one, all on this machine | %s | ≥ %.0f |
        | the same from afar | %s | ≥ %.0f |
        | the same of the house's own, from afar | %s | |
        """,
        samples.each("append", "with"),
        samples.each("append", "without"),
        samples.count("verify", "ours"),
        samples.wall("verify", "ours"),
        samples.each("write", "1 writers"),
        samples.each("write", "8 writers"),
        samples.each("write from afar", "1 writers"),
        samples.each("write from afar", "8 writers"),
        samples.count("verify", "ours"),
        samples.wall("seal", "all"),
        samples.wall("seal", "100 new"),
        samples.wall("seal", "the first of a day"),
        ofTheWhole(),
        MUST_OF_OPENING,
        Statistics.spread(
            samples.ratios("append", "with", "without").stream()
                .map(each -> 100 * each - 100)
                .toList()),
        Statistics.spread(samples.ratios("verify", "limit", "ours")),
        MUST_OF_LIMIT,
        Statistics.spread(samples.ratios("verify in memory", "limit", "ours")),
        MUST_OF_LIMIT,
        eightBesideOne("write"),
        MUST_OF_ONE,
        eightBesideOne("write from afar"),
        MUST_OF_ONE,
        eightBesideOne("write of the house"));
  }

  private String eightBesideOne(String part) {
    return Statistics.spread(samples.ratios(part, "1 writers", "8 writers"));
  }

  private String ofTheWhole() {
    double more = samples.each("append", "with") - samples.each("append", "without");
    return requests.lack("open")
        ? "?"
        : String.format(
            Locale.ROOT, "%.1f", 100 * more / requests.each("open at half the pace", "p50"));
  }
}
