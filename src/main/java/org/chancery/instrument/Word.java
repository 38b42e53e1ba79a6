package org.chancery.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * A word of a text.
 *
 * @param folded how search reads it: without case and diacritics
 * @param start where it begins in the text
 * @param end where it is over
 */
record Word(String folded, int start, int end) {

  /** The shortest word, in letters, in which one letter may be wrong. */
  private static final int FORGIVING = 4;

  /** No word is longer, in characters; of longer ones the beginning counts. */
  private static final int LONGEST = 80;

  /**
   * A sign that is a word of its own, or letters, marks and digits with what keeps them together.
   */
  private static final Pattern WORDS =
      Pattern.compile(
          "\\p{IsIdeographic}|[\\p{L}\\p{M}\\p{N}\\p{Cf}'`´‘’‛′&&[^\\p{IsIdeographic}\u200B]]+");

  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]");

  private static final LevenshteinDistance DISTANCE = new LevenshteinDistance(1);

  /** The words of the text, in order. */
  static List<Word> of(@Nullable String text) {
    List<Word> words = new ArrayList<>();
    Matcher matcher = WORDS.matcher(text == null ? "" : text);
    while (matcher.find()) {
      String folded = fold(matcher.group());
      if (!folded.isEmpty()) {
        words.add(new Word(folded, matcher.start(), matcher.end()));
      }
    }
    return words;
  }

  private static String fold(String word) {
    String folded = NEITHER_LETTER_NOR_DIGIT.matcher(Folding.fold(word)).replaceAll("");
    if (folded.length() <= LONGEST) {
      return folded;
    }
    boolean splits = Character.isHighSurrogate(folded.charAt(LONGEST - 1));
    return folded.substring(0, splits ? LONGEST - 1 : LONGEST);
  }

  /** Whether one letter of the word may be wrong. */
  static boolean isForgiving(String word) {
    return word.length() >= FORGIVING && isSpelled(word);
  }

  /**
   * Whether it is made of letters alone. With another digit a number is another number, so no
   * letter of such a word may be wrong.
   */
  static boolean isSpelled(String word) {
    return word.length() >= FORGIVING - 1
        && word.chars().allMatch(each -> Character.isLetter((char) each));
  }

  /** Whether a letter dropped, added, replaced, or two exchanged make the one out of the other. */
  static boolean isOneOff(String word, String other) {
    return DISTANCE.apply(word, other) == 1 || isExchanged(word, other);
  }

  /**
   * The library's Damerau-Levenshtein distance would say it, but compares letters beyond ASCII by
   * their identity (commons-text 1.15.0).
   */
  private static boolean isExchanged(String word, String other) {
    int at = StringUtils.indexOfDifference(word, other);
    return at >= 0
        && at + 1 < word.length()
        && word.length() == other.length()
        && word.charAt(at) == other.charAt(at + 1)
        && word.charAt(at + 1) == other.charAt(at)
        && word.regionMatches(at + 2, other, at + 2, word.length() - at - 2);
  }

  /**
   * The word, and what is left of it when one of its letters is dropped. Two words that are {@link
   * #isOneOff one off} have one of these in common.
   */
  static Set<String> droppings(String word) {
    Set<String> left =
        IntStream.range(0, word.length())
            .mapToObj(i -> word.substring(0, i) + word.substring(i + 1))
            .collect(Collectors.toSet());
    left.add(word);
    return left;
  }

  /** The beginnings of the word; the longest is the word. */
  static Set<String> beginnings(String word) {
    return IntStream.iterate(0, i -> i < word.length(), i -> word.offsetByCodePoints(i, 1))
        .mapToObj(i -> word.substring(0, word.offsetByCodePoints(i, 1)))
        .collect(Collectors.toSet());
  }
}
