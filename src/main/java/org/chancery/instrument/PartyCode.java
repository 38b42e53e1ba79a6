package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.chancery.web.InvalidValue;

/**
 * A party to an instrument: a State by ISO 3166-1 (alpha-3 is stored as alpha-2), or an
 * international organisation registered with the house.
 *
 * @param value the code in capitals
 */
public record PartyCode(@JsonValue String value) implements Comparable<PartyCode> {

  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]{1,11}");
  private static final Map<String, String> ALPHA_2_BY_3 =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> new Locale("", code).getISO3Country(), Function.identity()));

  /**
   * @throws InvalidValue when it is not made of two to twelve capital letters and digits
   */
  @JsonCreator
  public PartyCode {
    value = ALPHA_2_BY_3.getOrDefault(value, value);
    if (!FORM.matcher(value).matches()) {
      throw new InvalidValue("party.malformed", value);
    }
  }

  /**
   * The party that somebody means who types its code, in capitals or not, or the name of a State in
   * one of the languages of the house.
   *
   * @throws InvalidValue when it is none
   */
  public static PartyCode typed(String text) {
    String code = StateNames.code(text).orElseGet(() -> text.strip().toUpperCase(Locale.ROOT));
    return new PartyCode(code);
  }

  /** Whether it is a State of ISO 3166-1. */
  public boolean isState() {
    return ALPHA_2_BY_3.containsValue(value);
  }

  @Override
  public int compareTo(PartyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
