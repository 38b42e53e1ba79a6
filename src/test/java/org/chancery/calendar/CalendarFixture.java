package org.chancery.calendar;

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

  /** With these rows of overrides and no others. */
  static Calendars with(String... overrides) {
    return new Calendars(
        table("weeks"), table("feasts"), text(COLUMNS + String.join("\n", overrides) + "\n"));
  }

  static Resource table(String name) {
    return new ClassPathResource("rules/calendar/" + name + ".csv");
  }

  static Resource text(String table) {
    return new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8));
  }
}
