package org.chancery.deadline.web;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.calendar.CalendarFixture;
import org.chancery.web.WebFixture;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class CalendarControllerTest {

  private static final String TYPE = "urn:chancery:problem:";
  private static final Body MDDT =
      new Body(new BodyCode("mddt"), "AZ", ZoneId.of("Asia/Baku"), false, Map.of());

  private final MockMvc web =
      MockMvcBuilders.standaloneSetup(
              new CalendarController(
                  CalendarFixture.shippedAnd(
                      "AZ,mddt,2026-12-30,CLOSED,Moving house,an order,false"),
                  List.of(MDDT)))
          .setControllerAdvice(WebFixture.problems())
          .build();

  @Test
  void aYearHasItsWeekendHolidaysOverridesAndWorkingDays() throws Exception {
    web.perform(get("/api/calendars/TR/2026"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.code").value("TR"))
        .andExpect(jsonPath("$.country").value("TR"))
        .andExpect(jsonPath("$.year").value(2026))
        .andExpect(jsonPath("$.state").value("COMPUTED"))
        .andExpect(jsonPath("$.reason").doesNotExist())
        .andExpect(jsonPath("$.weekend", contains("SATURDAY", "SUNDAY")))
        .andExpect(jsonPath("$.holidays[0].name").value("New Year's Day"))
        .andExpect(jsonPath("$.holidays[0].estimated").value(false))
        .andExpect(jsonPath("$.holidays[0].basis").value("jollyday, calendar TR"))
        .andExpect(jsonPath("$.overrides[0].kind").value("CLOSED"))
        .andExpect(jsonPath("$.overrides.length()").value(7))
        .andExpect(jsonPath("$.workingDays").value(251));
  }

  @Test
  void aBodyHasItsCountrysYearAndItsOwnClosingDays() throws Exception {
    web.perform(get("/api/calendars/AZ/2026"))
        .andExpect(jsonPath("$.country").value("AZ"))
        .andExpect(jsonPath("$.workingDays").value(241));
    web.perform(get("/api/calendars/mddt/2026"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.code").value("mddt"))
        .andExpect(jsonPath("$.country").value("AZ"))
        .andExpect(jsonPath("$.overrides[-1].body").value("mddt"))
        .andExpect(jsonPath("$.workingDays").value(240));
  }

  @Test
  void anUnknownCountryOrBodyIsNotFound() throws Exception {
    for (String code : new String[] {"XX", "az", "NYSE", "OTS", "nobody", "MDDT"}) {
      web.perform(get("/api/calendars/" + code + "/2026"))
          .andExpect(status().isNotFound())
          .andExpect(jsonPath("$.type").value(TYPE + "not-found"));
    }
  }

  @Test
  void aYearWithoutCalendarIsNotGuessed() throws Exception {
    for (int year : new int[] {-1, 1850, 2022, 2028, 999_999_999}) {
      for (String code : new String[] {"AZ", "DE", "mddt"}) {
        web.perform(get("/api/calendars/" + code + "/" + year))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.state").value("NOT_COMPUTABLE"))
            .andExpect(jsonPath("$.reason").exists())
            .andExpect(jsonPath("$.holidays", empty()))
            .andExpect(jsonPath("$.workingDays").doesNotExist());
      }
    }
  }

  @Test
  void aYearIsANumber() throws Exception {
    web.perform(get("/api/calendars/AZ/next"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.type").value(TYPE + "invalid-parameter"));
  }
}
