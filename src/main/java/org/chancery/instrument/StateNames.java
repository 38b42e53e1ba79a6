package org.chancery.instrument;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chancery.web.Locales;

/** The names of States in the languages of the house, as the CLDR has them. */
final class StateNames {

  private static final Normalizer2 FOLDED = Normalizer2.getNFKCCasefoldInstance();

  /** Code by folded name; where two share a name neither has it. */
  private static final Map<String, Optional<String>> CODES =
      Locales.SPOKEN.stream()
          .flatMap(
              language ->
                  Arrays.stream(Locale.getISOCountries())
                      .map(code -> Map.entry(folded(name(code, language)), code)))
          .distinct()
          .collect(
              Collectors.toUnmodifiableMap(
                  Map.Entry::getKey,
                  named -> Optional.of(named.getValue()),
                  (one, other) -> one.equals(other) ? one : Optional.empty()));

  private StateNames() {}

  /** The ISO 3166-1 code of the State with the name; empty when there is none, or more than one. */
  static Optional<String> code(String name) {
    return CODES.getOrDefault(folded(name), Optional.empty());
  }

  private static String name(String code, Locale language) {
    return ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(language));
  }

  private static String folded(String name) {
    return FOLDED.normalize(name.strip());
  }
}
