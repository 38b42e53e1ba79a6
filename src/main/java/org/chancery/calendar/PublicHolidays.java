package org.chancery.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/**
 * The public holidays that the library jollyday knows. Its Islamic feasts are computed ahead by the
 * Umm al-Qura calendar, so they are estimates; where the law gives a feast more days than the
 * library does, a table says how many.
 */
final class PublicHolidays {

  private static final String ISLAMIC = "islamic.";
  private static final Set<String> CALENDARS = HolidayManager.getSupportedCalendarCodes();

  private final Map<String, Feast> feasts = new HashMap<>();

  /**
   * The library's holidays, with the lengths of feasts from the table.
   *
   * @throws IllegalStateException when a row is malformed; it names line, column and reason
   */
  PublicHolidays(Resource feasts) {
    Table.read(feasts, List.of("code", "feast", "days", "basis"), this::add);
  }

  /** Whether the library has a calendar of the country with the ISO 3166-1 alpha-2 code. */
  static boolean knows(String code) {
    return code.length() == 2 && CALENDARS.contains(code);
  }

  /** The holidays of a country that it knows in a year, by day; one for each. */
  List<Holiday> of(String code, int year) {
    TreeMap<Object, Holiday> byDay = new TreeMap<>();
    // A feast that begins in the last days of one year ends in the next.
    IntStream.of(year - 1, year)
        .boxed()
        .flatMap(each -> library(code, each))
        .flatMap(holiday -> days(code, holiday))
        .filter(holiday -> holiday.date().getYear() == year)
        .forEach(holiday -> byDay.merge(holiday.date(), holiday, PublicHolidays::surer));
    return List.copyOf(byDay.values());
  }

  private static Stream<de.focus_shift.jollyday.core.Holiday> library(String code, int year) {
    return HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)))
        .getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY)
        .stream()
        .sorted();
  }

  private Stream<Holiday> days(String code, de.focus_shift.jollyday.core.Holiday first) {
    String key = first.getPropertiesKey();
    Holiday holiday =
        new Holiday(
            first.getDate(),
            first.getDescription(Locale.ENGLISH),
            key.startsWith(ISLAMIC),
            "jollyday, calendar " + code);
    Feast feast = feasts.get(code + " " + key.replace(ISLAMIC, ""));
    return feast == null ? Stream.of(holiday) : feast.from(holiday);
  }

  /** Of two holidays on one day, that which is sure to be on it. */
  private static Holiday surer(Holiday one, Holiday other) {
    return one.estimated() ? other : one;
  }

  private String add(Table.Row row) {
    String key =
        row.required("code", PublicHolidays::country) + " " + row.required("feast", String::strip);
    Feast feast =
        new Feast(row.required("days", Integer::valueOf), row.required("basis", String::strip));
    if (feast.days() < 1 || feast.days() > 14) {
      throw row.wrong("days", "\"" + feast.days() + "\" is not between 1 and 14");
    }
    if (feasts.put(key, feast) != null) {
      throw row.wrong("feast", "\"" + key + "\" stands in the table twice");
    }
    return key;
  }

  private static String country(String cell) {
    if (!knows(cell)) {
      throw new IllegalArgumentException("is no country with a calendar");
    }
    return cell;
  }

  /** How many days a feast has by law. */
  private record Feast(int days, String basis) {

    Stream<Holiday> from(Holiday first) {
      return IntStream.range(0, days)
          .mapToObj(
              day ->
                  new Holiday(
                      first.date().plusDays(day),
                      day == 0 ? first.name() : first.name() + " day " + (day + 1),
                      first.estimated(),
                      basis));
    }
  }
}
