package org.chancery.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The calendars of the house, and those with a table of one's own. */
public final class CalendarFixture {

  private static final String COLUMNS = "code,body,date,kind,name,basis,estimated\n";

  private CalendarFixture() {}

  /** As shipped. */
  public static Calendars shipped() {
    return new Calendars(table("weeks"), table("feasts"), table("overrides"));
  }

  /** As shipped, and with these rows of overrides, too. */
  public static Calendars shippedAnd(String... overrides) {
    return new Calendars(
        table("weeks"),
        table("feasts"),
        text(content(table("overrides")) + String.join("\n", overrides) + "\n"));
  }

  /** As shipped, and computed for many years: what is counted does not depend on the bounds. */
  static Calendars ofManyYears() {
    return new Calendars(
        text(
            """
            code,weekend,from,to,basis
            *,SATURDAY SUNDAY,2000,2060,a test
            SA,FRIDAY SATURDAY,2000,2060,a test
            """),
        table("feasts"),
        table("overrides"));
  }

  /** With these rows of overrides and no others. */
  static Calendars with(String... overrides) {
    return new Calendars(
        table("weeks"), table("feasts"), text(COLUMNS + String.join("\n", overrides) + "\n"));
  }

  static Resource table(String name) {
    return new ClassPathResource("rules/calendar/" + name + ".csv");
  }

  private static String content(Resource table) {
    try {
      return table.getContentAsString(StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static Resource text(String table) {
    return new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8));
  }
}
