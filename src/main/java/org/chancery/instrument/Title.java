package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.web.InvalidValue;

/**
 * A title or a name in one or more languages.
 *
 * @param byLanguage the text by ISO 639-1 code, in the order of the codes
 */
public record Title(@JsonValue Map<String, String> byLanguage) {

  private static final int LONGEST = 1000;
  private static final List<String> FALLBACKS = List.of("en", "az", "ru");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /**
   * @throws InvalidValue when it is empty, too long, or names an unknown language
   */
  @JsonCreator
  public Title {
    if (byLanguage.isEmpty()) {
      throw new InvalidValue("title.empty");
    }
    byLanguage.forEach(Title::check);
    byLanguage = java.util.Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  /** An English title. */
  public static Title english(String text) {
    return new Title(Map.of("en", text));
  }

  /** The text in the language, else in English, else in any. */
  public String in(Locale locale) {
    return java.util.Objects.requireNonNull(byLanguage.get(languageIn(locale)));
  }

  /** The language of {@link #in}, as its code. */
  public String languageIn(Locale locale) {
    return Stream.concat(Stream.of(locale.getLanguage()), FALLBACKS.stream())
        .filter(byLanguage::containsKey)
        .findFirst()
        .orElseGet(() -> byLanguage.keySet().iterator().next());
  }

  private static void check(String language, String text) {
    if (!LANGUAGES.contains(language)) {
      throw new InvalidValue("title.language", language);
    }
    if (text == null || text.isBlank()) {
      throw new InvalidValue("title.blank", language);
    }
    if (text.length() > LONGEST) {
      throw new InvalidValue("title.long", language, LONGEST);
    }
  }
}
