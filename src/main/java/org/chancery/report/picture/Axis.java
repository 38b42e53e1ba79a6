package org.chancery.report.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * Days along a line, from one edge of a picture to the other.
 *
 * @param from the first day on it
 * @param to the first day beyond it
 * @param mirrored whether it runs from the right, as in a language that is read so
 */
public record Axis(LocalDate from, LocalDate to, boolean mirrored) {

  /** What lies further than so many years from today is drawn at the edge. */
  private static final int FARTHEST = 25;

  private static final double MARGIN = 0.04;
  private static final int LEAST_MARGIN = 20;
  private static final int WHOLE = 100;

  /**
   * @throws IllegalArgumentException when it has no day
   */
  public Axis {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("an axis from " + from + " to " + to);
    }
  }

  /** The axis on which all these days and today have their place, with some room on either side. */
  public static Axis around(Collection<LocalDate> days, LocalDate today, boolean mirrored) {
    List<LocalDate> near =
        Stream.concat(days.stream(), Stream.of(today))
            .filter(day -> Math.abs(ChronoUnit.YEARS.between(today, day)) < FARTHEST)
            .toList();
    LocalDate first = Collections.min(near);
    LocalDate last = Collections.max(near);
    long margin = Math.max(LEAST_MARGIN, Math.round(MARGIN * ChronoUnit.DAYS.between(first, last)));
    return new Axis(first.minusDays(margin), last.plusDays(margin), mirrored);
  }

  /** Where the middle of the day lies, in percent of the width from the left edge. */
  public double at(LocalDate day) {
    return stretch(day, day).middle();
  }

  /** Where the days lie that a date may mean, or the period that it states. */
  public Stretch stretch(StatedDate date) {
    return stretch(date.earliest(), date.latest());
  }

  /**
   * Where the days lie.
   *
   * @param first the first of them; null where it is open
   * @param last the last of them; null where it is open
   */
  public Stretch stretch(@Nullable LocalDate first, @Nullable LocalDate last) {
    double begin = first == null ? 0 : clamped(first);
    double end = last == null ? WHOLE : clamped(last.plusDays(1));
    boolean cutBefore = first == null || first.isBefore(from);
    boolean cutAfter = last == null || !last.isBefore(to);
    double left = mirrored ? WHOLE - end : begin;
    return new Stretch(left, end - begin, mirrored, cutBefore, cutAfter);
  }

  /** The days that are named along it, at most six. */
  public List<Tick> ticks() {
    return Tick.along(this);
  }

  private double clamped(LocalDate day) {
    double share = (double) ChronoUnit.DAYS.between(from, day) / ChronoUnit.DAYS.between(from, to);
    return WHOLE * Math.max(0, Math.min(1, share));
  }
}
