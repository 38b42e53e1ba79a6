package org.chancery.instrument;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folds text for search: case and diacritics do not matter, in any script, nor do letters that
 * differ from another only by a stroke, a hook or the habit of a keyboard.
 */
final class Folding {

  /**
   * Counts up with each change of what words are folded to: the words of all cases are read anew.
   */
  static final int VERSION = 1;

  /** Apostrophes, as Uzbek writes them in o‘ and g‘; the Arabic stretch; signs without a width. */
  private static final Pattern SILENT = Pattern.compile("['`´‘’‛′ʹʻʼʽˈˊˋء\u0640\\p{Cf}]");

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Letters that no decomposition leads back to a plain one, each with what it is read as. */
  private static final Map<Integer, String> PLAIN =
      Stream.of(
              // Latin and Greek
              "ıi əe øo łl đd ðd ħh ŧt ßss æae œoe þth ςσ",
              // Cyrillic: Kazakh, Azerbaijani, Tajik, Ukrainian
              "әа ғг қк ңн өо ұу үу һх іи ҳх ґг єе ҝг ҹч ҷч җж",
              // Arabic: its own variants, then those of Persian, Urdu and Uyghur
              "ىي ةه ٱا یي ےي کك گك ھه ہه ەه")
          .flatMap(script -> Stream.of(script.split(" ")))
          .collect(toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(1)));

  private Folding() {}

  static String fold(String text) {
    String heard = SILENT.matcher(text).replaceAll("");
    String bare = MARKS.matcher(Normalizer.normalize(heard, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder folded = new StringBuilder();
    bare.toLowerCase(Locale.ROOT).codePoints().forEach(each -> append(each, folded));
    return folded.toString().strip();
  }

  private static void append(int letter, StringBuilder folded) {
    String plain = PLAIN.get(letter);
    if (plain != null) {
      folded.append(plain);
    } else if (Character.isDigit(letter)) {
      folded.append(Character.digit(letter, 10));
    } else {
      folded.appendCodePoint(letter);
    }
  }
}
