package org.chancery.calendar.web;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.greaterThan;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.chancery.calendar.CalendarFixture;
import org.chancery.web.WebFixture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

  private static final String TYPE = "urn:chancery:problem:";

  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(new CalendarController(CalendarFixture.shipped()))
          .setControllerAdvice(WebFixture.problems())
          .build();

  @Test
  void aYearHasItsWeekendHolidaysOverridesAndWorkingDays() throws Exception {
    web.perform(get("/api/calendars/TR/2026"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.code").value("TR"))
        .andExpect(jsonPath("$.year").value(2026))
        .andExpect(jsonPath("$.weekend", containsInAnyOrder("SATURDAY", "SUNDAY")))
        .andExpect(jsonPath("$.holidays[0].name").value("New Year's Day"))
        .andExpect(jsonPath("$.holidays[0].estimated").value(false))
        .andExpect(jsonPath("$.holidays[0].basis").value("jollyday, calendar TR"))
        .andExpect(jsonPath("$.overrides[0].kind").value("CLOSED"))
        .andExpect(jsonPath("$.overrides.length()").value(7))
        .andExpect(jsonPath("$.workingDays").value(greaterThan(240)));
  }

  @Test
  void anUnknownCountryIsNotFound() throws Exception {
    for (String code : new String[] {"XX", "az", "NYSE", "OTS"}) {
      web.perform(get("/api/calendars/" + code + "/2026"))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.type").value(TYPE + "not-found"));
    }
  }

  @Test
  void aYearWithoutCalendarIsNotGuessed() throws Exception {
    for (int year : new int[] {-1, 1850, 2020, 2051, 999_999_999}) {
      web.perform(get("/api/calendars/AZ/" + year))
          .andExpect(status().isUnprocessableEntity())
          .andExpect(jsonPath("$.type").value(TYPE + "does-not-fit"));
    }
  }

  @Test
  void aYearIsANumber() throws Exception {
    web.perform(get("/api/calendars/AZ/next"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value(TYPE + "invalid-parameter"));
  }
}
