package org.chancery.report.picture;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A day that is named along an axis: the first of a month, or of a year.
 *
 * @param day the day
 * @param isYear whether its year says enough
 * @param x where it lies, in percent of the width from the left edge
 */
public record Tick(LocalDate day, boolean isYear, double x) {

  private static final int MOST = 6;
  private static final int YEAR = 12;

  /** From how many months to how many it is from one tick to the next. */
  private static final List<Integer> STEPS =
      List.of(1, 3, 6, YEAR, 2 * YEAR, 5 * YEAR, 10 * YEAR, 25 * YEAR);

  static List<Tick> along(Axis axis) {
    long months = ChronoUnit.MONTHS.between(axis.from(), axis.to());
    int step =
        STEPS.stream()
            .filter(each -> months / each < MOST)
            .findFirst()
            .orElse(STEPS.get(STEPS.size() - 1));
    return Stream.iterate(first(axis.from(), step), day -> day.plusMonths(step))
        .takeWhile(day -> day.isBefore(axis.to()))
        .map(day -> new Tick(day, step >= YEAR, axis.stretch(day, day).begin()))
        .toList();
  }

  /** The first day on or after the other that begins a whole step since the year 0. */
  private static LocalDate first(LocalDate from, int step) {
    LocalDate month = from.getDayOfMonth() == 1 ? from : from.withDayOfMonth(1).plusMonths(1);
    int over = Math.floorMod(month.getYear() * YEAR + month.getMonthValue() - 1, step);
    return over == 0 ? month : month.plusMonths(step - over);
  }

  /** Where it lies, as SVG writes it. */
  public String place() {
    return Stretch.percent(x);
  }
}
