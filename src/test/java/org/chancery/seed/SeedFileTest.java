package org.chancery.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.instrument.Opening;
import org.chancery.web.Problems;
import org.chancery.web.Reading;
import org.chancery.web.WebFixture;
import org.junit.jupiter.api.Test;

class SeedFileTest {

  private static final String SOUND =
      """
      # A case
      slug: a-case
      type: ARRANGEMENT
      title:
        en: "A case"
      parties: [ { code: AZ }, { code: KZ } ]
      responsibleBody: energy
      events:
        - kind: MEASURE_DONE
          on: "2023"
        - kind: MEASURE_DONE
          on: "2024"
      """;

  private final Reading reading = WebFixture.reading();
  private final Problems problems = WebFixture.problems();

  @Test
  void allOfTheDemonstrationAreSound() throws IOException {
    List<Path> files;
    try (var all = Files.list(Path.of("seeds"))) {
      files = all.sorted().toList();
    }
    assertThat(files).hasSize(30);
    assertThat(files)
        .allSatisfy(
            file -> {
              String name = String.valueOf(file.getFileName());
              SeedFile seed = SeedFile.read(name, Files.readAllBytes(file));
              assertThat(seed.opening(reading, problems).description().title().byLanguage())
                  .isNotEmpty();
              assertThat(seed.slug() + ".yaml").isEqualTo(name);
            });
  }

  @Test
  void isReadLikeABodyOfTheApi() throws IOException {
    SeedFile seed = read(SOUND);
    Opening opening = seed.opening(reading, problems);
    assertThat(seed.slug()).isEqualTo("a-case");
    assertThat(opening.events())
        .extracting(event -> event.on().edtf())
        .containsExactly("2023", "2024");
  }

  @Test
  void namesFileLineAndReasonOfAFault() {
    refuses(SOUND.replace("\"2024\"", "\"2024-13\""), 12, "/events/1/on \"2024-13\" is not a day");
    refuses(SOUND.replace("AZ }", "az }"), 6, "/parties/0/code \"az\" is not the code of a State");
    refuses(
        SOUND.replace("ARRANGEMENT", "ARANGEMENT"), 3, "/type \"ARANGEMENT\" is none of: TREATY");
    refuses(SOUND.replace("slug:", "slugg:"), 2, "/slugg \"slugg\" is not a field here");
    refuses(SOUND.replace("  en: \"A case\"", "  xx: \"A case\""), 4, "/title \"xx\" is not");
    refuses(SOUND.replace("responsibleBody: energy\n", ""), 1, "/responsibleBody is required");
    refuses(SOUND.replace("\"2024\"", "2024"), 12, "/events/1/on must be a text");
  }

  @Test
  void namesFileAndLineOfWhatIsNoYaml() {
    refuses(SOUND.replace("[ {", "[ {{"), 6, "");
    refuses("", 1, "");
    refuses("- a\n- b\n", 1, " must be an object");
  }

  private void refuses(String text, int line, String reason) {
    assertThatExceptionOfType(MalformedSeed.class)
        .isThrownBy(() -> read(text).opening(reading, problems))
        .withMessageStartingWith("seeds/a-case.yaml, line " + line + ": " + reason);
  }

  private static SeedFile read(String text) throws IOException {
    return SeedFile.read("a-case.yaml", text.getBytes(StandardCharsets.UTF_8));
  }
}
