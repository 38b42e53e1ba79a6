package org.chancery.calendar;

import com.ibm.icu.text.DateTimePatternGenerator;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How dates are written for a reader: no more precise than their source, in her language. */
@Component
public class SpokenDate {

  private static final Pattern DAY = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)");

  private static final Map<Locale, Map<String, DateTimeFormatter>> ORDERS =
      new ConcurrentHashMap<>();

  private final MessageSource messages;

  SpokenDate(MessageSource messages) {
    this.messages = messages;
  }

  /** The day, as one writes it in the language: 31 Dec 2026, 31-dek, 2026, 2026 ж. 31 жел. */
  public static String of(LocalDate day, Locale locale) {
    return written(day, "yMMMd", "d MMM y", locale);
  }

  /** The minute, as one writes it. */
  public static String of(LocalDateTime minute, Locale locale) {
    return written(minute, "yMMMdHHmm", "d MMM y, HH:mm", locale);
  }

  /** The month of the day, such as {@code Nov 2026}. */
  public static String month(LocalDate day, Locale locale) {
    return written(day, "yMMM", "MMM y", locale);
  }

  /** Whether the text is a day of the calendar, such as 2026-12-31. */
  public static boolean isDay(String text) {
    Matcher day = DAY.matcher(text);
    return day.matches()
        && ChronoField.MONTH_OF_YEAR.range().isValidValue(Integer.parseInt(day.group(2)))
        && YearMonth.parse(text.substring(0, 7)).isValidDay(Integer.parseInt(day.group(3)));
  }

  /** By the order that CLDR has for the language; in English the day comes first in this house. */
  private static String written(
      TemporalAccessor time, String parts, String english, Locale locale) {
    return ORDERS
        .computeIfAbsent(locale, unknown -> new ConcurrentHashMap<>())
        .computeIfAbsent(parts, unread -> order(parts, english, locale))
        .format(time);
  }

  private static DateTimeFormatter order(String parts, String english, Locale locale) {
    boolean isEnglish = locale.getLanguage().equals("en");
    String order =
        isEnglish ? english : DateTimePatternGenerator.getInstance(locale).getBestPattern(parts);
    return DateTimeFormatter.ofPattern(order, locale);
  }

  /** The date as it was stated: a day, a month, by a day … */
  public String of(StatedDate stated, Locale locale) {
    String[] ends = stated.edtf().split("/", -1);
    if (ends.length == 1 || ends[0].equals(ends[1])) {
      return end(ends[0], locale);
    }
    if (isOpen(ends[0])) {
      return messages.getMessage("page.date.by", new Object[] {end(ends[1], locale)}, locale);
    }
    return isOpen(ends[1])
        ? messages.getMessage("page.date.from", new Object[] {end(ends[0], locale)}, locale)
        : end(ends[0], locale) + "–" + end(ends[1], locale);
  }

  private static String end(String edtf, Locale locale) {
    StatedDate point = new StatedDate(edtf);
    LocalDate day = point.earliest();
    return point.isExact() && day != null ? of(day, locale) : edtf;
  }

  private static boolean isOpen(String end) {
    return end.isEmpty() || end.equals("..");
  }
}
