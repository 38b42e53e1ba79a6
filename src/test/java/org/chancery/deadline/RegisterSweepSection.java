package org.chancery.deadline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.Samples;
import org.chancery.Statistics;

/** What the page of the benchmarks says of sweeping a whole register. */
final class RegisterSweepSection {

  private static final List<String> SIZES = List.of("1000", "10000", "100000");

  private RegisterSweepSection() {}

  static String of(Path folder) throws IOException {
    Samples samples = Samples.of(folder.resolve("register-sweep.csv"));
    return samples.lack("sweep") ? "" : text(samples);
  }

  private static String text(Samples samples) {
    List<String> sizes = SIZES.stream().filter(size -> samples.rounds("change", size) > 0).toList();
    double exponent =
        Statistics.exponent(
            sizes.stream().map(Double::valueOf).toList(),
            sizes.stream().map(size -> samples.each("change", size)).toList());
    return String.format(
        Locale.ROOT,
        """

        ## Sweeping a register (P4, P5, P6)

        %,d cases with ten deadlines each, with their processes, tasks and ledger, on PostgreSQL with `fsync`, `synchronous_commit` and
        `full_page_writes` on; one node sweeps by its jobs, on three threads. *Sweep*: after twenty days, when %.1f of a hundred deadlines stand otherwise.
        *Again*: at once after it, nothing has changed. *Peer*: the same, judged by a loop written by hand that finds just the same. *Limit*: one statement that finds what is late by
        the rows as they are recorded (it knows no extensions, no terms of law and no time zones), with all it finds fetched; and reading the rows of all
        cases. Seconds of the wall, medians; rounds: %d.

        | | ours | peer | limit |
        | --- | ---: | ---: | ---: |
        | sweep | %.1f | %.1f | %.2f |
        | rows written by it | %,.0f | %,.0f | |
        | again | %.1f | %.1f | %.2f |
        | rows written by it | %,.0f | %,.0f | |

        | | measured | must | stretch |
        | --- | ---: | ---: | ---: |
        | time of a sweep, ours / peer | %s | ≤ 1.5 | ≤ 1.1 |
        | time of a sweep, ours / limit | %s | ≤ 4 | ≤ 2 |
        | time of the second, ours / first | %.2f | ≤ 0.5 | |
        | rows written by the second | %,.0f | 0 | |

        One change: a deadline is extended by REST, the case judged again, and in the ledger that the report reads, in one transaction.

        | Cases | ms |
        | ---: | ---: |
        %s
        Growth exponent %.3f (must: ≤ 0.05).
        """,
        samples.count("sweep", "ours"),
        100
            * samples.wall("deadlines told otherwise", "ours")
            / (10.0 * samples.count("sweep", "ours")),
        samples.rounds("sweep", "ours"),
        samples.wall("sweep", "ours") / 1e3,
        samples.wall("sweep", "peer") / 1e3,
        samples.wall("sweep", "limit") / 1e3,
        samples.wall("rows written by the sweep", "ours"),
        samples.wall("rows written by the sweep", "peer"),
        samples.wall("again", "ours") / 1e3,
        samples.wall("again", "peer") / 1e3,
        samples.wall("again", "limit") / 1e3,
        samples.wall("rows written by the second", "ours"),
        samples.wall("rows written by the second", "peer"),
        Statistics.spread(samples.ratios("sweep", "ours", "peer")),
        Statistics.spread(samples.ratios("sweep", "ours", "limit")),
        samples.wall("again", "ours") / samples.wall("sweep", "ours"),
        samples.wall("rows written by the second", "ours"),
        rows(samples, sizes),
        exponent);
  }

  private static String rows(Samples samples, List<String> sizes) {
    Stream<String> rows =
        sizes.stream()
            .map(
                size ->
                    String.format(
                        Locale.ROOT,
                        "| %,d | %.1f |%n",
                        Integer.parseInt(size),
                        samples.each("change", size)));
    return rows.reduce("", String::concat);
  }
}
