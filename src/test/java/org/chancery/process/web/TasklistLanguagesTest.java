package org.chancery.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasklist's own words say the same in each language. */
class TasklistLanguagesTest {

  private static final String LOCALES = "META-INF/resources/webjars/camunda/app/tasklist/locales/";
  private static final Path OURS = Path.of("src", "main", "resources").resolve(LOCALES);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}|%[a-z]|<br/>|LT");

  /** The same word in both languages: a name, or one borrowed. */
  private static final Set<String> SHARED =
      Set.of("Chancery", "Operator", "Form", "HH:mm", "D MMMM YYYY", "D MMMM YYYY LT", "L");

  @Test
  void theEnglishHasEveryKeyThatTasklistAsksFor() throws IOException {
    assertThat(texts(ours("en")).keySet())
        .containsAll(texts(tasklists("en")).keySet())
        .filteredOn(key -> !key.startsWith("/labels/CHANCERY_"))
        .hasSameSizeAs(texts(tasklists("en")).keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"az", "kk", "ru", "tr", "uz", "ar"})
  void aTranslationHasTheKeysAndThePlacesOfTheEnglish(String language) throws IOException {
    Map<String, String> english = texts(ours("en"));
    Map<String, String> translated = texts(ours(language));
    assertThat(translated.keySet()).isEqualTo(english.keySet());
    english.forEach(
        (key, text) -> {
          String said = translated.getOrDefault(key, "");
          assertThat(said.isBlank()).as(key).isEqualTo(text.isBlank());
          if (!key.startsWith("/dateLocales/relativeTime")) {
            assertThat(places(said)).as(key).isEqualTo(places(text));
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"az", "kk", "ru", "tr", "uz", "ar"})
  void nothingIsLeftInEnglish(String language) throws IOException {
    Map<String, String> english = texts(ours("en"));
    assertThat(texts(ours(language)))
        .allSatisfy(
            (key, text) -> {
              boolean word = Pattern.compile("[A-Za-z]{2}").matcher(text).find();
              if (word && !SHARED.contains(text) && !key.startsWith("/dateLocales/")) {
                assertThat(text).as(key).isNotEqualTo(english.get(key));
              }
            });
  }

  private static List<String> places(String text) {
    return PLACE
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(TasklistLanguagesTest::plain)
        .sorted()
        .toList();
  }

  private static String plain(String place) {
    return place.replace(" ", "");
  }

  /** All texts of the file by the pointers to them. */
  private static Map<String, String> texts(JsonNode file) {
    Map<String, String> texts = new TreeMap<>();
    collect("", file, texts);
    return texts;
  }

  private static void collect(String pointer, JsonNode node, Map<String, String> texts) {
    node.properties()
        .forEach(each -> collect(pointer + "/" + each.getKey(), each.getValue(), texts));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i), texts);
    }
    if (node.isValueNode()) {
      texts.put(pointer, node.asText());
    }
  }

  private static JsonNode ours(String language) throws IOException {
    return JSON.readTree(Files.readAllBytes(OURS.resolve(language + ".json")));
  }

  /** The file that Tasklist brings along, which ours stands in for. */
  private static JsonNode tasklists(String language) throws IOException {
    URL brought =
        Collections.list(
                TasklistLanguagesTest.class
                    .getClassLoader()
                    .getResources(LOCALES + language + ".json"))
            .stream()
            .filter(url -> url.getProtocol().equals("jar"))
            .findFirst()
            .orElseThrow();
    try (InputStream file = brought.openStream()) {
      byte[] text = file.readAllBytes();
      boolean marked = text[0] == (byte) 0xEF;
      return JSON.readTree(new ByteArrayInputStream(text, marked ? 3 : 0, text.length));
    }
  }
}
