package org.chancery.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A year of working days as a program reads it. */
@ChanceryTest
class CalendarTest {

  @LocalServerPort int port;

  @Test
  void aCountryAndItsBodyHaveAYear() {
    for (String code : new String[] {"AZ", "mddt"}) {
      JsonNode year = clerk().get("/api/calendars/" + code + "/2026").body();
      assertThat(year.path("code").asText()).isEqualTo(code);
      assertThat(year.path("country").asText()).isEqualTo("AZ");
      assertThat(year.path("state").asText()).isEqualTo("COMPUTED");
      assertThat(year.path("workingDays").asInt()).isEqualTo(241);
      assertThat(year.path("holidays").get(0).path("date").asText()).isEqualTo("2026-01-01");
      assertThat(year.path("overrides").findValuesAsText("kind")).contains("CLOSED");
    }
  }

  @Test
  void aYearWithoutCalendarSaysWhyInTheLanguageOfTheCaller() {
    JsonNode year = clerk().get("/api/calendars/mddt/2031", "Accept-Language", "az").body();
    assertThat(year.path("state").asText()).isEqualTo("NOT_COMPUTABLE");
    assertThat(year.path("reason").asText()).contains("AZ", "2031", "təqvimi yoxdur");
    assertThat(year.path("workingDays").isNull()).isTrue();
  }

  @Test
  void anUnknownCodeIsNotFound() {
    assertThat(clerk().get("/api/calendars/nobody/2026").status()).isEqualTo(404);
  }

  private Caller clerk() {
    return Caller.at(port, "mddtClerk");
  }
}
