package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.web.Locales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each catalogue says the same in each language that the pages speak. */
class LanguagesTest {

  private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");
  private static final Set<String> CATALOGUES =
      Set.of("page", "word", "problem", "finding", "tasklist", "notice");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");

  static Stream<String> translations() {
    return CATALOGUES.stream()
        .sorted()
        .flatMap(
            catalogue ->
                Locales.SPOKEN.stream()
                    .filter(locale -> !locale.equals(Locale.ENGLISH))
                    .map(locale -> catalogue + "_" + locale.getLanguage()));
  }

  @ParameterizedTest
  @MethodSource("translations")
  void aTranslationHasTheKeysAndThePlacesOfTheEnglish(String translation) throws IOException {
    Properties english = read(translation.substring(0, translation.indexOf('_')));
    Properties translated = read(translation);
    assertThat(translated.stringPropertyNames())
        .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(places(translated, key)).as(key).isEqualTo(places(english, key));
    }
  }

  @Test
  void everyTextIsAMessageFormat() throws IOException {
    for (Path file : files()) {
      Properties texts = read(file.getFileName().toString().replace(".properties", ""));
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        assertThat(new MessageFormat(text, Locale.ROOT).format(new Object[] {1, 2, 3}))
            .isNotBlank();
        assertThat(text.replace("''", "")).as("%s: %s", file, key).doesNotContain("'");
      }
    }
  }

  @Test
  void noKeyIsSaidTwice() throws IOException {
    for (Path file : files()) {
      try (Stream<String> lines = Files.lines(file)) {
        assertThat(
                lines
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .map(line -> line.substring(0, line.indexOf('=')).strip()))
            .as("%s", file)
            .doesNotHaveDuplicates();
      }
    }
  }

  @Test
  void everyCatalogueIsKnownHere() throws IOException {
    assertThat(files().stream().map(file -> file.getFileName().toString().replaceAll("[_.].*", "")))
        .isSubsetOf(CATALOGUES);
  }

  private static Set<String> places(Properties texts, String key) {
    return PLACE
        .matcher(texts.getProperty(key))
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static java.util.List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(MESSAGES)) {
      return files.toList();
    }
  }

  private static Properties read(String name) throws IOException {
    Properties texts = new Properties();
    try (Reader text =
        Files.newBufferedReader(MESSAGES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
      texts.load(text);
    }
    return texts;
  }
}
