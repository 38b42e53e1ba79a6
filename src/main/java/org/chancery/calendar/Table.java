package org.chancery.calendar;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.chancery.calendar.MalformedTable.Fault;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * A table under {@code rules/} that a lawyer keeps in a spreadsheet: comma-separated, UTF-8, the
 * first row names the columns, and a row that starts with {@code #} is a remark. A cell that is
 * wrong is known by file, line and column.
 */
public final class Table {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180
          .builder()
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private Table() {}

  /**
   * Reads a cell that holds one word of a list.
   *
   * @return a reading that throws {@link InvalidValue} with the words there are
   */
  public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> words) {
    return cell ->
        Arrays.stream(words.getEnumConstants())
            .filter(word -> word.name().equals(cell))
            .findFirst()
            .orElseThrow(() -> new InvalidValue("field.choice", cell, all(words)));
  }

  private static <E extends Enum<E>> String all(Class<E> words) {
    return Arrays.stream(words.getEnumConstants())
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }

  /**
   * Reads each row of the table.
   *
   * @throws MalformedTable when the columns are not these, or a row is malformed; it names file,
   *     line, column and reason of each
   */
  public static <T> List<T> read(Resource file, List<String> columns, Function<Row, T> row) {
    String name = String.valueOf(file.getFilename());
    List<Row> rows = rows(file, name, columns);
    List<T> read = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (Row cells : rows) {
      try {
        cells.requireWhole();
        read.add(row.apply(cells));
      } catch (MalformedTable malformed) {
        faults.addAll(malformed.faults());
      }
    }
    if (!faults.isEmpty()) {
      throw new MalformedTable(name, faults);
    }
    return List.copyOf(read);
  }

  /** The cells of each row as they stand; the first row names the columns. */
  public static List<List<String>> cells(Resource file) {
    return records(file, String.valueOf(file.getFilename())).stream()
        .map(each -> each.cells().toList())
        .toList();
  }

  private static List<Row> rows(Resource file, String name, List<String> columns) {
    List<Line> lines = records(file, name);
    List<String> named = lines.isEmpty() ? List.of() : lines.get(0).cells().toList();
    if (!named.equals(columns)) {
      throw MalformedTable.whole(
          name, "table.columns", String.join(",", named), String.join(",", columns));
    }
    return lines.stream()
        .skip(1)
        .map(line -> new Row(name, line.number(), columns, line.cells()))
        .toList();
  }

  private static List<Line> records(Resource file, String name) {
    List<Line> lines = new ArrayList<>();
    try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
        CSVParser records = FORMAT.parse(text)) {
      try {
        records.forEach(cells -> lines.add(new Line(records.getCurrentLineNumber(), cells)));
      } catch (UncheckedIOException unbalanced) {
        Message reason = Message.of("table.quotes");
        throw new MalformedTable(
            name, List.of(new Fault(records.getCurrentLineNumber(), null, reason)));
      }
      return lines;
    } catch (IOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }

  private record Line(long number, CSVRecord cells) {}

  /** One row of a table. */
  public static final class Row {

    private final String file;
    private final long line;
    private final List<String> columns;
    private final CSVRecord cells;

    private Row(String file, long line, List<String> columns, CSVRecord cells) {
      this.file = file;
      this.line = line;
      this.columns = columns;
      this.cells = cells;
    }

    private void requireWhole() {
      if (cells.size() != columns.size()) {
        Message reason = Message.of("table.cells", cells.size(), columns.size());
        throw new MalformedTable(file, List.of(new Fault(line, null, reason)));
      }
    }

    /** The cell of the column, read; null when it is empty. */
    public <T> @Nullable T optional(String column, Function<String, T> reading) {
      String cell = cells.get(columns.indexOf(column));
      if (cell.isEmpty()) {
        return null;
      }
      try {
        return reading.apply(cell);
      } catch (RuntimeException malformed) {
        throw wrong(column, reason(cell, malformed));
      }
    }

    /** The cell of the column, read. */
    public <T> T required(String column, Function<String, T> reading) {
      T value = optional(column, reading);
      if (value == null) {
        throw wrong(column, Message.of("field.empty"));
      }
      return value;
    }

    /** What is wrong with this row, at the column, in English. */
    public MalformedTable wrong(String column, String reason) {
      return wrong(column, Message.of("table.reason", reason));
    }

    /** What is wrong with this row, at the column. */
    public MalformedTable wrong(String column, Message reason) {
      return new MalformedTable(file, List.of(new Fault(line, column, reason)));
    }

    private static Message reason(String cell, RuntimeException malformed) {
      String text = String.valueOf(malformed.getMessage());
      if (malformed instanceof InvalidValue invalid) {
        return invalid.reason();
      }
      if (malformed instanceof NumberFormatException) {
        return Message.of("table.number", cell);
      }
      return text.startsWith("No enum constant")
          ? Message.of("field.kind", cell)
          : Message.of("table.reason", "\"" + cell + "\" " + text);
    }
  }
}
