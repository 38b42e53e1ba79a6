package org.chancery.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How dates are written for a reader: no more precise than their source, in her language. */
@Component
public class SpokenDate {

  private static final String DAY = "d MMM yyyy";

  private final MessageSource messages;

  SpokenDate(MessageSource messages) {
    this.messages = messages;
  }

  /** The day, as one writes it. */
  public static String of(LocalDate day, Locale locale) {
    return day.format(DateTimeFormatter.ofPattern(DAY, locale));
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
