package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chancery.document.Comparison.Piece;
import org.chancery.document.Comparison.Row;
import org.chancery.document.Comparison.Side;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Two texts side by side. */
class SideBySideTest {

  @Test
  void marksTheWordsThatDiffer() {
    List<Row> rows = SideBySide.of(List.of("within 30 days"), List.of("within 90 days"));
    assertThat(rows).hasSize(1);
    assertThat(pieces(rows.get(0).left())).containsExactly("within ", "[30 ]", "days");
    assertThat(pieces(rows.get(0).right())).containsExactly("within ", "[90 ]", "days");
  }

  @Test
  void leavesAPlaceForAParagraphThatOnlyOneHas() {
    List<Row> rows = SideBySide.of(List.of("Article 1"), List.of("Preamble", "Article 1"));
    assertThat(rows.get(0).left()).isNull();
    assertThat(pieces(rows.get(0).right())).containsExactly("[Preamble]");
    assertThat(rows.get(1).isDifferent()).isFalse();
    List<Row> removed = SideBySide.of(List.of("Preamble", "Article 1"), List.of("Article 1"));
    assertThat(removed.get(0).right()).isNull();
  }

  @Test
  void leavesOutWhatIsTheSameFarFromEachDifference() {
    List<String> long1 = lines("Article 50");
    List<String> long2 = lines("Article fifty");
    List<Row> rows = SideBySide.of(long1, long2);
    assertThat(rows).extracting(Row::skipped).containsExactly(47, 0, 0, 0, 0, 0, 48);
    assertThat(rows.get(3).isDifferent()).isTrue();
  }

  @Test
  void saysThatTwoTextsAreTheSame() {
    assertThat(SideBySide.of(List.of("One", "Two"), List.of("One", "Two")))
        .containsExactly(new Row(null, null, 2));
    assertThat(SideBySide.of(List.of(), List.of())).isEmpty();
  }

  @Test
  void marksWholeParagraphsOnceItHasComparedEnoughWords() {
    List<Row> rows = SideBySide.of(paragraphs("left"), paragraphs("right"));
    assertThat(rows).hasSize(100).allMatch(Row::isDifferent);
    assertThat(pieces(rows.get(0).left())).containsExactly("The ", "[" + words("left") + "]");
    assertThat(pieces(rows.get(99).left())).containsExactly("[The " + words("left") + "]");
  }

  /** A hundred long paragraphs that have one word in common. */
  private static List<String> paragraphs(String word) {
    return Collections.nCopies(100, "The " + words(word));
  }

  private static String words(String word) {
    return IntStream.range(1, 1_000)
        .mapToObj(number -> word + number)
        .collect(Collectors.joining(" "));
  }

  private static List<String> lines(String fiftieth) {
    return IntStream.rangeClosed(1, 100)
        .mapToObj(number -> number == 50 ? fiftieth : "Paragraph " + number)
        .toList();
  }

  private static List<String> pieces(@Nullable Side side) {
    return java.util.Objects.requireNonNull(side).pieces().stream()
        .map((Piece piece) -> piece.isMarked() ? "[" + piece.text() + "]" : piece.text())
        .toList();
  }
}
