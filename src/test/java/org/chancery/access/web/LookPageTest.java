package org.chancery.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.chancery.web.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;

class LookPageTest {

  @ParameterizedTest
  @CsvSource({
    "https://house.example/rules, /rules",
    "https://house.example/instruments?q=a%20b&stage=SIGNED, /instruments?q=a%20b&stage=SIGNED",
    "https://house.example/instruments?q={a}, /instruments?q={a}",
    "https://house.example//other.example/, /other.example/"
  })
  void leadsBackToWhereItWasChosen(String from, String back) {
    assertThat(chosen(from).getFirst("Location")).isEqualTo(back);
  }

  @ParameterizedTest
  @ValueSource(strings = {"about:blank", ""})
  void leadsToTheStartWhereThatIsNotKnown(String from) {
    assertThat(chosen(from).getFirst("Location")).isEqualTo("/");
  }

  @Test
  void keepsTheChoiceInACookieThatNoScriptReads() {
    assertThat(chosen("https://house.example/").getFirst("Set-Cookie"))
        .startsWith("look=dark; Path=/;")
        .contains("HttpOnly", "SameSite=Lax");
  }

  private static HttpHeaders chosen(String from) {
    return new LookPage().choose(Look.DARK, from, new MockHttpServletRequest()).getHeaders();
  }
}
