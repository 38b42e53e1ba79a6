package org.chancery.report.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes a calendar (iCalendar, RFC 5545), one entry after the other, each an event of a whole day
 * that keeps nobody busy. Lines end in CR LF and are folded before they exceed 75 octets, never
 * within a character; texts are escaped and say their language.
 */
final class CalendarWriter {

  private static final int LONGEST_LINE = 75;
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final OutputStream out;
  private final String language;
  private final Instant stamp;

  /**
   * @param language the code of the language of its texts
   * @param stamp when the calendar was drawn up
   */
  CalendarWriter(OutputStream out, String language, Instant stamp) {
    this.out = out;
    this.language = language;
    this.stamp = stamp;
  }

  /** The head of the calendar, with its name for people. */
  void begin(String name) throws IOException {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:-//Chancery//Deadlines//EN");
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    text("NAME", name);
    line("X-WR-CALNAME:" + escaped(name));
    line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
    line("X-PUBLISHED-TTL:PT6H");
  }

  /** The entry. */
  void entry(CalendarEntry entry) throws IOException {
    LocalDate day = entry.day();
    line("BEGIN:VEVENT");
    line("UID:" + escaped(entry.uid()));
    line("DTSTAMP:" + INSTANT.format(stamp));
    line("LAST-MODIFIED:" + INSTANT.format(entry.changedAt()));
    line("SEQUENCE:" + entry.sequence());
    line("DTSTART;VALUE=DATE:" + DAY.format(day));
    line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
    line("STATUS:" + (entry.tentative() ? "TENTATIVE" : "CONFIRMED"));
    line("TRANSP:TRANSPARENT");
    text("SUMMARY", entry.summary());
    text("DESCRIPTION", entry.description());
    line("URL:" + entry.url());
    line("END:VEVENT");
  }

  /** The end of the calendar; without it the file is no calendar. */
  void end() throws IOException {
    line("END:VCALENDAR");
    out.flush();
  }

  private void text(String property, String text) throws IOException {
    line(property + ";LANGUAGE=" + language + ":" + escaped(text));
  }

  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\r\n?|\n", "\\\\n")
        .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "");
  }

  private void line(String line) throws IOException {
    int octets = 0;
    for (int i = 0; i < line.length(); ) {
      String character = Character.toString(line.codePointAt(i));
      byte[] bytes = character.getBytes(StandardCharsets.UTF_8);
      if (octets + bytes.length > LONGEST_LINE) {
        out.write(new byte[] {'\r', '\n', ' '});
        octets = 1;
      }
      out.write(bytes);
      octets += bytes.length;
      i += character.length();
    }
    out.write(new byte[] {'\r', '\n'});
  }
}
