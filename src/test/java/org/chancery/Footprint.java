package org.chancery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows that one use has left in the tables of PostgreSQL, taken away or changed; they can be
 * written again for another case, by plain JDBC in batches. It is the least that whoever wants
 * these rows must ask of the database.
 */
public final class Footprint {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final int LENGTH = 36;

  /** A row by the names of its columns, and which of them are written and not counted up. */
  private record Row(
      String table, List<String> key, List<String> written, Map<String, @Nullable String> cells) {

    /** What tells it from all others of its table. */
    Stream<@Nullable String> identity() {
      return key.stream().map(cells::get);
    }

    String place() {
      return table + (key.isEmpty() ? cells : identity().toList());
    }

    @Nullable String cell(String column) {
      return cells.get(column);
    }
  }

  /** What one writes in the place of what. */
  public static final class Names {

    private final Map<String, String> names = new HashMap<>();

    /** Names of its own for what the use has made, and the others as given. */
    private Names(Set<String> own, Map<String, String> given) {
      own.forEach(id -> names.put(id, UUID.randomUUID().toString()));
      names.putAll(given);
    }

    /** These, and names of its own for what the other has made. */
    public Names and(Footprint other) {
      return other.names(names);
    }

    private @Nullable String of(@Nullable String cell) {
      if (cell == null) {
        return null;
      }
      String whole = names.get(cell);
      if (whole != null || cell.length() < LENGTH) {
        return whole == null ? cell : whole;
      }
      int end = cell.length() - LENGTH;
      String id = names.get(cell.substring(end));
      return id == null ? cell : cell.substring(0, end) + id;
    }
  }

  private final List<Row> added;
  private final List<Row> changed;
  private final List<Row> gone;

  private Footprint(List<Row> added, List<Row> changed, List<Row> gone) {
    this.added = added;
    this.changed = changed;
    this.gone = gone;
  }

  /** What the use leaves behind; the database is small and nobody else works on it. */
  public static Footprint of(JdbcClient jdbc, Runnable use) {
    Map<String, Row> before = rows(jdbc);
    use.run();
    Map<String, Row> after = rows(jdbc);
    return new Footprint(
        after.values().stream().filter(row -> !before.containsKey(row.place())).toList(),
        after.values().stream()
            .filter(row -> before.containsKey(row.place()))
            .filter(row -> !row.equals(before.get(row.place())))
            .toList(),
        backwards(
            before.values().stream().filter(row -> !after.containsKey(row.place())).toList()));
  }

  /** Those that point to others go first. */
  private static List<Row> backwards(List<Row> rows) {
    List<Row> backwards = new ArrayList<>(rows);
    Collections.reverse(backwards);
    return backwards;
  }

  /** Only the rows in such tables. */
  public Footprint in(Predicate<String> tables) {
    return new Footprint(
        added.stream().filter(row -> tables.test(row.table())).toList(),
        changed.stream().filter(row -> tables.test(row.table())).toList(),
        gone.stream().filter(row -> tables.test(row.table())).toList());
  }

  /** How many rows are written. */
  public int rows() {
    return added.size() + changed.size() + gone.size();
  }

  /** Names for writing it again: of its own for what was made, the given ones for the others. */
  public Names names(Map<String, String> given) {
    return new Names(
        added.stream()
            .flatMap(Row::identity)
            .filter(cell -> cell != null && cell.length() >= LENGTH)
            .map(cell -> cell.substring(cell.length() - LENGTH))
            .filter(end -> ID.matcher(end).matches())
            .collect(Collectors.toSet()),
        given);
  }

  /** Writes it under the names: a batch for each table, and each kind of writing. */
  public void write(Connection connection, Names names) throws SQLException {
    for (List<Row> rows : byTable(added)) {
      List<String> columns = rows.get(0).written();
      String values = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
      batch(
          connection,
          "insert into %s (%s) values (%s)"
              .formatted(rows.get(0).table(), String.join(", ", columns), values),
          rows,
          columns,
          names);
    }
    for (List<Row> rows : byTable(changed)) {
      Row one = rows.get(0);
      List<String> columns =
          one.written().stream().filter(column -> !one.key().contains(column)).toList();
      List<String> parameters = new ArrayList<>(columns);
      parameters.addAll(one.key());
      batch(
          connection,
          "update %s set %s where %s"
              .formatted(one.table(), equal(columns, ", "), equal(one.key(), " and ")),
          rows,
          parameters,
          names);
    }
    for (List<Row> rows : byTable(gone)) {
      Row one = rows.get(0);
      batch(
          connection,
          "delete from %s where %s".formatted(one.table(), equal(one.key(), " and ")),
          rows,
          one.key(),
          names);
    }
  }

  /** As lines of {@code COPY}, by the table and its columns. */
  public Map<String, String> lines(Names names) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (List<Row> rows : byTable(added)) {
      List<String> columns = rows.get(0).written();
      lines.put(
          rows.get(0).table() + " (" + String.join(", ", columns) + ")",
          rows.stream()
              .map(
                  row ->
                      columns.stream()
                          .map(column -> escaped(names.of(row.cell(column))))
                          .collect(Collectors.joining("\t", "", "\n")))
              .collect(Collectors.joining()));
    }
    return lines;
  }

  private static String escaped(@Nullable String cell) {
    return cell == null
        ? "\\N"
        : cell.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }

  private static String equal(List<String> columns, String between) {
    return columns.stream().map(column -> column + " = ?").collect(Collectors.joining(between));
  }

  private static List<List<Row>> byTable(List<Row> rows) {
    return List.copyOf(
        rows.stream()
            .collect(Collectors.groupingBy(Row::table, LinkedHashMap::new, Collectors.toList()))
            .values());
  }

  private static void batch(
      Connection connection, String sql, List<Row> rows, List<String> columns, Names names)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (Row row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          // The database knows what kind of value its column holds.
          statement.setObject(i + 1, names.of(row.cell(columns.get(i))), Types.OTHER);
        }
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static Map<String, Row> rows(JdbcClient jdbc) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String table : tables(jdbc)) {
      List<String> key = key(jdbc, table);
      List<String> all = columns(jdbc, table, "YES");
      List<String> written = columns(jdbc, table, "NO");
      jdbc.sql("select * from " + table)
          .query(
              row -> {
                Map<String, @Nullable String> cells = new LinkedHashMap<>();
                for (String column : all) {
                  cells.put(column, row.getString(column));
                }
                Row read = new Row(table, key, written, cells);
                rows.put(read.place(), read);
              });
    }
    return rows;
  }

  /** Before those that point to them. */
  private static List<String> tables(JdbcClient jdbc) {
    Map<String, Set<String>> pointed = new LinkedHashMap<>();
    jdbc.sql(
            """
            select table_name from information_schema.tables where table_schema = 'public'
              and table_type = 'BASE TABLE' order by 1""")
        .query(String.class)
        .list()
        .forEach(table -> pointed.put(table, new LinkedHashSet<>()));
    jdbc.sql(
            """
            select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
            where contype = 'f' and conrelid <> confrelid""")
        .query(
            row -> {
              Set<String> known = pointed.get(row.getString(1));
              if (known != null) {
                known.add(row.getString(2));
              }
            });
    List<String> ordered = new ArrayList<>();
    while (!pointed.isEmpty()) {
      List<String> free =
          pointed.entrySet().stream()
              .filter(entry -> ordered.containsAll(entry.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      if (free.isEmpty()) {
        throw new IllegalStateException("These point to each other: " + pointed);
      }
      ordered.addAll(free);
      free.forEach(pointed::remove);
    }
    return ordered;
  }

  private static List<String> key(JdbcClient jdbc, String table) {
    return jdbc.sql(
            """
            select a.attname from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
            where i.indrelid = cast(? as regclass) and i.indisprimary order by a.attnum""")
        .param(table)
        .query(String.class)
        .list();
  }

  private static List<String> columns(JdbcClient jdbc, String table, String countedToo) {
    return jdbc.sql(
            """
            select column_name from information_schema.columns where table_schema = 'public' and table_name = ?
              and is_generated = 'NEVER' and is_identity in ('NO', ?) order by ordinal_position""")
        .params(table, countedToo)
        .query(String.class)
        .list();
  }
}
