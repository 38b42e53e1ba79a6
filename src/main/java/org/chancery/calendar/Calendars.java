package org.chancery.calendar;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * On which days the countries and their bodies work: weekends and years from {@code
 * rules/calendar/weeks.csv}, public holidays from the library jollyday with the lengths of feasts
 * from {@code feasts.csv}, and over both what {@code overrides.csv} says.
 *
 * <p>A country is named by its ISO 3166-1 alpha-2 code, a body by its code. A body without closing
 * days of its own works as its country does. A year is computed once and kept.
 */
@Component
public final class Calendars {

  private final Weeks weeks;
  private final PublicHolidays publicHolidays;
  private final Overrides overrides;
  private final Map<Key, CalendarYear> computed = new ConcurrentHashMap<>();

  /**
   * The calendars of these tables.
   *
   * @throws IllegalStateException when one is malformed; it names line, column and reason
   */
  @Autowired
  public Calendars(
      @Value("classpath:rules/calendar/weeks.csv") Resource weeks,
      @Value("classpath:rules/calendar/feasts.csv") Resource feasts,
      @Value("classpath:rules/calendar/overrides.csv") Resource overrides) {
    this.weeks = new Weeks(weeks);
    this.publicHolidays = new PublicHolidays(feasts);
    this.overrides = new Overrides(overrides, this::knows);
  }

  /** Whether there is a calendar of the country. */
  public boolean knows(String code) {
    return PublicHolidays.knows(code);
  }

  /** The year of a country or, where named, of one of its bodies. */
  public Answer<CalendarYear> year(String code, @Nullable String body, int year) {
    if (!knows(code)) {
      return Answer.notComputable(Message.of("calendar.unknown", code));
    }
    if (!weeks.of(code).covers(year)) {
      return Answer.notComputable(Message.of("calendar.year", code, String.valueOf(year)));
    }
    @Nullable String own = body != null && overrides.names(code, body) ? body : null;
    return Answer.of(computed.computeIfAbsent(new Key(code, own, year), this::compute));
  }

  /** The working days of a country or, where named, of one of its bodies. */
  public WorkingCalendar of(String code, @Nullable String body) {
    return day -> year(code, body, day.getYear()).map(year -> year.isWorking(day));
  }

  private CalendarYear compute(Key key) {
    return new CalendarYear(
        key.year(),
        weeks.of(key.code()).weekend(),
        publicHolidays.of(key.code(), key.year()),
        overrides.of(key.code(), key.body(), key.year()));
  }

  private record Key(String code, @Nullable String body, int year) {}
}
