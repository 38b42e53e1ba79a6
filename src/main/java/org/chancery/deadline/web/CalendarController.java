package org.chancery.deadline.web;

import java.time.DayOfWeek;
import java.util.List;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.calendar.Answer;
import org.chancery.calendar.Answer.Known;
import org.chancery.calendar.Answer.NotComputable;
import org.chancery.calendar.CalendarYear;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.DayOverride;
import org.chancery.calendar.Holiday;
import org.chancery.web.Message;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The working days of a country, or of one of this house's bodies, in a year. */
@RestController
class CalendarController {

  private final Calendars calendars;
  private final List<Body> bodies;

  @Autowired
  CalendarController(Calendars calendars, Bodies bodies) {
    this(calendars, bodies.all());
  }

  CalendarController(Calendars calendars, List<Body> bodies) {
    this.calendars = calendars;
    this.bodies = bodies;
  }

  /** Whether the year has a calendar. */
  enum State {
    COMPUTED,
    NOT_COMPUTABLE
  }

  /**
   * A year of working days. Where it is not computable, its lists are empty.
   *
   * @param code whose it is: a country's, or a body's, which hears its own closing days, too
   * @param country the country
   * @param year the year
   * @param state whether the year has a calendar
   * @param reason why it has none
   * @param weekend the days of the week on which nobody works
   * @param holidays each closing day beside the weekend, the overrides already heard
   * @param overrides what differs from weekend and public holidays, and why
   * @param workingDays how many working days the year has
   */
  record CalendarView(
      String code,
      String country,
      int year,
      State state,
      @Nullable Message reason,
      List<DayOfWeek> weekend,
      List<Holiday> holidays,
      List<DayOverride> overrides,
      @Nullable Integer workingDays) {

    static CalendarView known(String code, String country, int year, CalendarYear calendar) {
      return new CalendarView(
          code,
          country,
          year,
          State.COMPUTED,
          null,
          calendar.weekend(),
          calendar.holidays(),
          calendar.overrides(),
          calendar.workingDays());
    }

    static CalendarView unknown(String code, String country, int year, Message reason) {
      return new CalendarView(
          code, country, year, State.NOT_COMPUTABLE, reason, List.of(), List.of(), List.of(), null);
    }
  }

  @GetMapping("/api/calendars/{code}/{year}")
  CalendarView year(@PathVariable String code, @PathVariable int year) {
    if (calendars.knows(code)) {
      return view(code, code, year, calendars.year(code, null, year));
    }
    String country = body(code).state();
    return view(code, country, year, calendars.year(country, code, year));
  }

  private Body body(String code) {
    return bodies.stream()
        .filter(each -> each.code().value().equals(code))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("calendar.unknown", code));
  }

  private static CalendarView view(
      String code, String country, int year, Answer<CalendarYear> answer) {
    if (answer instanceof NotComputable<CalendarYear> none) {
      return CalendarView.unknown(code, country, year, none.reason());
    }
    return CalendarView.known(code, country, year, ((Known<CalendarYear>) answer).value());
  }
}
