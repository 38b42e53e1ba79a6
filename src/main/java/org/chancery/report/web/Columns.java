package org.chancery.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Status;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Trend} as it is drawn: a line of columns for each body, all on one scale.
 *
 * @param rows the bodies
 * @param first the first month's last day
 * @param last the last month's last day
 * @param table the same as a table
 */
record Columns(List<Row> rows, LocalDate first, LocalDate last, AsTable table) {

  /** How the report's summary names what falls to no body. */
  private static final String NOBODY = "NONE";

  /** How high the highest column is, in pixels. */
  private static final int HEIGHT = 44;

  private static final double WHOLE = 100;

  /** How much of the width of a month its column fills. */
  private static final double FILLED = 0.8;

  /**
   * The columns of a body.
   *
   * @param name its name
   * @param columns month by month
   * @param last how many it had in the last month
   */
  record Row(String name, List<Column> columns, long last) {}

  /**
   * The column of a month.
   *
   * @param x its left edge, as SVG writes it
   * @param wide its width, as SVG writes it
   * @param height how high, in pixels
   * @param count how many were overdue
   * @param said the month, the body and the number in one sentence
   * @param href the report as of that day
   */
  record Column(String x, String wide, long height, long count, String said, String href) {

    /** Its upper edge, in pixels from the top. */
    public long y() {
      return HEIGHT - height;
    }
  }

  /** How high the picture of a row is, in pixels. */
  public int height() {
    return HEIGHT;
  }

  /** The picture of the trend of what the address asks for. */
  static Columns of(Trend trend, Asked asked, Reader reader) {
    List<Row> rows = new ArrayList<>();
    List<List<String>> cells = new ArrayList<>();
    trend
        .counts()
        .forEach(
            (body, counts) -> {
              BodyCode code = body.equals(NOBODY) ? null : new BodyCode(body);
              String name = code == null ? reader.said("page.nobody") : reader.body(code);
              rows.add(
                  new Row(
                      name,
                      columns(trend, counts, name, code, asked, reader),
                      counts.get(counts.size() - 1)));
              cells.add(
                  Stream.concat(Stream.of(name), counts.stream().map(String::valueOf)).toList());
            });
    List<String> heads =
        Stream.concat(Stream.of(reader.said("page.body")), trend.days().stream().map(reader::day))
            .toList();
    return new Columns(
        rows,
        trend.days().get(0),
        trend.days().get(trend.days().size() - 1),
        new AsTable(heads, cells));
  }

  private static List<Column> columns(
      Trend trend,
      List<Long> counts,
      String name,
      @Nullable BodyCode body,
      Asked asked,
      Reader reader) {
    List<Column> columns = new ArrayList<>();
    boolean mirrored = Locales.isRightToLeft(reader.locale());
    double wide = WHOLE / counts.size();
    for (int month = 0; month < counts.size(); month++) {
      LocalDate day = trend.days().get(month);
      long count = counts.get(month);
      double left = wide * (mirrored ? counts.size() - 1 - month : month);
      columns.add(
          new Column(
              percent(left + wide * (1 - FILLED) / 2),
              percent(wide * FILLED),
              count == 0 ? 0 : Math.max(2, HEIGHT * count / trend.most()),
              count,
              reader.said("page.picture.column", name, reader.day(day), count),
              report(asked, body, day)));
    }
    return columns;
  }

  private static String report(Asked asked, @Nullable BodyCode body, LocalDate day) {
    Asked then = asked.asking("asOf", day);
    Asked ofBody = body == null ? then : then.asking("body", body);
    return new Asked("/reports/overdue", ofBody.values())
        .with("status", Status.SEVERELY_OVERDUE, Status.OVERDUE);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
