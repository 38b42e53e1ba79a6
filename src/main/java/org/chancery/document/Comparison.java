package org.chancery.document;

import java.util.List;
import org.chancery.document.Document.Version;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * Two versions of a document side by side.
 *
 * @param document the document
 * @param from the one version
 * @param to the other
 * @param rows what they say, side by side; empty where one of them cannot be read
 * @param notes what the reader must know: what could not be read, or not to its end
 */
public record Comparison(
    Document document, Version from, Version to, List<Row> rows, List<Message> notes) {

  /** An immutable copy. */
  public Comparison {
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** How many paragraphs differ. */
  public long differences() {
    return rows.stream().filter(row -> row.skipped() == 0 && row.isDifferent()).count();
  }

  /**
   * One paragraph, or a stretch of paragraphs that are the same and are left out.
   *
   * @param left what the one version says; null where it says nothing here
   * @param right what the other says; null where it says nothing here
   * @param skipped how many paragraphs are left out; 0 for a paragraph
   */
  public record Row(@Nullable Side left, @Nullable Side right, int skipped) {

    /** Whether the two differ here. */
    public boolean isDifferent() {
      return left == null || right == null || left.isMarked() || right.isMarked();
    }
  }

  /**
   * What one version says in a paragraph.
   *
   * @param number the number of the paragraph, from 1
   * @param pieces its text, in pieces that the other version has too, and pieces that it has not
   */
  public record Side(int number, List<Piece> pieces) {

    /** An immutable copy. */
    public Side {
      pieces = List.copyOf(pieces);
    }

    /** Whether any piece of it is not in the other version. */
    public boolean isMarked() {
      return pieces.stream().anyMatch(Piece::isMarked);
    }
  }

  /**
   * A piece of a paragraph.
   *
   * @param text its words
   * @param isMarked whether the other version does not have them
   */
  public record Piece(String text, boolean isMarked) {}
}
