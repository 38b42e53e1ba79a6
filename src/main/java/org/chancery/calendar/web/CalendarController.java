package org.chancery.calendar.web;

import java.time.DayOfWeek;
import java.util.List;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Answer.NotComputable;
import org.chancery.calendar.CalendarYear;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.DayOverride;
import org.chancery.calendar.Holiday;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The working days of a country, or of one of its bodies, in a year. */
@RestController
class CalendarController {

  private final Calendars calendars;

  CalendarController(Calendars calendars) {
    this.calendars = calendars;
  }

  /**
   * A year of working days.
   *
   * @param code the country
   * @param body the body whose own closing days are heard, too
   * @param year the year
   * @param weekend the days of the week on which nobody works
   * @param holidays each closing day beside the weekend, the overrides already heard
   * @param overrides what differs from weekend and public holidays, and why
   * @param workingDays how many working days the year has
   */
  record CalendarView(
      String code,
      @Nullable String body,
      int year,
      List<DayOfWeek> weekend,
      List<Holiday> holidays,
      List<DayOverride> overrides,
      int workingDays) {

    static CalendarView of(String code, @Nullable String body, int year, CalendarYear calendar) {
      return new CalendarView(
          code,
          body,
          year,
          calendar.weekend(),
          calendar.holidays(),
          calendar.overrides(),
          calendar.workingDays());
    }
  }

  @GetMapping("/api/calendars/{code}/{year}")
  CalendarView year(
      @PathVariable String code,
      @PathVariable int year,
      @RequestParam(required = false) @Nullable String body) {
    if (!calendars.knows(code)) {
      throw Refusal.notFound("calendar.unknown", code);
    }
    var answer = calendars.year(code, body, year);
    if (answer instanceof NotComputable<CalendarYear> none) {
      throw refused(none.reason());
    }
    return CalendarView.of(code, body, year, ((Known<CalendarYear>) answer).value());
  }

  private static Refusal refused(Message reason) {
    return Refusal.of(Kind.DOES_NOT_FIT, reason.code(), reason.arguments().toArray());
  }
}
