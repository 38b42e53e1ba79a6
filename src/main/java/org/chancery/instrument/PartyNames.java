package org.chancery.instrument;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chancery.web.Locales;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The words that parties are called by: their codes, and their names in every language spoken. */
@Component
class PartyNames {

  private final Organisations organisations;
  private final Supplier<Map<String, Set<PartyCode>>> byWord =
      SingletonSupplier.of(this::everyWord);

  PartyNames(Organisations organisations) {
    this.organisations = organisations;
  }

  /** The parties that the folded word is a name of, or part of a name. */
  Set<PartyCode> called(String word) {
    return words().getOrDefault(word, Set.of());
  }

  /** The parties of whose names a word fits. */
  Set<PartyCode> called(Predicate<String> word) {
    return words().entrySet().stream()
        .filter(each -> word.test(each.getKey()))
        .flatMap(each -> each.getValue().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private Map<String, Set<PartyCode>> words() {
    return java.util.Objects.requireNonNull(byWord.get());
  }

  private Map<String, Set<PartyCode>> everyWord() {
    Map<String, Set<PartyCode>> words = new TreeMap<>();
    organisations
        .codes()
        .forEach(
            code -> {
              add(code.value(), code, words);
              for (Locale language : Locales.SPOKEN) {
                add(organisations.nameOf(code, language), code, words);
              }
            });
    return words;
  }

  private static void add(String name, PartyCode code, Map<String, Set<PartyCode>> words) {
    Word.of(name)
        .forEach(word -> words.computeIfAbsent(word.folded(), key -> new HashSet<>()).add(code));
  }
}
