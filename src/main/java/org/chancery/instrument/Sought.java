package org.chancery.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * What is looked for: words, each of which a case must have. With each comes what it may mean.
 *
 * @param words the words, in order, each once
 */
public record Sought(List<Meant> words) {

  /** The longest text that can be looked for, in characters: the longest title. */
  public static final int LONGEST = 1000;

  private static final int MOST_WORDS = 40;

  /**
   * A word that is looked for.
   *
   * @param word the word, folded
   * @param open whether it may be the beginning of a word, because it comes last
   * @param near the words that there are one letter off
   * @param parties the parties it names, by how well
   */
  record Meant(
      String word, boolean open, Set<String> near, Map<Closeness, Set<PartyCode>> parties) {

    /** The parties it names as well as that, or better. */
    Set<PartyCode> parties(Closeness closeness) {
      return parties.entrySet().stream()
          .filter(each -> each.getKey().compareTo(closeness) <= 0)
          .flatMap(each -> each.getValue().stream())
          .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a word of a text is what was meant. */
    boolean fits(String other) {
      return other.equals(word) || (open && other.startsWith(word)) || near.contains(other);
    }
  }

  /**
   * A stretch of a text.
   *
   * @param text the stretch
   * @param found whether it is a word that was looked for
   */
  public record Piece(String text, boolean found) {}

  /**
   * The folded words of the text, in order, each once.
   *
   * @throws InvalidValue when the text is too long, or has too many words
   */
  static List<String> words(String text) {
    if (text.length() > LONGEST) {
      throw new InvalidValue("search.long", LONGEST);
    }
    List<String> words = Word.of(text).stream().map(Word::folded).distinct().toList();
    if (words.size() > MOST_WORDS) {
      throw new InvalidValue("search.words", MOST_WORDS);
    }
    return words;
  }

  /** Whether there is no word to look for. */
  public boolean isEmpty() {
    return words.isEmpty();
  }

  /** The text in pieces, of which those are marked that were looked for. */
  public List<Piece> pieces(@Nullable String text) {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (Word each : Word.of(text)) {
      if (text != null && words.stream().anyMatch(word -> word.fits(each.folded()))) {
        add(text.substring(from, each.start()), false, pieces);
        add(text.substring(each.start(), each.end()), true, pieces);
        from = each.end();
      }
    }
    add(text == null ? "" : text.substring(from), false, pieces);
    return pieces;
  }

  private static void add(String text, boolean found, List<Piece> pieces) {
    if (!text.isEmpty()) {
      pieces.add(new Piece(text, found));
    }
  }

  /** Whether a word of the text is among what is looked for. */
  public boolean isIn(@Nullable String text) {
    return pieces(text).stream().anyMatch(Piece::found);
  }

  /** Whether the party is among what is looked for. */
  public boolean names(PartyCode party) {
    return words.stream().anyMatch(word -> word.parties(Closeness.ONE_LETTER_OFF).contains(party));
  }
}
