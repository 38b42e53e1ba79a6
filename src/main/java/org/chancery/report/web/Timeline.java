package org.chancery.report.web;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.report.picture.Stretch;
import org.chancery.report.picture.Tick;
import org.jspecify.annotations.Nullable;

/**
 * A picture of deadlines and events along one axis.
 *
 * @param ticks the days that are named along it
 * @param today where the day is that it is looked from
 * @param rows line by line
 * @param table the same as a table
 */
record Timeline(List<Tick> ticks, Stretch today, List<Row> rows, AsTable table) {

  /** How high one line of marks is, in pixels: what a finger can hit. */
  private static final int LINE = 26;

  /**
   * The marks of an instrument, of one of its deadlines, or of its events.
   *
   * @param name what they are of
   * @param language the language of the name, ISO 639-1; null for the reader's
   * @param reference the instrument; null where the page is its own
   * @param href where more is told of it
   * @param lanes its marks, on as many lines as they need
   */
  record Row(
      String name,
      @Nullable String language,
      @Nullable String reference,
      String href,
      List<List<Mark>> lanes) {

    /** How high it is, in pixels. */
    public int height() {
      return LINE * Math.max(1, lanes.size());
    }

    /** How far below its top the line is, in pixels. */
    public int top(int lane) {
      return LINE * lane;
    }
  }

  /**
   * A deadline or an event.
   *
   * @param href where more is told of it
   * @param said what it is, in one sentence
   * @param look how it is drawn: the class of a status, or {@code happened}
   * @param stated when it is due or happened
   * @param first when it was first due, before it was extended
   * @param late the days it is or was late
   * @param done when it was done
   */
  record Mark(
      String href,
      String said,
      String look,
      Stretch stated,
      @Nullable Stretch first,
      @Nullable Stretch late,
      @Nullable Stretch done) {

    /** All that is drawn of it. */
    public Stretch extent() {
      double left = parts().mapToDouble(Stretch::left).min().orElse(0);
      double right = parts().mapToDouble(part -> part.left() + part.width()).max().orElse(0);
      return new Stretch(left, right - left, stated.mirrored(), false, false);
    }

    private Stream<Stretch> parts() {
      return Stream.of(stated, first, late, done).filter(Objects::nonNull);
    }
  }

  /** Whether there is anything to draw. */
  public boolean isEmpty() {
    return rows.isEmpty();
  }
}
