package org.chancery.calendar;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.io.Resource;

/** The weekend of each country, and the years for which its calendar may be computed. */
final class Weeks {

  private static final String OTHERS = "*";

  private final Map<String, Week> byCode = new HashMap<>();
  private final Week others;

  /**
   * What the table says.
   *
   * @throws IllegalStateException when a row is malformed; it names line, column and reason
   */
  Weeks(Resource table) {
    Table.read(table, List.of("code", "weekend", "from", "to", "basis"), this::add);
    Week rest = byCode.get(OTHERS);
    if (rest == null) {
      throw new IllegalStateException(
          table.getFilename() + ": it lacks the row * for every other country");
    }
    this.others = rest;
  }

  /** The week of the country. */
  Week of(String code) {
    return Objects.requireNonNullElse(byCode.get(code), others);
  }

  private String add(Table.Row row) {
    String code = row.required("code", Weeks::code);
    Week week =
        new Week(
            row.required("weekend", Weeks::days),
            row.required("from", Integer::valueOf),
            row.required("to", Integer::valueOf),
            row.required("basis", String::strip));
    if (week.to() < week.from()) {
      throw row.wrong("to", "\"" + week.to() + "\" lies before " + week.from());
    }
    if (byCode.put(code, week) != null) {
      throw row.wrong("code", "\"" + code + "\" stands in the table twice");
    }
    return code;
  }

  private static String code(String cell) {
    if (!cell.matches("[A-Z]{2}|\\*")) {
      throw new IllegalArgumentException("is no ISO 3166-1 alpha-2 code and not *");
    }
    return cell;
  }

  private static Set<DayOfWeek> days(String cell) {
    EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Arrays.stream(cell.split(" +")).map(DayOfWeek::valueOf).forEach(days::add);
    if (days.size() == DayOfWeek.values().length) {
      throw new IllegalArgumentException("leaves no day to work");
    }
    return days;
  }

  /**
   * The week of a country.
   *
   * @param weekend the days on which nobody works
   * @param from the first year that may be computed
   * @param to the last one
   * @param basis where this stands
   */
  record Week(Set<DayOfWeek> weekend, int from, int to, String basis) {

    boolean covers(int year) {
      return from <= year && year <= to;
    }
  }
}
