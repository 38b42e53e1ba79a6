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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
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
          .setHeader()
          .setSkipHeaderRecord(true)
          .setCommentMarker('#')
          .setIgnoreEmptyLines(true)
          .setTrim(true)
          .get();

  private Table() {}

  /**
   * Reads a cell that holds one word of a list.
   *
   * @return a reading that throws {@link IllegalArgumentException} with the words there are
   */
  public static <E extends Enum<E>> Function<String, E> oneOf(Class<E> words) {
    return cell ->
        Arrays.stream(words.getEnumConstants())
            .filter(word -> word.name().equals(cell))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "is none of " + Arrays.toString(words.getEnumConstants())));
  }

  /**
   * Reads each row of the table.
   *
   * @throws IllegalStateException when the columns are not these, or a row is malformed; it names
   *     file, line, column and reason
   */
  public static <T> List<T> read(Resource file, List<String> columns, Function<Row, T> row) {
    String name = String.valueOf(file.getFilename());
    try (Reader text = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8);
        CSVParser rows = FORMAT.parse(text)) {
      if (!rows.getHeaderNames().equals(columns)) {
        throw new IllegalStateException(
            "%s: its columns are %s, not %s".formatted(name, columns, rows.getHeaderNames()));
      }
      List<T> read = new ArrayList<>();
      for (CSVRecord cells : rows) {
        read.add(row.apply(new Row(name, rows.getCurrentLineNumber(), cells)));
      }
      return List.copyOf(read);
    } catch (IOException | UncheckedIOException unreadable) {
      throw new IllegalStateException(name + " cannot be read", unreadable);
    }
  }

  /** One row of a table. */
  public static final class Row {

    private final String file;
    private final long line;
    private final CSVRecord cells;

    private Row(String file, long line, CSVRecord cells) {
      this.file = file;
      this.line = line;
      this.cells = cells;
      if (!cells.isConsistent()) {
        throw new IllegalStateException(
            "%s line %d: it has %d cells, not one for each column"
                .formatted(file, line, cells.size()));
      }
    }

    /** The cell of the column, read; null when it is empty. */
    public <T> @Nullable T optional(String column, Function<String, T> reading) {
      String cell = cells.get(column);
      if (cell.isEmpty()) {
        return null;
      }
      try {
        return reading.apply(cell);
      } catch (RuntimeException malformed) {
        throw wrong(column, "\"" + cell + "\" " + malformed.getMessage());
      }
    }

    /** The cell of the column, read. */
    public <T> T required(String column, Function<String, T> reading) {
      T value = optional(column, reading);
      if (value == null) {
        throw wrong(column, "must not be empty");
      }
      return value;
    }

    /** What is wrong with this row, at the column. */
    public IllegalStateException wrong(String column, String reason) {
      return new IllegalStateException(
          "%s line %d, column %s: %s".formatted(file, line, column, reason));
    }
  }
}
