package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
          "`spotbugs:check` with find-sec-bugs, in every `mvn verify`; `bin/prove supply` shows"
              + " that a careless class does not pass.");

  private static final Promises SECURITY = new Promises('S', PROMISES, BY_THE_BUILD, FIGURES);

  @Test
  void eachPromiseIsKeptByATestThatNamesIt() throws IOException {
    assertThat(SECURITY.unshown()).as("promises no test names").isEqualTo(BY_THE_BUILD.keySet());
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
    Golden.checkSection(PAGE, SECURITY.table(), getClass());
  }
}
