package org.chancery.calendar;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.web.InvalidValue;

/**
 * A date as a person types it. Beside EDTF that is the way it is written in the languages of the
 * house, the day first, in any digits: {@code 31.12.2026}, {@code 12/2026}, {@code ٣١/١٢/٢٠٢٦}.
 */
public final class TypedDate {

  private static final String MARK = "([.\\-/])";
  private static final String VAGUE = "([~?%]?)";
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})" + MARK + "(\\d{1,2})\\2(\\d{4})\\.?" + VAGUE);
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})" + MARK + "(\\d{1,2})\\2(\\d{1,2})\\.?" + VAGUE);
  private static final Pattern MONTH_FIRST =
      Pattern.compile("(\\d{1,2})" + MARK + "(\\d{4})" + VAGUE);

  private TypedDate() {}

  /** The same in EDTF; what is no date that people write comes back as it is. */
  public static String edtf(String typed) {
    String text = plain(typed);
    Matcher day = DAY_FIRST.matcher(text);
    if (day.matches()) {
      return day.group(4) + two(day.group(3)) + two(day.group(1)) + day.group(5);
    }
    Matcher year = YEAR_FIRST.matcher(text);
    if (year.matches()) {
      return year.group(1) + two(year.group(3)) + two(year.group(4)) + year.group(5);
    }
    Matcher month = MONTH_FIRST.matcher(text);
    return month.matches() ? month.group(3) + two(month.group(1)) + month.group(4) : text;
  }

  /** The date that is meant; empty where none can be read. */
  public static Optional<StatedDate> read(String typed) {
    try {
      return Optional.of(new StatedDate(edtf(typed)));
    } catch (InvalidValue noDate) {
      return Optional.empty();
    }
  }

  private static String two(String number) {
    return "-" + (number.length() == 1 ? "0" : "") + number;
  }

  /** In ASCII digits, without spaces and without what marks the direction of writing. */
  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    typed
        .codePoints()
        .filter(each -> !Character.isWhitespace(each) && !isInvisible(each))
        .forEach(
            each ->
                plain.appendCodePoint(
                    Character.isDigit(each) ? '0' + Character.digit(each, 10) : each));
    return plain.toString();
  }

  private static boolean isInvisible(int each) {
    return Character.getType(each) == Character.FORMAT;
  }
}
