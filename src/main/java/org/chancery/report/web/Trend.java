package org.chancery.report.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How many deadlines of each body were overdue at the ends of months, each month judged as of its
 * last day.
 *
 * @param days the last days of the months, the earliest first
 * @param counts how many, by body and month, as the report's summary names the bodies
 * @param at when it was worked out
 */
record Trend(List<LocalDate> days, Map<String, List<Long>> counts, Instant at) {

  /** How many months are looked back. */
  static final int MONTHS = 12;

  /** An immutable copy. */
  Trend {
    days = List.copyOf(days);
    counts = Collections.unmodifiableMap(counts);
  }

  /** The last days of the months that had ended by the day, the earliest first. */
  static List<LocalDate> endsOfMonths(LocalDate day) {
    YearMonth last = YearMonth.from(day.plusDays(1)).minusMonths(1);
    return IntStream.range(0, MONTHS)
        .mapToObj(back -> last.minusMonths(MONTHS - 1 - back).atEndOfMonth())
        .toList();
  }

  /** The most that a body ever had. */
  long most() {
    return counts.values().stream().flatMap(List::stream).max(Long::compare).orElse(0L);
  }

  /** Whether nothing was overdue at any of them. */
  public boolean isEmpty() {
    return most() == 0;
  }
}
