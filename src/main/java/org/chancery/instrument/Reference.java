package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.apache.commons.lang3.StringUtils;
import org.chancery.web.InvalidValue;

/**
 * The name of a case: year, six digits and a check character by ISO 7064 MOD 11-2 over the ten
 * digits, as in {@code 2026-000123-6}. One mistyped or two swapped characters are always noticed.
 *
 * @param value the text
 */
public record Reference(@JsonValue String value) implements Comparable<Reference> {

  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d{6}-[0-9X]");

  /**
   * @throws InvalidValue when the form or the check character is wrong
   */
  @JsonCreator
  public Reference {
    if (!hasForm(value)) {
      throw new InvalidValue("reference.malformed", value);
    }
    if (value.charAt(12) != check(value.substring(0, 4) + value.substring(5, 11))) {
      throw new InvalidValue("reference.mistyped", value);
    }
  }

  /** The reference of the n-th case of a year. */
  public static Reference of(int year, int number) {
    String digits = padded(year, 4) + padded(number, 6);
    return new Reference(digits.substring(0, 4) + "-" + digits.substring(4) + "-" + check(digits));
  }

  /** Whether the text looks like one, whatever its check character. */
  public static boolean hasForm(String text) {
    return FORM.matcher(text).matches();
  }

  private static String padded(int number, int width) {
    return StringUtils.leftPad(Integer.toString(number), width, '0');
  }

  private static char check(String digits) {
    int product = 0;
    for (int i = 0; i < digits.length(); i++) {
      product = (product + digits.charAt(i) - '0') * 2 % 11;
    }
    int check = (12 - product) % 11;
    return check == 10 ? 'X' : (char) ('0' + check);
  }

  @Override
  public int compareTo(Reference other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
