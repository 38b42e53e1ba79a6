package org.chancery.access;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/**
 * A body: a ministry or an office that takes part in the way of an instrument.
 *
 * @param code its code
 * @param state the State it belongs to, ISO 3166-1 alpha-2
 * @param zone where its days end
 * @param seesAll whether its people see every case (the treaty department)
 * @param names its name by language
 */
public record Body(
    BodyCode code, String state, ZoneId zone, boolean seesAll, Map<String, String> names) {

  /** Its name in the language, else in English, else its code. */
  public String nameIn(Locale locale) {
    return names.getOrDefault(locale.getLanguage(), names.getOrDefault("en", code.value()));
  }
}
