package org.chancery.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A date exactly as precise as its source states it, written in EDTF (ISO 8601-2:2019, annex A).
 *
 * <p>Understood are a day, a month or a year ({@code 2026-12-31}, {@code 2026-12}, {@code 2026}),
 * each possibly approximate or uncertain ({@code ~}, {@code ?}, {@code %}); unspecified parts
 * ({@code 2026-XX}, {@code XXXX}); and intervals with an open end ({@code 2022/2026}, {@code
 * ../2026-12-31}, {@code 2026/..}). Years have four digits.
 *
 * @param edtf the text as it was stated
 */
public record StatedDate(@JsonValue String edtf) implements Comparable<StatedDate> {

  private static final String OPEN = "..";
  private static final String VAGUE = "~?%";

  /**
   * @throws InvalidValue when the text is no date of the forms above
   */
  @JsonCreator
  public StatedDate {
    Span.of(edtf);
  }

  /** A day known exactly. */
  public static StatedDate of(LocalDate day) {
    return new StatedDate(day.toString());
  }

  /** The first day it may mean; null when that is unknown or open. */
  public @Nullable LocalDate earliest() {
    return Span.of(edtf).first();
  }

  /** The last day it may mean; null when that is unknown or open. */
  public @Nullable LocalDate latest() {
    return Span.of(edtf).last();
  }

  /**
   * As a deadline: the first day that may be the last day allowed. A stated period or an upper
   * bound ({@code 2022/2026}, {@code ../2026-12-31}) is precise: the point is its last day.
   */
  public @Nullable LocalDate dueEarliest() {
    return isInterval() ? latest() : earliest();
  }

  /** Whether it states a period or a bound rather than a point. */
  public boolean isInterval() {
    return edtf.indexOf('/') >= 0;
  }

  /** Whether it is one exact day. */
  public boolean isExact() {
    LocalDate first = earliest();
    return first != null && first.equals(latest());
  }

  /** Whether it surely lies on or before the day. */
  public boolean isSurelyBy(LocalDate day) {
    LocalDate last = latest();
    return last != null && !last.isAfter(day);
  }

  /** Whether it surely lies after the day. */
  public boolean isSurelyAfter(LocalDate day) {
    LocalDate first = earliest();
    return first != null && first.isAfter(day);
  }

  /** Orders by the last possible day, what is unknown last, then by the first. */
  @Override
  public int compareTo(StatedDate other) {
    int byLast = orMax(latest()).compareTo(orMax(other.latest()));
    return byLast != 0 ? byLast : orMax(earliest()).compareTo(orMax(other.earliest()));
  }

  @Override
  public String toString() {
    return edtf;
  }

  private static LocalDate orMax(@Nullable LocalDate day) {
    return day == null ? LocalDate.MAX : day;
  }

  /** The first and the last possible day; null where open or unknown. */
  private record Span(@Nullable LocalDate first, @Nullable LocalDate last) {

    /** A part that is not stated, or stated as {@code X}. */
    private static final int UNSPECIFIED = -1;

    static Span of(String edtf) {
      int slash = edtf.indexOf('/');
      if (slash < 0) {
        return point(edtf, edtf);
      }
      return interval(edtf, edtf.substring(0, slash), edtf.substring(slash + 1));
    }

    private static Span interval(String edtf, String from, String to) {
      @Nullable LocalDate first = isOpen(from) ? null : point(from, edtf).first();
      @Nullable LocalDate last = isOpen(to) ? null : point(to, edtf).last();
      boolean empty = isOpen(from) && isOpen(to);
      if (empty || (first != null && last != null && last.isBefore(first))) {
        throw new InvalidValue("date.interval", edtf);
      }
      return new Span(first, last);
    }

    private static boolean isOpen(String end) {
      return end.isEmpty() || end.equals(OPEN);
    }

    /** A date is read whenever it is asked something, so this is done without a pattern. */
    private static Span point(String text, String whole) {
      boolean vague = !text.isEmpty() && VAGUE.indexOf(text.charAt(text.length() - 1)) >= 0;
      int end = text.length() - (vague ? 1 : 0);
      if (!isFormed(text, end)) {
        throw new InvalidValue("date.malformed", whole);
      }
      int year = part(text, 0, 4, whole);
      int month = end < 7 ? UNSPECIFIED : part(text, 5, 7, whole);
      int day = end < 10 ? UNSPECIFIED : part(text, 8, 10, whole);
      try {
        return calendar(year, month, day, vague);
      } catch (DateTimeException nonexistent) {
        throw new InvalidValue("date.nonexistent", whole);
      }
    }

    /** Whether its hyphens stand where those of a year, a month or a day do. */
    private static boolean isFormed(String text, int end) {
      return switch (end) {
        case 4 -> true;
        case 7 -> text.charAt(4) == '-';
        case 10 -> text.charAt(4) == '-' && text.charAt(7) == '-';
        default -> false;
      };
    }

    private static int part(String text, int from, int to, String whole) {
      int number = 0;
      int unspecified = 0;
      for (int i = from; i < to; i++) {
        char digit = text.charAt(i);
        if (digit == 'X') {
          unspecified++;
        } else if (digit >= '0' && digit <= '9') {
          number = 10 * number + digit - '0';
        } else {
          throw new InvalidValue("date.malformed", whole);
        }
      }
      if (unspecified != 0 && unspecified != to - from) {
        throw new InvalidValue("date.malformed", whole);
      }
      return unspecified == 0 ? number : UNSPECIFIED;
    }

    /**
     * An approximate or uncertain date is widened by one unit of its own precision on either side:
     * EDTF gives it no bounds, and a narrower reading could accuse someone too early.
     */
    private static Span calendar(int year, int month, int day, boolean vague) {
      long slack = vague ? 1 : 0;
      check(ChronoField.MONTH_OF_YEAR, month);
      check(ChronoField.DAY_OF_MONTH, day);
      if (year == UNSPECIFIED) {
        return new Span(null, null);
      }
      if (month == UNSPECIFIED) {
        Year stated = Year.of(year);
        return new Span(
            stated.minusYears(slack).atDay(1), stated.plusYears(slack).atMonth(12).atEndOfMonth());
      }
      YearMonth stated = YearMonth.of(year, month);
      if (day == UNSPECIFIED) {
        return new Span(
            stated.minusMonths(slack).atDay(1), stated.plusMonths(slack).atEndOfMonth());
      }
      LocalDate exact = stated.atDay(day);
      return new Span(exact.minusDays(slack), exact.plusDays(slack));
    }

    /** A part counts even where one before it is unspecified: no month has 32 days. */
    private static void check(ChronoField field, int part) {
      if (part != UNSPECIFIED) {
        field.checkValidValue(part);
      }
    }
  }
}
