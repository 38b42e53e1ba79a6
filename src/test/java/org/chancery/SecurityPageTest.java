package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Each promise of security is kept by a test class that names it, and {@code docs/security.md} says
 * so.
 */
class SecurityPageTest {

  private static final Path PAGE = Path.of("docs", "security.md");

  /**
   * What the tests counted when they last ran in full; {@code bin/prove security} puts it there.
   */
  private static final Path FIGURES = Path.of("docs", "security");

  private static final Path TESTS = Path.of("src", "test", "java");

  /** The first words of a Javadoc: the numbers, and the sentence that says what is shown. */
  private static final Pattern NAMED =
      Pattern.compile(
          "/\\*\\*\\s*(?:\\*\\s*)?((?:S\\d+(?:, | and )?)+): (.*?)\\*/", Pattern.DOTALL);

  private static final Map<String, String> PROMISES = new LinkedHashMap<>();

  static {
    PROMISES.put(
        "S1",
        "No expression that a person sends runs in the engine; nobody makes an administrator");
    PROMISES.put("S2", "No model and no rule can be brought in, by any way and role");
    PROMISES.put(
        "S3", "No one reads or writes a case that is not theirs, nor counts, finds or exports it");
    PROMISES.put("S5", "No script that a user enters runs anywhere");
    PROMISES.put("S6", "No formula that a user enters runs in a spreadsheet");
    PROMISES.put("S8", "No external entity is read, no bomb unpacked");
    PROMISES.put("S9", "No path leads out, nothing oversized or slow is taken in");
    PROMISES.put("S10", "No other site acts for a person; reading changes nothing");
    PROMISES.put("S11", "A session ends when it should, and is nobody else's");
    PROMISES.put("S12", "A password cannot be guessed, nor who has an account");
    PROMISES.put("S13", "There is no default account beyond loopback");
    PROMISES.put("S14", "What can be reached is what is listed");
    PROMISES.put("S19", "Malformed requests are refused, in plain words, without a failure");
    PROMISES.put("S21", "What it is made of is listed and checked against known holes");
    PROMISES.put("S22", "A reader of code for holes finds none that is grave");
    PROMISES.put("S26", "Every change leaves one entry in the journal");
  }

  /** Promises that the build keeps by itself, without a test class. */
  private static final Map<String, String> BY_THE_BUILD =
      Map.of(
          "S22",
          "`spotbugs:check` with find-sec-bugs, in every `mvn verify`; `bin/prove supply` shows that"
              + " a careless class does not pass.");

  /** What a test class shows: its name and its sentence. */
  private record Shown(String test, String sentence) {}

  @Test
  void eachPromiseIsKeptByATestThatNamesIt() throws IOException {
    Set<String> missing = new TreeSet<>(PROMISES.keySet());
    missing.removeAll(shown().keySet());
    assertThat(missing).as("promises no test names").isEqualTo(BY_THE_BUILD.keySet());
  }

  @Test
  void theBuildFailsForAGraveFinding() throws IOException {
    String build = Files.readString(Path.of("pom.xml"));
    int plugin = build.indexOf("<artifactId>spotbugs-maven-plugin</artifactId>");
    assertThat(plugin).isPositive();
    assertThat(
            build.substring(
                plugin, build.indexOf("</plugin>", build.indexOf("</plugins>", plugin))))
        .contains("<goal>check</goal>", "findsecbugs-plugin")
        .doesNotContain("<skip>", "<failOnError>false");
  }

  @Test
  void thePageTellsThem() throws IOException {
    StringBuilder rows =
        new StringBuilder("\n| Promise | Shown by | Figures |\n| --- | --- | --- |\n");
    Map<String, List<Shown>> shown = shown();
    PROMISES.forEach(
        (number, promise) ->
            rows.append(
                "| %s. %s | %s | %s |%n"
                    .formatted(number, promise, tests(number, shown), figures(number))));
    Golden.checkSection(PAGE, rows + "\n", getClass());
  }

  private static String tests(String number, Map<String, List<Shown>> shown) {
    return BY_THE_BUILD.containsKey(number)
        ? BY_THE_BUILD.getOrDefault(number, "")
        : shown.getOrDefault(number, List.of()).stream()
            .map(each -> "`" + each.test() + "`: " + each.sentence())
            .collect(Collectors.joining("<br>"));
  }

  private static String figures(String number) {
    Path file = FIGURES.resolve(number + ".csv");
    if (!Files.exists(file)) {
      return "";
    }
    Map<String, String> last = new TreeMap<>();
    lines(file).map(line -> line.split(",")).forEach(each -> last.put(each[0], each[1]));
    return last.entrySet().stream()
        .map(each -> each.getKey() + ": " + each.getValue())
        .collect(Collectors.joining("<br>"));
  }

  private static Map<String, List<Shown>> shown() throws IOException {
    Map<String, List<Shown>> all = new TreeMap<>();
    try (Stream<Path> tests = Files.walk(TESTS)) {
      tests
          .filter(file -> file.toString().endsWith("Test.java"))
          .sorted()
          .forEach(file -> collect(file, all));
    }
    return all;
  }

  private static void collect(Path file, Map<String, List<Shown>> all) {
    Matcher named = NAMED.matcher(lines(file).collect(Collectors.joining("\n")));
    if (named.find()) {
      String test = file.getFileName().toString().replace(".java", "");
      Shown shown = new Shown(test, sentence(named.group(2)));
      Arrays.stream(named.group(1).split(", | and "))
          .forEach(number -> all.computeIfAbsent(number, any -> new ArrayList<>()).add(shown));
    }
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
