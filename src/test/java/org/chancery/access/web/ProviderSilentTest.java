package org.chancery.access.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.chancery.access.AccessTest;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** S11: while the provider does not answer, a program is told to come again. */
@TestPropertySource(
    properties = {
      "spring.security.oauth2.resourceserver.jwt.issuer-uri=http://127.0.0.1:1",
      "spring.security.oauth2.resourceserver.jwt.audiences=chancery"
    })
class ProviderSilentTest extends AccessTest {

  @Test
  void aTokenIsAnsweredWithWhenToComeAgain() throws Exception {
    web.perform(get("/api/me").header("Authorization", "Bearer a.b.c"))
        .andExpect(status().isServiceUnavailable())
        .andExpect(header().string("Retry-After", "5"))
        .andExpect(content().string(containsString("does not answer")));
  }

  @Test
  void aKeyOfTheHouseStillOpens() throws Exception {
    clerk("program");
    web.perform(get("/api/me").header("Authorization", "Bearer " + key("program")))
        .andExpect(status().isOk());
  }
}
