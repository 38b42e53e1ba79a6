package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordTest {

  @Test
  void readsTheWordsOfAnyScript() {
    assertThat(folded("Günəş–enerjisi (2025), № 12-IIIQ; O‘zbekiston"))
        .containsExactly("gunes", "enerjisi", "2025", "12", "iiiq", "ozbekiston");
    assertThat(folded("مذكّرة تفاهم، ٢٠٢٥")).containsExactly("مذكره", "تفاهم", "2025");
    assertThat(folded("哈萨克斯坦 协定")).containsExactly("哈", "萨", "克", "斯", "坦", "协", "定");
    assertThat(folded("می\u200Cخواهم\u200Bبود")).containsExactly("ميخواهم", "بود");
    assertThat(folded("' % _ ! – 🙂")).isEmpty();
    assertThat(folded(null)).isEmpty();
  }

  @Test
  void saysWhereAWordStands() {
    assertThat(Word.of("ab  Çd")).containsExactly(new Word("ab", 0, 2), new Word("cd", 4, 6));
  }

  @Test
  void cutsAWordThatNoIndexCouldHold() {
    assertThat(folded("x".repeat(200))).containsExactly("x".repeat(80));
    assertThat(folded("x".repeat(79) + "𐐨".repeat(3))).containsExactly("x".repeat(79));
  }

  @Test
  void forgivesNothingInShortWordsAndInNumbers() {
    assertThat(List.of("bulk", "казак", "تفاهم")).allMatch(Word::isForgiving);
    assertThat(List.of("bul", "2026", "cop29", "𐐨𐐨𐐨𐐨")).noneMatch(Word::isForgiving);
  }

  @Test
  void knowsTheBeginningsOfAWord() {
    assertThat(Word.beginnings("abc")).containsExactlyInAnyOrder("a", "ab", "abc");
    assertThat(Word.beginnings("a𐐨")).containsExactlyInAnyOrder("a", "a𐐨");
  }

  @Test
  void comparesLettersOfAnyScript() {
    assertThat(Word.isOneOff("колк", "колик")).isTrue();
    assertThat(Word.isOneOff("اتفاقيه", "اتفاقه")).isTrue();
    assertThat(Word.isOneOff("تفاهم", "تافهم")).isTrue();
    assertThat(Word.isOneOff("колк", "клик")).isFalse();
  }

  @Property
  void wordsThatAreOneOffShareADropping(
      @ForAll @StringLength(min = 4, max = 7) @CharRange(from = 'a', to = 'c') String word,
      @ForAll @StringLength(min = 3, max = 8) @CharRange(from = 'a', to = 'c') String other) {
    boolean shared = Word.droppings(word).stream().anyMatch(Word.droppings(other)::contains);
    assertThat(shared || !Word.isOneOff(word, other)).isTrue();
  }

  @Property
  void exchangedNeighboursAreOneOff(
      @ForAll @StringLength(min = 4, max = 12) @CharRange(from = 'a', to = 'z') String word,
      @ForAll @IntRange(min = 0, max = 2) int at) {
    String other =
        word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
    assertThat(other.equals(word) || Word.isOneOff(word, other)).isTrue();
    assertThat(Word.isOneOff(word, word)).isFalse();
    assertThat(Word.isOneOff(word, word + "xy")).isFalse();
  }

  private static List<String> folded(@org.jspecify.annotations.Nullable String text) {
    return Word.of(text).stream().map(Word::folded).toList();
  }
}
