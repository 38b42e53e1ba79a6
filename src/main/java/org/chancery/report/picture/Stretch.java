package org.chancery.report.picture;

import java.util.Locale;

/**
 * Where some days lie on an axis, in percent of its width.
 *
 * @param left the left end, from the left edge
 * @param width how wide
 * @param mirrored whether the axis runs from the right
 * @param cutBefore whether it begins before the axis does, or at no known day
 * @param cutAfter whether it ends after the axis does, or at no known day
 */
public record Stretch(
    double left, double width, boolean mirrored, boolean cutBefore, boolean cutAfter) {

  /** What is narrower is seen better as a point. */
  private static final double NARROW = 1.5;

  /** Where its first day begins. */
  public double begin() {
    return mirrored ? left + width : left;
  }

  /** Where its last day ends. */
  public double end() {
    return mirrored ? left : left + width;
  }

  /** Its middle. */
  public double middle() {
    return left + width / 2;
  }

  /** Whether it is too narrow for a bar. */
  public boolean isPoint() {
    return width < NARROW;
  }

  /** The left end, as SVG writes it. */
  public String x() {
    return percent(left);
  }

  /** The width, as SVG writes it. */
  public String wide() {
    return percent(width);
  }

  /** The middle, as SVG writes it. */
  public String centre() {
    return percent(middle());
  }

  /** Where it begins, as SVG writes it. */
  public String start() {
    return percent(begin());
  }

  /** Where it ends, as SVG writes it. */
  public String stop() {
    return percent(end());
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
