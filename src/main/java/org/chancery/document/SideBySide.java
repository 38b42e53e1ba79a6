package org.chancery.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.chancery.document.Comparison.Piece;
import org.chancery.document.Comparison.Row;
import org.chancery.document.Comparison.Side;
import org.jspecify.annotations.Nullable;

/** Lays two texts side by side, paragraph by paragraph, and marks the words that differ. */
final class SideBySide {

  /** The most paragraphs of a text that are compared. */
  static final int MOST_LINES = 4_000;

  /** The most words of a paragraph that are compared one by one. */
  private static final int MOST_WORDS = 1_000;

  /**
   * The most pairs of words of all paragraphs that are compared, so that nobody keeps the server
   * busy with texts that have nothing in common; some tenths of a second.
   */
  private static final long MOST_PAIRS = 20_000_000;

  /** How many paragraphs are shown before and after one that differs. */
  private static final int AROUND = 2;

  private final List<String> left;
  private final List<String> right;
  private final List<Row> rows = new ArrayList<>();
  private long pairsLeft = MOST_PAIRS;

  private SideBySide(List<String> left, List<String> right) {
    this.left = left;
    this.right = right;
  }

  /** What the two say, with what is the same left out but for a little around each difference. */
  static List<Row> of(List<String> left, List<String> right) {
    SideBySide compared = new SideBySide(left, right);
    compared.compare();
    return shortened(compared.rows);
  }

  /**
   * A stretch in which the two differ.
   *
   * @param left where it begins in the one, from 0
   * @param leftCount how long it is there
   * @param right where it begins in the other
   * @param rightCount how long it is there
   */
  private record Stretch(int left, int leftCount, int right, int rightCount) {

    boolean isFollowedBy(Stretch next) {
      return left + leftCount == next.left && right + rightCount == next.right;
    }

    Stretch with(Stretch next) {
      return new Stretch(left, leftCount + next.leftCount, right, rightCount + next.rightCount);
    }
  }

  private void compare() {
    int leftDone = 0;
    int rightDone = 0;
    for (Stretch each : stretches(left, right)) {
      same(leftDone, rightDone, each.left());
      differ(each);
      leftDone = each.left() + each.leftCount();
      rightDone = each.right() + each.rightCount();
    }
    same(leftDone, rightDone, left.size());
  }

  private void same(int from, int inRight, int to) {
    for (int i = from; i < to; i++) {
      int there = inRight + i - from;
      rows.add(new Row(plain(i, left.get(i)), plain(there, right.get(there)), 0));
    }
  }

  private void differ(Stretch at) {
    for (int i = 0; i < Math.max(at.leftCount(), at.rightCount()); i++) {
      String one = i < at.leftCount() ? left.get(at.left() + i) : null;
      String other = i < at.rightCount() ? right.get(at.right() + i) : null;
      if (one != null && other != null) {
        rows.add(byWords(at.left() + i, one, at.right() + i, other));
      } else {
        rows.add(new Row(marked(at.left() + i, one), marked(at.right() + i, other), 0));
      }
    }
  }

  private Row byWords(int leftIndex, String one, int rightIndex, String other) {
    List<String> before = words(one);
    List<String> after = words(other);
    long pairs = (long) before.size() * after.size();
    if (before.size() > MOST_WORDS || after.size() > MOST_WORDS || pairs > pairsLeft) {
      return new Row(marked(leftIndex, one), marked(rightIndex, other), 0);
    }
    pairsLeft -= pairs;
    boolean[] removed = new boolean[before.size()];
    boolean[] added = new boolean[after.size()];
    for (Stretch each : stretches(before, after)) {
      mark(removed, each.left(), each.leftCount());
      mark(added, each.right(), each.rightCount());
    }
    return new Row(
        new Side(leftIndex + 1, pieces(before, removed)),
        new Side(rightIndex + 1, pieces(after, added)),
        0);
  }

  private static void mark(boolean[] words, int from, int count) {
    Arrays.fill(words, from, from + count, true);
  }

  private static List<Piece> pieces(List<String> words, boolean[] marked) {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && marked[i] != marked[i - 1]) {
        pieces.add(new Piece(piece.toString(), marked[i - 1]));
        piece.setLength(0);
      }
      piece.append(words.get(i));
    }
    if (!words.isEmpty()) {
      pieces.add(new Piece(piece.toString(), marked[words.size() - 1]));
    }
    return pieces;
  }

  /** Each word with the blank after it, so that a whole sentence replaced is marked as one. */
  private static List<String> words(String line) {
    return List.of(line.split("(?<= )"));
  }

  private static Side plain(int index, String text) {
    return new Side(index + 1, List.of(new Piece(text, false)));
  }

  private static @Nullable Side marked(int index, @Nullable String text) {
    return text == null ? null : new Side(index + 1, List.of(new Piece(text, true)));
  }

  /** In order; what was put in where something was taken out is one stretch. */
  private static List<Stretch> stretches(List<String> one, List<String> other) {
    List<Stretch> stretches = new ArrayList<>();
    DiffUtils.diff(one, other, new MyersDiffWithLinearSpace<>(), null).getDeltas().stream()
        .map(SideBySide::stretch)
        .sorted(Comparator.comparing(Stretch::left).thenComparing(Stretch::right))
        .forEach(next -> append(stretches, next));
    return stretches;
  }

  private static void append(List<Stretch> stretches, Stretch next) {
    int last = stretches.size() - 1;
    if (last >= 0 && stretches.get(last).isFollowedBy(next)) {
      stretches.set(last, stretches.get(last).with(next));
    } else {
      stretches.add(next);
    }
  }

  private static Stretch stretch(AbstractDelta<String> delta) {
    return new Stretch(
        delta.getSource().getPosition(),
        delta.getSource().size(),
        delta.getTarget().getPosition(),
        delta.getTarget().size());
  }

  private static List<Row> shortened(List<Row> all) {
    boolean[] shown = new boolean[all.size()];
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).isDifferent()) {
        mark(
            shown,
            Math.max(0, i - AROUND),
            Math.min(all.size(), i + AROUND + 1) - Math.max(0, i - AROUND));
      }
    }
    List<Row> rows = new ArrayList<>();
    int skipped = 0;
    for (int i = 0; i < all.size(); i++) {
      skipped = shown[i] ? skipped : skipped + 1;
      boolean isLast = i + 1 == all.size() || shown[i + 1];
      if (shown[i]) {
        rows.add(all.get(i));
      } else if (isLast) {
        rows.add(new Row(null, null, skipped));
        skipped = 0;
      }
    }
    return rows;
  }
}
