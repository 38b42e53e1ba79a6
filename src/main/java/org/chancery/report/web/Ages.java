package org.chancery.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chancery.report.Summary.Age;

/**
 * How many deadlines are late for how long.
 *
 * @param bars from the youngest to the oldest lateness
 */
record Ages(List<Bar> bars) {

  private static final double WHOLE = 100;

  /**
   * The deadlines of one age.
   *
   * @param age how long they are surely late
   * @param count how many
   * @param share in percent of the longest bar
   */
  record Bar(Age age, long count, double share) {

    /** How long it is, as SVG writes it. */
    public String length() {
      return percent(share);
    }

    /** Where its left end is in a language read from the right, as SVG writes it. */
    public String mirrored() {
      return percent(WHOLE - share);
    }

    private static String percent(double share) {
      return String.format(Locale.ROOT, "%.1f%%", share);
    }
  }

  /** The ages of so many each. */
  static Ages of(Map<Age, Long> counts) {
    List<Age> late = Arrays.stream(Age.values()).filter(age -> age != Age.NOT_LATE).toList();
    long most = late.stream().mapToLong(age -> counts.getOrDefault(age, 0L)).max().orElse(0);
    return new Ages(late.stream().map(age -> bar(age, counts, Math.max(1, most))).toList());
  }

  private static Bar bar(Age age, Map<Age, Long> counts, long most) {
    long count = counts.getOrDefault(age, 0L);
    return new Bar(age, count, WHOLE * count / most);
  }

  /** Whether nothing is late. */
  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.count() == 0);
  }
}
