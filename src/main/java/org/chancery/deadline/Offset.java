package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.calendar.Counting;
import org.chancery.calendar.MonthEnd;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * A period after a day, which is itself not counted: first the months by the calendar, then the
 * days. Ninety days are not three months.
 *
 * @param months years and months, in months
 * @param days weeks and days, in days
 */
record Offset(int months, int days) {

  private static final Pattern PART = Pattern.compile("(\\d+)([YMWD])");

  private static final Pattern WHOLE = Pattern.compile("P(\\d{1,6})([YMWD])");
  private static final Map<String, String> UNITS =
      Map.of("Y", "YEARS", "M", "MONTHS", "W", "WEEKS", "D", "CALENDAR_DAYS");

  /** No time at all. */
  static final Offset NONE = new Offset(0, 0);

  /** The ISO 8601 period, such as {@code P30D}, {@code P3M}, {@code P1Y} or {@code P2W}. */
  static Offset of(@Nullable String period) {
    int months = 0;
    int days = 0;
    Matcher part = PART.matcher(period == null ? "" : period);
    while (part.find()) {
      int count = Integer.parseInt(part.group(1));
      switch (part.group(2)) {
        case "Y" -> months = Math.addExact(months, Math.multiplyExact(12, count));
        case "M" -> months = Math.addExact(months, count);
        case "W" -> days = Math.addExact(days, Math.multiplyExact(7, count));
        default -> days = Math.addExact(days, count);
      }
    }
    return new Offset(months, days);
  }

  /** The period in words where it counts one unit, such as 3 months; else as it is written. */
  static Object said(String period) {
    Matcher whole = WHOLE.matcher(period);
    return whole.matches()
        ? Message.of(
            "finding.term.length." + UNITS.get(whole.group(2)), Integer.valueOf(whole.group(1)))
        : period;
  }

  /**
   * The last day of the period that begins after the day. Where the month has no such day it is
   * clamped to its last (31 March + 3 months: 30 June) or rolled over (1 July).
   */
  LocalDate after(LocalDate day, MonthEnd monthEnd) {
    return Counting.months(day, months, monthEnd).plusDays(days);
  }
}
