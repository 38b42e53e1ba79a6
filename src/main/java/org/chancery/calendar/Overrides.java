package org.chancery.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.calendar.DayOverride.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/** The override table: what wins over weekends and public holidays. */
final class Overrides {

  private static final List<String> COLUMNS =
      List.of("code", "body", "date", "kind", "name", "basis", "estimated");

  /** The later of two for the same day wins: one date over every year, a body over its country. */
  private static final Comparator<Row> WEAKEST_FIRST =
      Comparator.comparing((Row row) -> row.body() != null)
          .thenComparing(row -> row.day() instanceof LocalDate);

  private final Set<Object> taken = new HashSet<>();
  private final List<Row> rows;
  private final Set<Owner> owners;

  /**
   * The rows of the table.
   *
   * @param known whether a country has a calendar at all
   * @throws IllegalStateException when a row is malformed; it names line, column and reason
   */
  Overrides(Resource table, Predicate<String> known) {
    this.rows =
        Table.read(table, COLUMNS, cells -> row(cells, known)).stream()
            .sorted(WEAKEST_FIRST)
            .toList();
    this.owners = rows.stream().map(Row::owner).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether the body has rows of its own. */
  boolean names(String code, String body) {
    return owners.contains(new Owner(code, body));
  }

  /** What differs in that year, in the order of the days; one row for each. */
  Collection<DayOverride> of(String code, @Nullable String body, int year) {
    TreeMap<LocalDate, DayOverride> byDay = new TreeMap<>();
    rows.stream()
        .filter(row -> row.code().equals(code))
        .filter(row -> row.body() == null || row.body().equals(body))
        .flatMap(row -> row.in(year))
        .forEach(override -> byDay.put(override.date(), override));
    return byDay.values();
  }

  private Row row(Table.Row cells, Predicate<String> known) {
    String code = cells.required("code", cell -> country(cell, known));
    @Nullable String body = cells.optional("body", Overrides::body);
    TemporalAccessor day = cells.required("date", Overrides::day);
    if (!taken.add(List.of(code, Objects.requireNonNullElse(body, ""), day))) {
      throw cells.wrong("date", "\"" + day + "\" stands in the table twice");
    }
    return new Row(
        code,
        body,
        day,
        cells.required("kind", Kind::valueOf),
        cells.required("name", String::strip),
        cells.required("basis", String::strip),
        cells.required("estimated", Overrides::yesOrNo));
  }

  private static String country(String cell, Predicate<String> known) {
    if (!known.test(cell)) {
      throw new IllegalArgumentException("is no country with a calendar");
    }
    return cell;
  }

  private static String body(String cell) {
    if (!cell.matches("[a-z][a-z0-9]{0,29}")) {
      throw new IllegalArgumentException("is no code of a body");
    }
    return cell;
  }

  private static TemporalAccessor day(String cell) {
    return cell.startsWith("--") ? MonthDay.parse(cell) : LocalDate.parse(cell);
  }

  private static boolean yesOrNo(String cell) {
    return switch (cell.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("is neither true nor false");
    };
  }

  /** Whose day it is: of the body, or of the whole country. */
  private record Owner(String code, @Nullable String body) {}

  /**
   * One row.
   *
   * @param day a date, or a day of every year
   */
  private record Row(
      String code,
      @Nullable String body,
      TemporalAccessor day,
      Kind kind,
      String name,
      String basis,
      boolean estimated) {

    Owner owner() {
      return new Owner(code, body);
    }

    Stream<DayOverride> in(int year) {
      return date(year).map(date -> new DayOverride(date, body, kind, name, basis, estimated));
    }

    private Stream<LocalDate> date(int year) {
      if (day instanceof MonthDay everyYear) {
        return Stream.of(everyYear).filter(each -> each.isValidYear(year)).map(d -> d.atYear(year));
      }
      return Stream.of((LocalDate) day).filter(date -> date.getYear() == year);
    }
  }
}
