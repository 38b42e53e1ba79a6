package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.database.Insertion;
import org.chancery.database.Insertions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * What is to be added to the counts of the ledger: by status and body ({@code verdict_total}), and
 * by the day where a figure asks for days ({@code verdict_day}).
 */
final class Tally {

  private static final Insertion<Count<Total>> TOTAL =
      Insertion.<Count<Total>>into("verdict_total")
          .text("viewer", row -> row.of().viewer())
          .text("body", row -> row.of().body())
          .text("status", row -> row.of().status())
          .truth("extended", row -> row.of().extended())
          .number("verdicts", Count::verdicts);

  private static final Insertion<Count<Day>> DAY =
      Insertion.<Count<Day>>into("verdict_day")
          .text("viewer", row -> row.of().viewer())
          .text("body", row -> row.of().body())
          .text("status", row -> row.of().status())
          .day("on_day", row -> row.of().day())
          .number("verdicts", Count::verdicts);

  /** So many verdicts more, or fewer, of those that are counted together. */
  private record Count<T>(T of, int verdicts) {

    static <T> List<Count<T>> of(Map<T, Integer> counts) {
      return counts.entrySet().stream()
          .filter(each -> each.getValue() != 0)
          .map(each -> new Count<>(each.getKey(), each.getValue()))
          .toList();
    }
  }

  private final Map<Total, Integer> totals = new HashMap<>();
  private final Map<Day, Integer> days = new HashMap<>();

  /** What is counted together. */
  private interface Counted {

    /** What tells it from all others in its table. */
    @Nullable Object[] key();
  }

  private record Total(String viewer, @Nullable String body, String status, boolean extended)
      implements Counted {

    @Override
    public @Nullable Object[] key() {
      return new @Nullable Object[] {viewer, body, status, extended};
    }
  }

  private record Day(String viewer, @Nullable String body, String status, LocalDate day)
      implements Counted {

    @Override
    public @Nullable Object[] key() {
      return new @Nullable Object[] {viewer, body, status, day};
    }
  }

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

  /** Adds to the rows what is other than nothing. */
  void add(Insertions rows) {
    rows.add(TOTAL, Count.of(totals)).add(DAY, Count.of(days));
  }

  /** Makes one row of those that count the same. */
  static void drawTogether(JdbcTemplate jdbc) {
    drawTogether("verdict_total", "extended", Tally::total, TOTAL, jdbc);
    drawTogether("verdict_day", "on_day", Tally::day, DAY, jdbc);
  }

  private static <T extends Counted> void drawTogether(
      String table, String by, RowMapper<T> counted, Insertion<Count<T>> into, JdbcTemplate jdbc) {
    List<Count<T>> sums =
        jdbc.query(
            """
            select viewer, body, status, %2$s, sum(verdicts) from %1$s
            group by viewer, body, status, %2$s having count(*) > 1 or sum(verdicts) = 0"""
                .formatted(table, by),
            (row, number) -> new Count<>(counted.mapRow(row, number), row.getInt(5)));
    jdbc.batchUpdate(
        """
        delete from %s where viewer = ? and body is not distinct from ? and status = ? and %s = ?"""
            .formatted(table, by),
        sums.stream().map(sum -> sum.of().key()).toList());
    new Insertions()
        .add(into, sums.stream().filter(sum -> sum.verdicts() != 0).toList())
        .write(jdbc);
  }

  private static Total total(ResultSet row, int number) throws SQLException {
    return new Total(row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4));
  }

  private static Day day(ResultSet row, int number) throws SQLException {
    return new Day(
        row.getString(1), row.getString(2), row.getString(3), row.getObject(4, LocalDate.class));
  }
}
