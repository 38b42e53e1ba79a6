package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is a calendar, whatever its texts are. */
class CalendarWriterTest {

  private static final Instant STAMP = Instant.parse("2026-11-21T08:00:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A; B, C: \"D\" \\ E",
        "Two\nlines\r\nand a third",
        "Қазақстан Республикасы мен Әзербайжан арасындағы келісім – ғылым туралы 🙂🙂🙂🙂🙂🙂🙂",
        "اتفاقية بين حكومة جمهورية أذربيجان وحكومة جمهورية كازاخستان بشأن الكابل البحري",
        "BEGIN:VEVENT\nEND:VCALENDAR"
      })
  void aTextComesBackAsItWas(String text) throws Exception {
    byte[] written = written(text);
    VEvent event = event(written);
    String plain = text.replace("\r\n", "\n");
    assertThat(event.getSummary().getValue()).isEqualTo(plain);
    assertThat(event.getDescription().getValue()).isEqualTo(plain);
    String all = new String(written, StandardCharsets.UTF_8);
    assertThat(all.split("\r\n"))
        .allSatisfy(
            line -> assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
    assertThat(all.replace("\r\n", "")).doesNotContain("\n", "\r", "\uFFFD");
  }

  @Test
  void aDeadlineIsAWholeDayThatKeepsNobodyBusy() throws Exception {
    VEvent event = event(written("Report"));
    assertThat(event.getUid().orElseThrow().getValue()).isEqualTo("2026-000001-1-m-2@az.chancery");
    assertThat((Object) event.getDateTimeStart().getDate()).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat((Object) event.getDateTimeEnd().getDate()).isEqualTo(LocalDate.of(2027, 1, 1));
    assertThat(event.getStatus().getValue()).isEqualTo("TENTATIVE");
    assertThat(event.getSequence().getSequenceNo()).isEqualTo(3);
    assertThat(event.getTimeTransparency().getValue()).isEqualTo("TRANSPARENT");
    assertThat(event.getLastModified().getDate()).isEqualTo(Instant.parse("2026-11-20T10:00:00Z"));
    assertThat(event.validate().getEntries()).isEmpty();
  }

  @Test
  void signsThatNoTextMayHoldAreLeftOut() throws Exception {
    assertThat(event(written("a\u0000b\u0007c")).getSummary().getValue()).isEqualTo("abc");
  }

  private static VEvent event(byte[] written) throws Exception {
    Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(written));
    assertThat(calendar.getComponents()).hasSize(1);
    return (VEvent) calendar.getComponents().get(0);
  }

  private static byte[] written(String text) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CalendarWriter calendar = new CalendarWriter(out, "kk", STAMP);
    calendar.begin("My deadlines");
    calendar.entry(
        new CalendarEntry(
            "2026-000001-1-m-2@az.chancery",
            LocalDate.of(2026, 12, 31),
            true,
            text,
            text,
            "https://chancery.example.org/instruments/2026-000001-1",
            Instant.parse("2026-11-20T10:00:00Z"),
            3));
    calendar.end();
    return out.toByteArray();
  }
}
