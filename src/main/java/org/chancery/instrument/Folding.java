package org.chancery.instrument;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Folds text for search: case and diacritics do not matter, in any script. */
final class Folding {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Folding() {}

  static String fold(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return bare.toLowerCase(Locale.ROOT).replace('ı', 'i').replace('ə', 'e').strip();
  }

  /** All that a search may find the instrument by. */
  static String searchText(Instrument instrument) {
    Description description = instrument.description();
    Stream<String> names =
        Stream.of(
            instrument.reference().value(), description.slug() == null ? "" : description.slug());
    return Stream.concat(names, description.title().byLanguage().values().stream())
        .map(Folding::fold)
        .collect(Collectors.joining("\n"));
  }
}
