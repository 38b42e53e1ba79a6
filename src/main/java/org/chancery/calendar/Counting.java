package org.chancery.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Term.Direction;

/**
 * Counts terms. It reads nothing but what it is given, so the same question always has the same
 * answer.
 */
public final class Counting {

  private static final int MONTHS_OF_A_YEAR = 12;
  private static final int DAYS_OF_A_WEEK = 7;

  private Counting() {}

  /**
   * The last day of a term that is counted forwards from the day, or the first day of one that is
   * counted backwards. Not computable where a term of working days leaves the calendar.
   */
  public static Answer<LocalDate> count(Term term, LocalDate day, WorkingCalendar calendar) {
    int step = term.direction() == Direction.AFTER ? 1 : -1;
    long signed = (long) step * term.count();
    LocalDate start = term.firstDayCounted() ? day.minusDays(step) : day;
    return switch (term.unit()) {
      case CALENDAR_DAYS -> Answer.of(start.plusDays(signed));
      case WEEKS -> Answer.of(start.plusDays(DAYS_OF_A_WEEK * signed));
      case WORKING_DAYS -> workingDays(term.count(), start, step, calendar);
      case MONTHS -> Answer.of(dated(term, day, signed, step));
      case YEARS -> Answer.of(dated(term, day, MONTHS_OF_A_YEAR * signed, step));
    };
  }

  /**
   * The day so many months after the day, or before it where they are negative. Where the month has
   * no such day it is the last one of it, or the first of the month that follows.
   */
  public static LocalDate months(LocalDate day, long months, MonthEnd monthEnd) {
    YearMonth month = YearMonth.from(day).plusMonths(months);
    if (month.isValidDay(day.getDayOfMonth())) {
      return month.atDay(day.getDayOfMonth());
    }
    LocalDate last = month.atEndOfMonth();
    return monthEnd == MonthEnd.ROLL ? last.plusDays(1) : last;
  }

  /**
   * A month from the 5th, the 5th counted, ends on the 4th; from the 31st, where the month has no
   * such day, on its last.
   */
  private static LocalDate dated(Term term, LocalDate day, long months, int step) {
    LocalDate same = months(day, months, term.monthEnd());
    boolean clamped =
        step > 0
            && term.monthEnd() == MonthEnd.CLAMP
            && same.getDayOfMonth() != day.getDayOfMonth();
    return term.firstDayCounted() && !clamped ? same.minusDays(step) : same;
  }

  private static Answer<LocalDate> workingDays(
      int count, LocalDate start, int step, WorkingCalendar calendar) {
    LocalDate day = start;
    for (int left = count; left > 0; ) {
      day = day.plusDays(step);
      Answer<Boolean> working = calendar.isWorking(day);
      if (!(working instanceof Known<Boolean> known)) {
        LocalDate reached = day;
        return working.map(none -> reached);
      }
      left -= known.value() ? 1 : 0;
    }
    return Answer.of(day);
  }
}
