package org.chancery.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of the record, as the archive has it: an entry of JSON lines, a row each, sorted by key.
 *
 * @param name its name
 * @param keys how many of its columns, the first ones, are its key
 * @param columns what the archive has of it
 * @param withheld what the archive has not of it
 * @param later the column that names another row of the same table, and is filled when all are
 *     there
 */
record Table(
    String name, int keys, List<Column> columns, List<Withheld> withheld, @Nullable Column later) {

  /**
   * A column that is not in the archive.
   *
   * @param column the column
   * @param given what an imported row has in it; null for nothing
   * @param reason why it is not
   */
  record Withheld(Column column, @Nullable Object given, String reason) {}

  /** The table with the columns, those of its key first, written as {@code name kind, …}. */
  static Table of(String name, int keys, String columns) {
    return new Table(
        name, keys, Arrays.stream(columns.split(",")).map(Column::of).toList(), List.of(), null);
  }

  /** The same without the column. */
  Table without(String column, @Nullable Object given, String reason) {
    List<Withheld> more = new ArrayList<>(withheld);
    more.add(new Withheld(Column.of(column), given, reason));
    return new Table(name, keys, columns, List.copyOf(more), later);
  }

  /** The same, with the column filled when all rows are there. */
  Table fillingLater(String column) {
    return new Table(name, keys, columns, withheld, column(column));
  }

  /** The name of its entry. */
  String entry() {
    return name + ".jsonl";
  }

  Column column(String wanted) {
    return columns.stream().filter(each -> each.name().equals(wanted)).findFirst().orElseThrow();
  }

  List<Column> key() {
    return columns.subList(0, keys);
  }

  /** Every column, in the archive or not. */
  List<Column> everyColumn() {
    return Stream.concat(columns.stream(), withheld.stream().map(Withheld::column)).toList();
  }

  /** What an imported row has in the columns that are not in the archive. */
  Map<String, Object> given() {
    return withheld.stream()
        .filter(each -> each.given() != null)
        .collect(
            Collectors.toMap(
                each -> each.column().name(), each -> Objects.requireNonNull(each.given())));
  }

  /** Asks for the next rows after a key, its first part given once more for the index. */
  String selectAfter(int limit) {
    Column first = columns.get(0);
    String after =
        " where %s >= %s and (%s) > (%s)"
            .formatted(
                first.sorted(first.name()),
                first.sorted("?"),
                list(key(), column -> column.sorted(column.name())),
                list(key(), column -> column.sorted("?")));
    return select(after, limit);
  }

  /** Asks for the first rows. */
  String selectFirst(int limit) {
    return select("", limit);
  }

  private String select(String after, int limit) {
    return "select %s from %s%s order by %s limit %d"
        .formatted(
            list(columns, Column::name),
            name,
            after,
            list(key(), column -> column.sorted(column.name())),
            limit);
  }

  private static String list(List<Column> columns, Function<Column, String> text) {
    return columns.stream().map(text).collect(Collectors.joining(", "));
  }

  /** What stands in a row; what is empty is left out. */
  Map<String, Object> stored(ResultSet row) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (Column column : columns) {
      Object value = column.stored(row);
      if (value != null) {
        values.put(column.name(), value);
      }
    }
    return values;
  }

  /**
   * What a line of the archive says.
   *
   * @throws IllegalArgumentException when it is no row of this table
   */
  Map<String, Object> read(ObjectNode line) {
    Map<String, Object> values = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : line.properties()) {
      Column column =
          columns.stream()
              .filter(each -> each.name().equals(field.getKey()))
              .findFirst()
              .orElseThrow(() -> new IllegalArgumentException("unknown: " + field.getKey()));
      values.put(column.name(), column.read(field.getValue()));
    }
    key().forEach(column -> required(values, column.name()));
    return values;
  }

  /**
   * What a row has in the column.
   *
   * @throws IllegalArgumentException when it has nothing
   */
  static Object required(Map<String, Object> row, String column) {
    Object value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException("missing: " + column);
    }
    return value;
  }
}
