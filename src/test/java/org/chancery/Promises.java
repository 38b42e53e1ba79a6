package org.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Promises of one kind, each with the test classes that name it at the beginning of their Javadoc,
 * as in "S1: …", and what they counted when they last ran in full.
 *
 * @param kind the letter of their numbers
 * @param texts the promises by their numbers, in the order in which they are told
 * @param byTheBuild how those are kept that need no test class
 * @param figures where the counts of the last run in full lie, one file for each number
 */
record Promises(
    char kind, Map<String, String> texts, Map<String, String> byTheBuild, Path figures) {

  private static final Path TESTS = Path.of("src", "test", "java");

  /** What a test class shows: its name and its sentence. */
  private record Shown(String test, String sentence) {}

  /** Those that no test names. */
  Set<String> unshown() throws IOException {
    Set<String> missing = new TreeSet<>(texts.keySet());
    missing.removeAll(shown().keySet());
    return missing;
  }

  /** The numbers that tests name. */
  Set<String> named() throws IOException {
    return shown().keySet();
  }

  /** The table of the page. */
  String table() throws IOException {
    StringBuilder rows =
        new StringBuilder("\n| Promise | Shown by | Figures |\n| --- | --- | --- |\n");
    Map<String, List<Shown>> shown = shown();
    texts.forEach(
        (number, promise) ->
            rows.append(
                "| %s. %s | %s | %s |%n"
                    .formatted(number, promise, tests(number, shown), figures(number))));
    return rows + "\n";
  }

  private String tests(String number, Map<String, List<Shown>> shown) {
    return byTheBuild.containsKey(number)
        ? byTheBuild.getOrDefault(number, "")
        : shown.getOrDefault(number, List.of()).stream()
            .map(each -> "`" + each.test() + "`: " + each.sentence())
            .collect(Collectors.joining("<br>"));
  }

  private String figures(String number) {
    Path file = figures.resolve(number + ".csv");
    if (!Files.exists(file)) {
      return "";
    }
    Map<String, String> last = new TreeMap<>();
    lines(file).map(line -> line.split(",")).forEach(each -> last.put(each[0], each[1]));
    return last.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("<br>"));
  }

  private Map<String, List<Shown>> shown() throws IOException {
    Map<String, List<Shown>> all = new TreeMap<>();
    try (Stream<Path> tests = Files.walk(TESTS)) {
      tests
          .filter(file -> file.toString().endsWith("Test.java"))
          .sorted()
          .forEach(file -> collect(file, all));
    }
    return all;
  }

  private void collect(Path file, Map<String, List<Shown>> all) {
    Matcher named = firstWords().matcher(lines(file).collect(Collectors.joining("\n")));
    if (named.find()) {
      String test = file.getFileName().toString().replace(".java", "");
      Shown shown = new Shown(test, sentence(named.group(2)));
      Arrays.stream(named.group(1).split(", | and "))
          .forEach(number -> all.computeIfAbsent(number, any -> new ArrayList<>()).add(shown));
    }
  }

  /** The first words of a Javadoc: the numbers, and the sentence that says what is shown. */
  private Pattern firstWords() {
    return Pattern.compile(
        "/\\*\\*\\s*(?:\\*\\s*)?((?:" + kind + "\\d+(?:, | and )?)+): (.*?)\\*/", Pattern.DOTALL);
  }

  private static String sentence(String javadoc) {
    String text =
        javadoc
            .replaceAll("\\s*\\n\\s*\\*\\s*", " ")
            .replaceAll("\\{@\\w+ ([^}]*)}", "`$1`")
            .replace("|", "\\|")
            .strip();
    int end = text.indexOf(". ");
    return end < 0 ? text : text.substring(0, end + 1);
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
