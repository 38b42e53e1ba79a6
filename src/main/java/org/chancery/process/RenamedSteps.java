package org.chancery.process;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.Resource;

/**
 * Steps that a newer model calls by another id. What keeps its id needs no row, and an id that was
 * given up is never given to another step.
 *
 * @param rows the rows of the table, in any order
 */
record RenamedSteps(List<Row> rows) {

  /** Where the table lies, beside the models. */
  static final String TABLE = "classpath:processes/lifecycle/renamed-steps.csv";

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();

  /**
   * A step that was renamed.
   *
   * @param process the id of its process
   * @param was the id it had
   * @param is the id it has in the next model
   */
  record Row(String process, String was, String is) {}

  RenamedSteps {
    rows = List.copyOf(rows);
  }

  /**
   * Reads the table.
   *
   * @throws IllegalArgumentException when a column is missing
   */
  static RenamedSteps read(Resource table) {
    try (Reader text = new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      return new RenamedSteps(
          rows.stream()
              .map(row -> new Row(row.get("process"), row.get("was"), row.get("is")))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + table, unreadable);
    }
  }

  /** What the step is called in a newer model, however often it was renamed on the way. */
  Optional<String> nowCalled(String process, String step, Set<String> inNewer) {
    Set<String> names = new HashSet<>();
    String name = step;
    while (!inNewer.contains(name) && names.add(name)) {
      name = next(process, name).orElse(name);
    }
    return Optional.of(name).filter(inNewer::contains);
  }

  private Optional<String> next(String process, String step) {
    return rows.stream()
        .filter(row -> row.process().equals(process) && row.was().equals(step))
        .map(Row::is)
        .findFirst();
  }
}
