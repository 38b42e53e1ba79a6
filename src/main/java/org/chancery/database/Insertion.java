package org.chancery.database;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How rows come into a table: by one statement that takes an array for each column. A batch sends
 * and executes each row on its own. Columns are added one by one, each time as a new insertion;
 * {@link Insertions} writes rows.
 *
 * @param <T> what a row is made of
 */
public final class Insertion<T> {

  /**
   * A column, and what of the row stands in it.
   *
   * @param type the type in which its cells travel, as the database knows it
   * @param value what is made of a cell, for {@code %s}
   * @param array makes an array of what the driver takes for the type
   */
  private record Column<T>(
      String name,
      String type,
      String value,
      Function<T, @Nullable Object> cell,
      IntFunction<@Nullable Object[]> array) {

    @Nullable Object[] of(List<T> rows) {
      return rows.stream().map(cell).toArray(array);
    }
  }

  private final String table;
  private final List<Column<T>> columns;
  private final String statement;

  private Insertion(String table, List<Column<T>> columns) {
    this.table = table;
    this.columns = columns;
    this.statement =
        "insert into %1$s (%2$s) select %3$s from unnest(%4$s) as arrays (%2$s)"
            .formatted(
                table,
                each(column -> column.name()),
                each(column -> column.value().formatted(column.name())),
                each(column -> "cast(? as " + column.type() + " array)"));
  }

  /** Into the table. */
  public static <T> Insertion<T> into(String table) {
    return new Insertion<>(table, List.of());
  }

  /** With a column of text: what its cell is called by {@code toString}. */
  public Insertion<T> text(String column, Function<T, @Nullable Object> cell) {
    return asText(column, "varchar", cell);
  }

  /** With a column of instants. */
  public Insertion<T> instant(String column, Function<T, @Nullable OffsetDateTime> cell) {
    return asText(column, "timestamp with time zone", cell::apply);
  }

  /** With a column of days: no text says those before the year 1 and after 9999 to all alike. */
  public Insertion<T> day(String column, Function<T, @Nullable LocalDate> cell) {
    return with(
        new Column<>(
            column,
            "int",
            "date '1970-01-01' + %s",
            row -> {
              LocalDate day = cell.apply(row);
              return day == null ? null : Math.toIntExact(day.toEpochDay());
            },
            Integer[]::new));
  }

  /** With a column of whole numbers. */
  public Insertion<T> number(String column, Function<T, @Nullable Integer> cell) {
    return with(new Column<>(column, "int", "%s", cell::apply, Integer[]::new));
  }

  /** With a column of what is so or not. */
  public Insertion<T> truth(String column, Function<T, @Nullable Boolean> cell) {
    return with(new Column<>(column, "boolean", "%s", cell::apply, Boolean[]::new));
  }

  String statement() {
    return statement;
  }

  /** An array for each column. */
  List<Object> arrays(List<T> rows) {
    return columns.stream().<Object>map(column -> column.of(rows)).toList();
  }

  private String each(Function<Column<T>, String> what) {
    return columns.stream().map(what).collect(Collectors.joining(", "));
  }

  private Insertion<T> asText(String column, String type, Function<T, @Nullable Object> cell) {
    return with(
        new Column<>(
            column,
            type,
            "%s",
            row -> {
              Object value = cell.apply(row);
              return value == null ? null : value.toString();
            },
            String[]::new));
  }

  private Insertion<T> with(Column<T> column) {
    List<Column<T>> more = new ArrayList<>(columns);
    more.add(column);
    return new Insertion<>(table, List.copyOf(more));
  }
}
