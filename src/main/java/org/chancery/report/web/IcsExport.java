package org.chancery.report.web;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.chancery.web.Message;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The report as a calendar: an entry for each item of which a day is known. */
@Component
final class IcsExport implements Export {

  private final CalendarEntries entries;
  private final Reader reader;

  IcsExport(CalendarEntries entries, Reader reader) {
    this.entries = entries;
    this.reader = reader;
  }

  @Override
  public String ending() {
    return "ics";
  }

  @Override
  public MediaType type() {
    return new MediaType("text", "calendar", StandardCharsets.UTF_8);
  }

  @Override
  public void write(Answered answer, OutputStream out) throws IOException {
    CalendarWriter calendar =
        new CalendarWriter(
            new BufferedOutputStream(out), reader.locale().getLanguage(), answer.knownAt());
    calendar.begin(reader.text(Message.of("page.overdue.title")));
    answer.each(
        item -> {
          Optional<CalendarEntry> entry = entries.of(item, answer.knownAt());
          if (entry.isPresent()) {
            calendar.entry(entry.get());
          }
        });
    calendar.end();
  }
}
