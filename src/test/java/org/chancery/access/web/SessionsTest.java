package org.chancery.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.chancery.access.AccessTest;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/** S11: a session begins with a login, under a new name, and ends when it should. */
class SessionsTest extends AccessTest {

  @Test
  void aSessionThatSomebodySlippedInHasAnotherNameAfterTheLogin() throws Exception {
    clerk("victim");
    MockHttpSession slipped = new MockHttpSession();
    String known = slipped.getId();
    login(slipped, "victim", PASSWORD);
    assertThat(slipped.getId()).isNotEqualTo(known);
  }

  @Test
  void aSecondLoginInOneBrowserChangesTheSessionAgain() throws Exception {
    clerk("first");
    clerk("second");
    MockHttpSession session = loggedIn("first");
    String before = session.getId();
    login(session, "second", PASSWORD);
    assertThat(session.getId()).isNotEqualTo(before);
  }

  @Test
  void aLoginLastsTwelveHoursHoweverBusy() throws Exception {
    clerk("busy");
    MockHttpSession session = loggedIn("busy");
    for (int hour = 1; hour < 12; hour++) {
      clock.pass(Duration.ofHours(1));
      web.perform(get("/api/me").session(session)).andExpect(status().isOk());
    }
    clock.pass(Duration.ofHours(1));
    web.perform(get("/api/me").session(session)).andExpect(status().isUnauthorized());
    web.perform(get("/").session(session)).andExpect(redirectedUrl("http://localhost/login"));
  }

  @Test
  void afterTheLogoutTheCookieOpensNothing() throws Exception {
    clerk("goer");
    MockHttpSession session = loggedIn("goer");
    web.perform(post("/logout").session(session).with(csrf()))
        .andExpect(redirectedUrl("/login?out"));
    assertThat(session.isInvalid()).isTrue();
  }

  @Test
  void aLogoutNeedsTheToken() throws Exception {
    clerk("stayer");
    MockHttpSession session = loggedIn("stayer");
    web.perform(post("/logout").session(session)).andExpect(redirectedUrl("/login?again"));
    web.perform(get("/logout").session(session));
    web.perform(get("/api/me").session(session)).andExpect(status().isOk());
  }
}
