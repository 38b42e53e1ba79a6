package org.chancery.deadline;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something may have happened, read once from a stated date.
 *
 * @param earliest the first; null when unknown
 * @param latest the last; null when unknown
 */
public record Span(@Nullable LocalDate earliest, @Nullable LocalDate latest) {

  /** Any day at all. */
  static final Span UNKNOWN = new Span(null, null);

  /** The days a stated date may mean. */
  static Span of(StatedDate date) {
    return new Span(date.earliest(), date.latest());
  }

  /** Whether it surely lies on or before the day. */
  public boolean isSurelyBy(LocalDate day) {
    return latest != null && !latest.isAfter(day);
  }

  /** Whether it may lie on or before the day. */
  public boolean mayBeBy(LocalDate day) {
    return earliest == null || !earliest.isAfter(day);
  }

  /** Whether it surely lies after the day. */
  public boolean isSurelyAfter(LocalDate day) {
    return !mayBeBy(day);
  }

  /** Whether it surely lies before the other. */
  public boolean isSurelyBefore(Span other) {
    return latest != null && other.isSurelyAfter(latest);
  }

  /** Whether it may lie before the day. */
  public boolean mayBeBefore(LocalDate day) {
    return mayBeBy(day.minusDays(1));
  }

  /** Whether it surely lies on or before whatever day the other is. */
  boolean isSurelyNotAfter(Span other) {
    return other.earliest != null && isSurelyBy(other.earliest);
  }

  /** Whether it is one known day. */
  boolean isOneDay() {
    return earliest != null && earliest.equals(latest);
  }

  /** One or the other, nobody can tell which. */
  Span or(Span other) {
    return new Span(floor(earliest, other.earliest), ceiling(latest, other.latest));
  }

  /** The first of the two, where each may be imprecise. */
  Span first(Span other) {
    return new Span(floor(earliest, other.earliest), sooner(latest, other.latest));
  }

  /** The last of the two, where each may be imprecise. */
  Span last(Span other) {
    return new Span(later(earliest, other.earliest), ceiling(latest, other.latest));
  }

  /** Both ends moved alike. */
  Span map(UnaryOperator<LocalDate> move) {
    return new Span(
        earliest == null ? null : move.apply(earliest), latest == null ? null : move.apply(latest));
  }

  /** Never before the other: each end is the later of the two; an unknown earliest yields. */
  Span notBefore(Span floor) {
    return new Span(later(earliest, floor.earliest), ceiling(latest, floor.latest));
  }

  /**
   * As a date as precise as it is; null when neither end is known.
   *
   * @throws org.chancery.web.InvalidValue when it is upside down
   */
  @Nullable StatedDate stated() {
    if (earliest == null && latest == null) {
      return null;
    }
    if (earliest == null || latest == null) {
      return new StatedDate(end(earliest) + "/" + end(latest));
    }
    return new StatedDate(exactly(earliest, latest));
  }

  private static String exactly(LocalDate first, LocalDate last) {
    YearMonth month = YearMonth.from(first);
    Year year = Year.from(first);
    if (first.equals(last)) {
      return first.toString();
    }
    if (first.equals(month.atDay(1)) && last.equals(month.atEndOfMonth())) {
      return month.toString();
    }
    boolean isYear = first.equals(year.atDay(1)) && last.equals(year.atMonth(12).atEndOfMonth());
    return isYear ? year.toString() : first + "/" + last;
  }

  private static String end(@Nullable LocalDate day) {
    return day == null ? ".." : day.toString();
  }

  /** The later of the two; where one is unknown, the other. */
  static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }

  /** The sooner of the two; where one is unknown, the other. */
  static @Nullable LocalDate sooner(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }

  private static @Nullable LocalDate ceiling(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null ? null : later(one, other);
  }

  private static @Nullable LocalDate floor(@Nullable LocalDate one, @Nullable LocalDate other) {
    if (one == null || other == null) {
      return null;
    }
    return one.isBefore(other) ? one : other;
  }
}
