package org.chancery.database;

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
   * @param type the type as the database knows it
   * @param array makes an array of what the driver takes for it
   */
  private record Column<T>(
      String name,
      String type,
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
        "insert into %s (%s) select * from unnest(%s)"
            .formatted(
                table,
                columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                columns.stream()
                    .map(column -> "cast(? as " + column.type() + " array)")
                    .collect(Collectors.joining(", ")));
  }

  /** Into the table. */
  public static <T> Insertion<T> into(String table) {
    return new Insertion<>(table, List.of());
  }

  /** With a column of text: what its cell is called by {@code toString}. */
  public Insertion<T> text(String column, Function<T, @Nullable Object> cell) {
    return told(column, "varchar", cell);
  }

  /** With a column of days: a {@link java.time.LocalDate}. */
  public Insertion<T> day(String column, Function<T, @Nullable Object> cell) {
    return told(column, "date", cell);
  }

  /** With a column of instants: an {@link java.time.OffsetDateTime}. */
  public Insertion<T> instant(String column, Function<T, @Nullable Object> cell) {
    return told(column, "timestamp with time zone", cell);
  }

  /** With a column of whole numbers. */
  public Insertion<T> number(String column, Function<T, @Nullable Integer> cell) {
    return with(new Column<>(column, "int", cell::apply, Integer[]::new));
  }

  /** With a column of what is so or not. */
  public Insertion<T> truth(String column, Function<T, @Nullable Boolean> cell) {
    return with(new Column<>(column, "boolean", cell::apply, Boolean[]::new));
  }

  String statement() {
    return statement;
  }

  /** An array for each column. */
  List<Object> arrays(List<T> rows) {
    return columns.stream().<Object>map(column -> column.of(rows)).toList();
  }

  private Insertion<T> told(String column, String type, Function<T, @Nullable Object> cell) {
    return with(
        new Column<>(
            column,
            type,
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
