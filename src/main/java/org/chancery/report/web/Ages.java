package org.chancery.report.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.chancery.deadline.DaysLate;
import org.chancery.report.Item;
import org.jspecify.annotations.Nullable;

/**
 * How many deadlines are late for how long.
 *
 * @param bars from the youngest to the oldest lateness
 */
record Ages(List<Bar> bars) {

  private static final int WHOLE = 100;

  /** The last day of each age; the last age has none. */
  private static final int[] UP_TO = {7, 30, 90, 180, 365, 730};

  /**
   * The deadlines of one age.
   *
   * @param from the least number of days late
   * @param to the greatest; null where it is open
   * @param count how many are surely so late
   * @param share in percent of the longest bar
   */
  record Bar(int from, @Nullable Integer to, int count, double share) {

    /** How long it is, as SVG writes it. */
    public String length() {
      return String.format(Locale.ROOT, "%.1f%%", share);
    }

    /** Where it begins in a language read from the right, as SVG writes it. */
    public String mirrored() {
      return String.format(Locale.ROOT, "%.1f%%", WHOLE - share);
    }
  }

  /** The ages of these findings, of those that are surely late. */
  static Ages of(List<Item> items) {
    int[] counts = new int[UP_TO.length + 1];
    for (Item item : items) {
      DaysLate late = item.finding().daysLate();
      if (late != null && late.min() > 0) {
        counts[age(late.min())]++;
      }
    }
    int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
    return new Ages(
        java.util.stream.IntStream.range(0, counts.length)
            .mapToObj(age -> bar(age, counts[age], most))
            .toList());
  }

  /** Whether nothing is late. */
  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.count() == 0);
  }

  private static int age(int days) {
    int age = 0;
    while (age < UP_TO.length && days > UP_TO[age]) {
      age++;
    }
    return age;
  }

  private static Bar bar(int age, int count, int most) {
    int from = age == 0 ? 1 : UP_TO[age - 1] + 1;
    return new Bar(
        from, age < UP_TO.length ? UP_TO[age] : null, count, (double) WHOLE * count / most);
  }
}
