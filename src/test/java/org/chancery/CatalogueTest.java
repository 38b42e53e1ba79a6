package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Whoever finds a model, a rule, a table or a seed finds its test and its reader by the name; what
 * belongs to nothing, and an empty folder, is a mistake.
 */
class CatalogueTest {

  private static final Path TESTS = Path.of("src/test/java/org/chancery");
  private static final Path SOURCES = Path.of("src/main/java/org/chancery");

  /** Which class reads a table. */
  private static final Map<String, String> READERS =
      Map.ofEntries(
          Map.entry("processes/lifecycle/renamed-steps.csv", "process/RenamedSteps.java"),
          Map.entry("rules/access/bodies.csv", "access/BodyTable.java"),
          Map.entry("rules/calendar/zones.csv", "calendar/Zones.java"),
          Map.entry("rules/calendar/weeks.csv", "calendar/Calendars.java"),
          Map.entry("rules/calendar/feasts.csv", "calendar/Calendars.java"),
          Map.entry("rules/calendar/overrides.csv", "calendar/Calendars.java"),
          Map.entry("rules/deadline/statutory-terms.csv", "deadline/TableName.java"),
          Map.entry("rules/deadline/thresholds.csv", "deadline/TableName.java"),
          Map.entry("rules/instrument/organisations.csv", "instrument/Organisations.java"),
          Map.entry("rules/web/glossary.csv", "web/Glossary.java"),
          Map.entry("rules/web/glossary-sources.csv", "web/Glossary.java"));

  /** As long as no step was renamed. */
  private static final String MAY_BE_EMPTY = "processes/lifecycle/renamed-steps.csv";

  @Test
  void everyFolderHoldsSomethingAndNothingElse() {
    assertThat(files("processes"))
        .isNotEmpty()
        .allMatch(file -> isA(file, "bpmn") || isA(file, "csv"));
    assertThat(files("rules")).isNotEmpty().allMatch(file -> isA(file, "drl") || isA(file, "csv"));
    assertThat(files("seeds")).isNotEmpty().allMatch(file -> isA(file, "yaml"));
  }

  @Test
  void everyModelAndRuleStandsInTheFolderOfAModule() {
    Stream.concat(files("processes").stream(), files("rules").stream())
        .forEach(file -> assertThat(SOURCES.resolve(file.getName(1))).isDirectory());
  }

  @Test
  void theReadmeNamesOnlyWhatIsThere() throws IOException {
    List<String> tests =
        Pattern.compile("`(\\w+Test)`")
            .matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(named -> named.group(1) + ".java")
            .toList();
    List<String> there = files("src/test/java").stream().map(CatalogueTest::name).toList();
    assertThat(tests).hasSizeGreaterThan(5).allMatch(there::contains);
  }

  @Test
  void everyModelHasItsTest() {
    assertThat(Model.all())
        .allSatisfy(
            model ->
                assertThat(TESTS.resolve(model.file().getName(1)).resolve(model.test() + ".java"))
                    .exists());
  }

  @Test
  void everyRuleFileHasItsTest() {
    assertThat(files("rules").stream().filter(file -> isA(file, "drl")))
        .isNotEmpty()
        .allSatisfy(
            file -> {
              String test = name(file).replace(".drl", "Test.java");
              assertThat(TESTS.resolve(file.getName(1)).resolve(test)).exists();
            });
  }

  @Test
  void everyTableHasAReader() {
    assertThat(tables()).extracting(CatalogueTest::plain).hasSameElementsAs(READERS.keySet());
    READERS.forEach(
        (table, reader) ->
            assertThat(SOURCES.resolve(reader))
                .content()
                .as(table)
                .containsAnyOf("\"" + table, "\"classpath:" + table));
  }

  @Test
  void everyTableIsWellFormed() {
    for (Path table : tables()) {
      List<CSVRecord> rows = rows(table);
      assertThat(rows)
          .as(plain(table))
          .hasSizeGreaterThan(MAY_BE_EMPTY.equals(plain(table)) ? 0 : 1);
      int columns = rows.get(0).size();
      assertThat(rows).allSatisfy(row -> assertThat(row.size()).as("%s", row).isEqualTo(columns));
      assertThat(rows.get(0)).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z_]+"));
      assertThat(rows.stream().map(row -> List.of(row.values()))).doesNotHaveDuplicates();
    }
  }

  @Test
  void everySeedIsNamedInPlainWords() {
    assertThat(files("seeds")).allMatch(file -> name(file).matches("[a-z0-9]+(-[a-z0-9]+)*.yaml"));
  }

  /** A reader names a table from the root of the class path. */
  private static List<Path> tables() {
    return Stream.concat(files("processes").stream(), files("rules").stream())
        .filter(file -> isA(file, "csv"))
        .toList();
  }

  private static List<CSVRecord> rows(Path table) {
    CSVFormat format = CSVFormat.RFC4180.builder().setCommentMarker('#').get();
    try (CSVParser rows = CSVParser.parse(table, StandardCharsets.UTF_8, format)) {
      return new ArrayList<>(rows.getRecords());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> files(String folder) {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isA(Path file, String ending) {
    return name(file).endsWith("." + ending);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static String plain(Path file) {
    return file.toString().replace('\\', '/');
  }
}
