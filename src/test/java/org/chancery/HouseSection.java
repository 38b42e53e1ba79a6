package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the page of the benchmarks says of requests, of the start and of the room that cases take.
 */
public final class HouseSection {

  private final Samples requests;
  private final Samples start;
  private final List<long[]> room;

  private HouseSection(Samples requests, Samples start, List<long[]> room) {
    this.requests = requests;
    this.start = start;
    this.room = room;
  }

  /** What there are samples of. */
  public static String of(Path folder) throws IOException {
    Path room = folder.resolve("room.csv");
    HouseSection section =
        new HouseSection(
            Samples.of(folder.resolve("requests.csv")),
            Samples.of(folder.resolve("start.csv")),
            Files.exists(room)
                ? Files.readAllLines(room).stream().skip(1).map(HouseSection::numbers).toList()
                : List.of());
    return section.requests() + section.start() + section.room();
  }

  private static long[] numbers(String line) {
    return Arrays.stream(line.split(",", -1)).mapToLong(Long::parseLong).toArray();
  }

  private String requests() {
    return requests.lack("open") || requests.lack("import")
        ? ""
        : String.format(
            Locale.ROOT,
            """

            ## What programs ask for (P1, P2, P13)

            On PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on, four clients at once beside the server on the same
            processors; milliseconds of the wall a request at that, medians. *Open*: a case with twelve deadlines: 201, with idempotency key,
            journal entry, its process and first task. *Complete*: that task; the next one opens and the case is judged again. *Import*: the cases of one
            file, read by one request. *Peer*: the engine as it comes behind the same doors and login, with a process that opens a task and then the next,
            and the very rows that ours writes beside the engine's, in the same commit; completing there is nothing but completing. It remembers as the engine's level `activity` does, the least that keeps tasks. Of
            an import: a request for each case, one after the other. *Limit*: all rows that ours leaves, those of the engine included,
            by plain JDBC in batches, one commit for each; of an import: by `COPY`. Rounds: %d of %d requests.

            | | ours | peer | limit |
            | --- | ---: | ---: | ---: |
            | open a case | %.2f | %.2f | %.2f |
            | complete a task | %.2f | %.2f | %.2f |
            | import a case | %.2f | %.2f | %.2f |

            | | measured | must | stretch |
            | --- | ---: | ---: | ---: |
            | throughput of opening, ours / peer | %s | ≥ 0.60 | ≥ 0.85 |
            | throughput of opening, ours / limit | %s | ≥ 0.25 | ≥ 0.45 |
            | time of completing, ours / peer | %s | ≤ 1.6 | ≤ 1.2 |
            | time of completing, ours / limit | %s | | |
            | throughput of import, ours / peer | %s | ≥ 5 | |
            | throughput of import, ours / limit | %s | | |

            Opening at half of that pace, steadily, whether those before were answered or not: %.1f ms at the median, %.1f for 95 of
            100, %.1f for 99.
            """,
            requests.rounds("open", "ours"),
            requests.count("open", "ours"),
            requests.each("open", "ours"),
            requests.each("open", "peer"),
            requests.each("open", "limit"),
            requests.each("complete", "ours"),
            requests.each("complete", "peer"),
            requests.each("complete", "limit"),
            requests.each("import", "ours"),
            requests.each("import", "peer"),
            requests.each("import", "limit"),
            Statistics.spread(requests.ratios("open", "peer", "ours")),
            Statistics.spread(requests.ratios("open", "limit", "ours")),
            Statistics.spread(requests.ratios("complete", "ours", "peer")),
            Statistics.spread(requests.ratios("complete", "ours", "limit")),
            Statistics.spread(requests.ratios("import", "peer", "ours")),
            Statistics.spread(requests.ratios("import", "limit", "ours")),
            requests.each("open at half the pace", "p50"),
            requests.each("open at half the pace", "p95"),
            requests.each("open at half the pace", "p99"));
  }

  private String start() {
    return start.lack("start")
        ? ""
        : String.format(
            Locale.ROOT,
            """

            ## The start (P15)

            From the call of the program until it says that it is ready, in an empty folder. *Ours*: the embedded database is made, processes and
            rules are read, the seeds are loaded. *Peer*: the same starters of Spring Boot and the same tables, without engine and rules.
            Rounds: %d.

            | | seconds |
            | --- | ---: |
            | ours | %.1f |
            | peer | %.1f |

            | | measured | must | stretch |
            | --- | ---: | ---: | ---: |
            | time, ours / peer | %s | ≤ 3 | ≤ 2 |
            """,
            start.rounds("start", "ours"),
            start.wall("start", "ours") / 1e3,
            start.wall("start", "peer") / 1e3,
            Statistics.spread(start.ratios("start", "ours", "peer")));
  }

  private String room() {
    if (room.size() < 2) {
      return "";
    }
    long[] few = room.get(0);
    long[] many = room.get(room.size() - 1);
    double thousands = (many[0] - few[0]) / 1e3;
    return String.format(
        Locale.ROOT,
        """

        ## The room that cases take (P16)

        From %,d to %,d open cases with twelve deadlines and their tasks, on PostgreSQL: what each thousand adds. Heap: what lives after a full
        collection, once all were judged and reports read. Disk: all tables with their indexes. *Limit*: the same rows in plain tables,
        without any index. Camunda names 4 KB for a running process and 20 KB of its history as a case of its sample.

        | A thousand cases | MB |
        | --- | ---: |
        | heap | %.3f |
        | disk | %.1f |
        | of it the engine's | %.1f |
        | the same rows in plain tables | %.1f |

        | | measured | must |
        | --- | ---: | ---: |
        | heap of a thousand cases, MB | %.3f | ≤ 0.1 |
        | disk, ours / limit | %.2f | ≤ 2 |
        """,
        few[0],
        many[0],
        megabytes(many[1] - few[1]) / thousands,
        megabytes(many[2] - few[2]) / thousands,
        megabytes(many[4] - few[4]) / thousands,
        megabytes(many[3] - few[3]) / thousands,
        megabytes(many[1] - few[1]) / thousands,
        (double) (many[2] - few[2]) / (many[3] - few[3]));
  }

  private static double megabytes(long bytes) {
    return bytes / 1_048_576.0;
  }
}
