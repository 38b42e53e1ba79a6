package org.chancery.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is to be added to the counts of the ledger: by status and body ({@code verdict_total}), and
 * by the day where a figure asks for days ({@code verdict_day}).
 */
final class Tally {

  private static final String TOTAL =
      "insert into verdict_total (viewer, body, status, extended, verdicts) values (?, ?, ?, ?, ?)";

  private static final String DAY =
      "insert into verdict_day (viewer, body, status, on_day, verdicts) values (?, ?, ?, ?, ?)";

  private final Map<Total, Integer> totals = new HashMap<>();
  private final Map<Day, Integer> days = new HashMap<>();

  private record Total(String viewer, @Nullable String body, String status, boolean extended) {}

  private record Day(String viewer, @Nullable String body, String status, LocalDate day) {}

  /** Counts the verdict so often more for the viewer. */
  void add(String viewer, Verdict verdict, int more) {
    totals.merge(
        new Total(viewer, verdict.body(), verdict.status(), verdict.extended()),
        more,
        Integer::sum);
    LocalDate day = verdict.countedOn();
    if (day != null) {
      days.merge(new Day(viewer, verdict.body(), verdict.status(), day), more, Integer::sum);
    }
  }

  /** Writes what is other than nothing. */
  void write(JdbcTemplate jdbc) {
    List<Object[]> rows = new ArrayList<>();
    totals.forEach(
        (what, more) -> {
          if (more != 0) {
            rows.add(row(what.viewer(), what.body(), what.status(), what.extended(), more));
          }
        });
    jdbc.batchUpdate(TOTAL, rows);
    rows.clear();
    days.forEach(
        (what, more) -> {
          if (more != 0) {
            rows.add(row(what.viewer(), what.body(), what.status(), what.day(), more));
          }
        });
    jdbc.batchUpdate(DAY, rows);
  }

  /** Makes one row of those that count the same. */
  static void drawTogether(JdbcTemplate jdbc) {
    drawTogether(jdbc, "verdict_total", "extended", TOTAL);
    drawTogether(jdbc, "verdict_day", "on_day", DAY);
  }

  private static void drawTogether(JdbcTemplate jdbc, String table, String by, String insert) {
    List<Object[]> sums =
        jdbc.query(
            """
            select viewer, body, status, %2$s, sum(verdicts) from %1$s
            group by viewer, body, status, %2$s having count(*) > 1 or sum(verdicts) = 0"""
                .formatted(table, by),
            (row, number) ->
                row(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getObject(4),
                    row.getInt(5)));
    jdbc.batchUpdate(
        """
        delete from %s where viewer = ? and body is not distinct from ? and status = ? and %s = ?"""
            .formatted(table, by),
        sums.stream().map(sum -> row(sum[0], sum[1], sum[2], sum[3])).toList());
    jdbc.batchUpdate(insert, sums.stream().filter(sum -> !sum[4].equals(0)).toList());
  }

  private static Object[] row(@Nullable Object... cells) {
    return cells;
  }
}
