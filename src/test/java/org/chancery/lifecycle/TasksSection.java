package org.chancery.lifecycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.chancery.Statistics;

/** What the page of the benchmarks says of lists of tasks. */
public final class TasksSection {

  /** A page of tasks, asked for once. */
  private record Asked(String workload, String who, int tasks, double wall) {

    static Asked of(String line) {
      String[] cells = line.split(",", -1);
      return new Asked(
          cells[0], cells[1], Integer.parseInt(cells[2]), Double.parseDouble(cells[4]));
    }
  }

  private TasksSection() {}

  /** The section; nothing where there are no samples. */
  public static String of(Path folder) throws IOException {
    Path file = folder.resolve("tasks.csv");
    return Files.exists(file)
        ? section(Files.readAllLines(file).stream().skip(1).map(Asked::of).toList())
        : "";
  }

  private static String section(List<Asked> all) {
    return """

        ## Lists of tasks (P9, P10)

        On PostgreSQL with `fsync`, `synchronous_commit` and `full_page_writes` on, %s open tasks that fall to ten groups, a
        tenth of them claimed; milliseconds of the wall, after warm-up, each in turn. All find the same tasks in the same order,
        or nothing is printed.

        *A clerk's page* is the first twenty tasks that fall to her. *Ours*: what `GET /api/tasks` answers, the cases judged.
        *Camunda*: the engine's own query as it comes, with the same tasks and leave in a database of its own, and what a page
        needs besides: the count, the variables, the candidates of each task. *Flowable*: its own query with variables, candidates
        and count on the same tasks, likewise; it asks for no leave. *Limit*: the page in one SQL statement. *Of who has none*: an account without tasks.

        *Tasklist's page* is the answer to the call that Tasklist makes for a list. *Ours*: as the house answers it, in a
        reader's words. *Camunda*: the same call to the engine with the defaults of its release; for the list of all that she may see
        it takes 26 s at 20,000 tasks already, and was not waited for at more.

        | | ours | Camunda | Flowable | limit |
        | --- | ---: | ---: | ---: | ---: |
        %s%s%s%s%s
        | | measured | must | stretch |
        | --- | ---: | ---: | ---: |
        | a clerk's page, time of Camunda / ours | %s | ≥ 10 | ≥ 30 |
        | the same, time of Flowable / ours | %s | ≥ 1 | |
        | the same, time of ours / limit | %s | | |
        | her ministry's list in Tasklist, time of Camunda / ours | %s | ≥ 2 | |
        """
        .formatted(
            String.format(Locale.ROOT, "%,d", all.get(0).tasks()),
            row("a clerk's page", "page", all),
            row("of who has none", "page-without-tasks", all),
            row("her ministry's list in Tasklist", "list", all),
            row("all that she may see", "all", all),
            row("all, of who sees every case", "all-of-everybody", all),
            ratio("page", "camunda", "ours", all),
            ratio("page", "flowable", "ours", all),
            ratio("page", "ours", "limit", all),
            ratio("list", "camunda", "ours", all));
  }

  private static String row(String name, String workload, List<Asked> all) {
    return "| %s | %s | %s | %s | %s |\n"
        .formatted(
            name,
            spread(workload, "ours", all),
            spread(workload, "camunda", all),
            spread(workload, "flowable", all),
            spread(workload, "limit", all));
  }

  private static String spread(String workload, String who, List<Asked> all) {
    List<Double> walls = walls(workload, who, all);
    return walls.isEmpty() ? "" : Statistics.spread(walls);
  }

  private static String ratio(String workload, String above, String below, List<Asked> all) {
    List<Double> upper = walls(workload, above, all);
    List<Double> lower = walls(workload, below, all);
    return Statistics.spread(
        IntStream.range(0, upper.size())
            .mapToObj(round -> upper.get(round) / lower.get(round))
            .toList());
  }

  private static List<Double> walls(String workload, String who, List<Asked> all) {
    return all.stream()
        .filter(each -> each.workload().equals(workload) && each.who().equals(who))
        .map(Asked::wall)
        .toList();
  }
}
