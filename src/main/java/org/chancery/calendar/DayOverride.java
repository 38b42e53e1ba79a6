package org.chancery.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that differs from the weekend and from the public holidays: a moved day, a proclaimed
 * feast, a body's own closing day.
 *
 * @param date the day
 * @param body the code of the only body it is for; null when it is for the whole country
 * @param kind whether one works on it
 * @param name what it is called, in English
 * @param basis the law or the decision that sets it
 * @param estimated whether it hangs on a feast that was not yet proclaimed
 */
public record DayOverride(
    LocalDate date,
    @Nullable String body,
    Kind kind,
    String name,
    String basis,
    boolean estimated) {

  /** Whether one works on the day. */
  public enum Kind {
    /** One does, be it a weekend. */
    WORKING,
    /** One does not. */
    CLOSED,
    /** It is no holiday, whatever the library says; its weekday decides. */
    ORDINARY
  }

  /** The closing day as a holiday. */
  Holiday holiday() {
    return new Holiday(date, name, estimated, basis);
  }
}
