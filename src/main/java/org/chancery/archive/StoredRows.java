package org.chancery.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored rows of tables, read and written a few at a time, however many there are. */
@Component
class StoredRows {

  private static final int FEW = 200;

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  StoredRows(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  boolean isEmpty(Table table) {
    return jdbc.sql(table.selectFirst(1)).query(row -> row.next() ? 1 : 0) == 0;
  }

  void clear(String table) {
    jdbc.sql("delete from " + table).update();
  }

  /** Hands on each row, in the order of the key. */
  void each(Table table, Consumer<Map<String, Object>> taker) {
    List<Map<String, Object>> few =
        jdbc.sql(table.selectFirst(FEW)).query((row, number) -> table.stored(row)).list();
    while (!few.isEmpty()) {
      few.forEach(taker);
      few = few.size() < FEW ? List.of() : after(table, few.get(FEW - 1));
    }
  }

  private List<Map<String, Object>> after(Table table, Map<String, Object> last) {
    List<Object> key = new ArrayList<>();
    key.add(Table.required(last, table.columns().get(0).name()));
    table.key().forEach(column -> key.add(Table.required(last, column.name())));
    return jdbc.sql(table.selectAfter(FEW))
        .params(key)
        .query((row, number) -> table.stored(row))
        .list();
  }

  /** Somebody who adds rows to the table. */
  Adding adding(Table table) {
    List<Column> columns =
        table.everyColumn().stream().filter(column -> !column.equals(table.later())).toList();
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
    return new Adding(
        "insert into %s (%s) values (%s)".formatted(table.name(), names, values), columns);
  }

  /** Somebody who fills a column of the rows of the table, all of which are there. */
  Adding filling(Table table, Column later) {
    Column key = table.columns().get(0);
    return new Adding(
        "update %s set %s = ? where %s = ?".formatted(table.name(), later.name(), key.name()),
        List.of(later, key));
  }

  /** Adds the next piece of a text. */
  void add(String sha256, int number, byte[] piece) {
    jdbc.sql("insert into content_chunk (sha256, number, bytes) values (?, ?, ?)")
        .params(sha256, number, piece)
        .update();
  }

  /** The piece with the number; empty after the last. */
  byte[] piece(String sha256, int number) {
    return jdbc.sql("select bytes from content_chunk where sha256 = ? and number = ?")
        .params(sha256, number)
        .query((row, each) -> row.getBytes("bytes"))
        .optional()
        .orElse(new byte[0]);
  }

  /** Writes rows of one table, a few at once. */
  final class Adding {

    private final String sql;
    private final List<Column> columns;
    private final List<@Nullable Object[]> waiting = new ArrayList<>();

    private Adding(String sql, List<Column> columns) {
      this.sql = sql;
      this.columns = columns;
    }

    void add(Map<String, Object> row) {
      waiting.add(columns.stream().map(column -> row.get(column.name())).toArray());
      if (waiting.size() == FEW) {
        done();
      }
    }

    /** Writes those that are still waiting. */
    void done() {
      batch.batchUpdate(sql, waiting, columns.stream().mapToInt(Column::sqlType).toArray());
      waiting.clear();
    }
  }
}
