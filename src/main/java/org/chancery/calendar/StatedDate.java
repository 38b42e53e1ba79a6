package org.chancery.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final Pattern POINT =
      Pattern.compile("(\\d{4}|XXXX)(?:-(\\d{2}|XX)(?:-(\\d{2}|XX))?)?([~?%])?");

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

    private static Span point(String text, String whole) {
      Matcher parts = POINT.matcher(text);
      if (!parts.matches()) {
        throw new InvalidValue("date.malformed", whole);
      }
      try {
        return calendar(parts.group(1), parts.group(2), parts.group(3), parts.group(4) != null);
      } catch (DateTimeException nonexistent) {
        throw new InvalidValue("date.nonexistent", whole);
      }
    }

    /**
     * An approximate or uncertain date is widened by one unit of its own precision on either side:
     * EDTF gives it no bounds, and a narrower reading could accuse someone too early.
     */
    private static Span calendar(
        String year, @Nullable String month, @Nullable String day, boolean vague) {
      long slack = vague ? 1 : 0;
      check(ChronoField.MONTH_OF_YEAR, month);
      check(ChronoField.DAY_OF_MONTH, day);
      if (year.equals("XXXX")) {
        return new Span(null, null);
      }
      if (isUnspecified(month)) {
        Year stated = Year.of(Integer.parseInt(year));
        return new Span(
            stated.minusYears(slack).atDay(1), stated.plusYears(slack).atMonth(12).atEndOfMonth());
      }
      YearMonth stated = YearMonth.of(Integer.parseInt(year), Integer.parseInt(month));
      if (isUnspecified(day)) {
        return new Span(
            stated.minusMonths(slack).atDay(1), stated.plusMonths(slack).atEndOfMonth());
      }
      LocalDate exact = stated.atDay(Integer.parseInt(day));
      return new Span(exact.minusDays(slack), exact.plusDays(slack));
    }

    /** A part counts even where one before it is unspecified: no month has 32 days. */
    private static void check(ChronoField field, @Nullable String part) {
      if (part != null && !isUnspecified(part)) {
        field.checkValidValue(Integer.parseInt(part));
      }
    }

    private static boolean isUnspecified(@Nullable String part) {
      return part == null || part.equals("XX");
    }
  }
}
