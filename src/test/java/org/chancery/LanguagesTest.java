package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ApostropheMode;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chancery.calendar.SpokenDate;
import org.chancery.web.Catalogues;
import org.chancery.web.Locales;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each catalogue says the same in each language that the pages speak. */
class LanguagesTest {

  private static final Path MESSAGES = Path.of("src", "main", "resources", "messages");

  /** The catalogues there are; each has a file without a language, which is the English one. */
  private static final Set<String> CATALOGUES = catalogues();

  /** Languages in which what is counted keeps one form after every number. */
  private static final Set<String> UNCHANGED = Set.of("az", "kk", "tr", "uz");

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
      assertThat(forms(translated, key).keySet()).as(key).isEqualTo(forms(english, key).keySet());
    }
  }

  @Test
  void everyTextIsAMessageFormat() throws IOException {
    for (Path file : files()) {
      Properties texts = read(name(file));
      for (String key : texts.stringPropertyNames()) {
        String text = texts.getProperty(key);
        MessageFormat format = new MessageFormat("", language(name(file)));
        format.applyPattern(text, ApostropheMode.DOUBLE_REQUIRED);
        assertThat(format.format(new Object[] {1, 2, 3, 4, 5})).isNotBlank();
        assertThat(text.replace("''", "")).as("%s: %s", file, key).doesNotContain("'");
      }
    }
  }

  /** Six in Arabic, four in Russian, two in English, and one where nothing changes. */
  @Test
  void whatIsCountedHasEachPluralOfItsLanguage() throws IOException {
    for (Path file : files()) {
      Properties texts = read(name(file));
      Locale language = language(name(file));
      for (String key : texts.stringPropertyNames()) {
        assertThat(forms(texts, key).values())
            .as("%s: %s", file, key)
            .allSatisfy(forms -> assertThat(forms).isEqualTo(plurals(language)));
      }
    }
  }

  /** ICU still reads the JDK's choice, but a choice knows no plurals. */
  @Test
  void nothingIsCountedByAChoice() throws IOException {
    for (Path file : files()) {
      assertThat(Files.readString(file)).as("%s", file).doesNotContain(",choice,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en, 1, 1 day", "en, 12, 12 days", "ru, 1, 1 день", "ru, 3, 3 дня", "ru, 12, 12 дней",
    "ru, 21, 21 день", "ar, 1, يوم واحد", "ar, 2, يومان", "ar, 3, 3 أيام", "ar, 12, 12 يومًا",
    "ar, 100, 100 يوم", "az, 12, 12 gün", "kk, 12, 12 күн", "tr, 1, 1 gün", "uz, 12, 12 kun",
    "en, 1234, '1,234 days'"
  })
  void daysAreCountedAsInTheLanguage(String language, int days, String said) {
    Locale locale = spoken(language);
    Catalogues finding = new Catalogues("messages/finding");
    assertThat(finding.getMessage("finding.days", new Object[] {days}, locale)).isEqualTo(said);
    assertThat(finding.getMessage("finding.days", new Object[] {"" + days}, locale))
        .isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "en, 31 Dec 2026",
    "az, 31 dek 2026",
    "kk, 2026 ж. 31 жел.",
    "ru, 31 дек. 2026 г.",
    "tr, 31 Ara 2026",
    "uz, '31-dek, 2026'",
    "ar, 31 ديسمبر 2026"
  })
  void aDayIsWrittenAsInTheLanguage(String language, String written) {
    String day = SpokenDate.of(LocalDate.of(2026, 12, 31), spoken(language));
    assertThat(day.replaceAll("\\h", " ")).isEqualTo(written);
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

  /** What is not named there is never read. */
  @Test
  void everyCatalogueIsNamedInTheSettings() throws IOException {
    assertThat(Files.readString(Path.of("src", "main", "resources", "application.yaml")))
        .contains(CATALOGUES.stream().map(name -> "messages/" + name).toList());
  }

  /** The places that are filled, whatever is made of what fills them. */
  private static Set<Integer> places(Properties texts, String key) {
    MessagePattern pattern = pattern(texts, key);
    return IntStream.range(0, pattern.countParts())
        .filter(nth -> pattern.getPartType(nth) == Part.Type.ARG_NUMBER)
        .mapToObj(nth -> pattern.getPart(nth).getValue())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The forms of each place that is counted, without those for one number alone. */
  private static Map<Integer, Set<String>> forms(Properties texts, String key) {
    MessagePattern pattern = pattern(texts, key);
    Map<Integer, Set<String>> forms = new TreeMap<>();
    for (int nth = 0; nth < pattern.countParts(); nth++) {
      Part part = pattern.getPart(nth);
      if (part.getType() == Part.Type.ARG_START && part.getArgType() == ArgType.PLURAL) {
        forms.put(pattern.getPart(nth + 1).getValue(), forms(pattern, nth));
      }
    }
    return forms;
  }

  private static Set<String> forms(MessagePattern pattern, int start) {
    return IntStream.range(start, pattern.getLimitPartIndex(start))
        .filter(nth -> pattern.getPartType(nth) == Part.Type.ARG_SELECTOR)
        .mapToObj(nth -> pattern.getSubstring(pattern.getPart(nth)))
        .filter(form -> !form.startsWith("="))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> plurals(Locale language) {
    return UNCHANGED.contains(language.getLanguage())
        ? Set.of("other")
        : PluralRules.forLocale(language).getKeywords();
  }

  private static MessagePattern pattern(Properties texts, String key) {
    return new MessagePattern(ApostropheMode.DOUBLE_REQUIRED).parse(texts.getProperty(key));
  }

  private static Locale spoken(String language) {
    return Locales.SPOKEN.stream()
        .filter(locale -> locale.getLanguage().equals(language))
        .findFirst()
        .orElseThrow();
  }

  private static Locale language(String name) {
    return name.contains("_") ? spoken(name.substring(name.indexOf('_') + 1)) : Locale.ENGLISH;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".properties", "");
  }

  private static Set<String> catalogues() {
    try {
      return files().stream()
          .map(LanguagesTest::name)
          .filter(name -> !name.contains("_"))
          .collect(Collectors.toCollection(TreeSet::new));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Path> files() throws IOException {
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
