package org.chancery.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.chancery.calendar.DayOverride.Kind;

/**
 * One year of a country or of one of its bodies: an override wins over a public holiday, and that
 * over the weekend.
 */
public final class CalendarYear {

  private final Year year;
  private final Set<DayOfWeek> weekend;
  private final Map<LocalDate, Holiday> holidays = new TreeMap<>();
  private final Map<LocalDate, DayOverride> overrides = new TreeMap<>();
  private final BitSet working = new BitSet();

  CalendarYear(
      int year,
      Set<DayOfWeek> weekend,
      Iterable<Holiday> proclaimed,
      Iterable<DayOverride> overriding) {
    this.year = Year.of(year);
    this.weekend = weekend;
    proclaimed.forEach(holiday -> holidays.put(holiday.date(), holiday));
    overriding.forEach(this::override);
    days().filter(this::works).forEach(day -> working.set(day.getDayOfYear()));
  }

  private void override(DayOverride override) {
    overrides.put(override.date(), override);
    if (override.kind() == Kind.CLOSED) {
      holidays.put(override.date(), override.holiday());
    } else {
      holidays.remove(override.date());
    }
  }

  /** The days of the week on which nobody works, Monday first. */
  public List<DayOfWeek> weekend() {
    return weekend.stream().sorted().toList();
  }

  /** Each closing day beside the weekend, the overrides already heard, in the order of days. */
  public List<Holiday> holidays() {
    return List.copyOf(holidays.values());
  }

  /** The overrides of the year in the order of days. */
  public List<DayOverride> overrides() {
    return List.copyOf(overrides.values());
  }

  /** Whether one works on the day, which lies in this year. */
  public boolean isWorking(LocalDate day) {
    return working.get(day.getDayOfYear());
  }

  /** How many working days the year has. */
  public int workingDays() {
    return working.cardinality();
  }

  private boolean works(LocalDate day) {
    DayOverride override = overrides.get(day);
    if (override != null && override.kind() == Kind.WORKING) {
      return true;
    }
    return !holidays.containsKey(day) && !weekend.contains(day.getDayOfWeek());
  }

  private Stream<LocalDate> days() {
    return year.atDay(1).datesUntil(year.plusYears(1).atDay(1));
  }
}
