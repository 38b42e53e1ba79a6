package org.chancery.seed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of {@code seeds/}: found by its slug, named in each language, with its sources. */
class SeedsCatalogueTest {

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("seeds"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isNamedByItsSlug(Path file) throws IOException {
    SeedFile seed = read(file);
    assertThat(seed.name()).isEqualTo(seed.slug() + ".yaml");
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasATitleInEachLanguageAndSaysWhoMadeIt(Path file) throws IOException {
    JsonNode tree = read(file).tree();
    List<String> languages =
        isOfKazakhstan(tree) ? List.of("en", "az", "kk", "ar") : List.of("en", "az", "ar");
    assertThat(languages)
        .allSatisfy(
            language -> assertThat(tree.path("title").path(language).asText()).isNotBlank());
    assertThat(tree.path("titleBasis").asText()).isEqualTo("OUR_TRANSLATION");
  }

  @ParameterizedTest
  @MethodSource("files")
  void hasASourceForEachFact(Path file) throws IOException {
    JsonNode tree = read(file).tree();
    assertThat(tree.path("sources")).isNotEmpty().allMatch(SeedsCatalogueTest::isStated);
    Stream.of("milestones", "events", "targets")
        .flatMap(facts -> Stream.of(tree.path(facts)))
        .forEach(facts -> assertThat(facts).allMatch(fact -> isStated(fact.path("source"))));
  }

  private static boolean isStated(JsonNode source) {
    return !source.path("outlet").asText().isBlank() && !source.path("date").asText().isBlank();
  }

  private static boolean isOfKazakhstan(JsonNode tree) {
    return Stream.of(tree.path("parties"))
        .flatMap(parties -> parties.findValuesAsText("code").stream())
        .anyMatch("KZ"::equals);
  }

  private static SeedFile read(Path file) throws IOException {
    return SeedFile.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
  }
}
