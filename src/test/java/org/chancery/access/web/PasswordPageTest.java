package org.chancery.access.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.chancery.access.AccessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.ResultActions;

/** S13: a password that someone else made opens one page alone, where one's own is chosen. */
class PasswordPageTest extends AccessTest {

  private static final String OWN = "words that only I know";

  @ParameterizedTest
  @ValueSource(strings = {"/", "/instruments", "/me", "/camunda/app/tasklist/", "/nothing-here"})
  void everyPageLeadsThere(String path) throws Exception {
    MockHttpSession session = loggedIn("newcomer", newcomer("newcomer"));
    web.perform(get(path).session(session))
        .andExpect(status().isSeeOther())
        .andExpect(header().string("Location", "/me/password"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/v3/api-docs", "/camunda/api/engine/engine/default/task"})
  void everyCallIsToldSo(String path) throws Exception {
    String password = newcomer("caller");
    refusesCall(web.perform(get(path).session(loggedIn("caller", password))));
    refusesCall(web.perform(get("/api/me").with(httpBasic("caller", password))));
  }

  @Test
  void oneMayStillReadTheFilesOfThePageAndLeave() throws Exception {
    MockHttpSession session = loggedIn("leaver", newcomer("leaver"));
    web.perform(get("/me/password").session(session))
        .andExpect(content().string(containsString("Someone else made your password")));
    web.perform(get("/chancery.css").session(session)).andExpect(status().isOk());
    web.perform(post("/logout").session(session).with(csrf()))
        .andExpect(redirectedUrl("/login?out"));
  }

  @Test
  void withAPasswordOfOnesOwnOneGoesOn() throws Exception {
    String password = newcomer("starter");
    MockHttpSession session = loggedIn("starter", password);
    change(session, password, OWN, OWN).andExpect(redirectedUrl("/me/password"));
    web.perform(get("/").session(session)).andExpect(content().string("starter"));
    web.perform(get("/api/me").with(httpBasic("starter", OWN))).andExpect(status().isOk());
    web.perform(get("/api/me").with(httpBasic("starter", password)))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void theKeyOfAProgramDoesNotRestOnItsPassword() throws Exception {
    newcomer("program");
    web.perform(get("/api/me").header("Authorization", "Bearer " + key("program")))
        .andExpect(status().isOk());
  }

  @Test
  void aChangeEndsEveryOtherSessionAndSaysSo() throws Exception {
    clerk("changer");
    MockHttpSession here = loggedIn("changer");
    MockHttpSession elsewhere = loggedIn("changer");
    String before = here.getId();
    change(here, PASSWORD, OWN, OWN).andExpect(redirectedUrl("/me/password"));
    org.assertj.core.api.Assertions.assertThat(here.getId()).isNotEqualTo(before);
    web.perform(get("/api/me").session(here)).andExpect(status().isOk());
    web.perform(get("/api/me").session(elsewhere)).andExpect(status().isUnauthorized());
    web.perform(get("/me/password").session(here).flashAttr("changed", true))
        .andExpect(content().string(containsString("You are logged out everywhere else.")));
  }

  @Test
  void mistakesAreExplainedAndChangeNothing() throws Exception {
    clerk("careless");
    MockHttpSession session = loggedIn("careless");
    refuses(change(session, PASSWORD, OWN, OWN + "!"), "The two passwords differ");
    refuses(change(session, PASSWORD, PASSWORD, PASSWORD), "The new password is the old one");
    refuses(change(session, PASSWORD, "short", "short"), "at least 12 characters");
    refuses(change(session, PASSWORD, "aaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaa"), "too simple");
    refuses(change(session, "mistaken", OWN, OWN), "The password until now is wrong");
    web.perform(get("/api/me").with(httpBasic("careless", PASSWORD))).andExpect(status().isOk());
  }

  @Test
  void whoeverSitsAtAnothersDeskCannotGuessThePasswordThere() throws Exception {
    clerk("absent");
    MockHttpSession session = loggedIn("absent");
    clock.pass(Duration.ofMinutes(2));
    for (int guess = 0; guess < 5; guess++) {
      refuses(change(session, "guess " + guess, OWN, OWN), "The password until now is wrong");
    }
    refuses(change(session, PASSWORD, OWN, OWN), "too many wrong tries");
  }

  @Test
  void aChangeNeedsTheTokenOfThePage() throws Exception {
    clerk("lured");
    web.perform(
            post("/me/password")
                .session(loggedIn("lured"))
                .param("old", PASSWORD)
                .param("password", OWN)
                .param("again", OWN))
        .andExpect(status().isForbidden());
  }

  @Test
  void theLanguageChosenForGoodWinsOverTheBrowsersAtLogin() throws Exception {
    clerk("speaker");
    speaks("speaker", "az");
    web.perform(
            post("/login")
                .cookie(new jakarta.servlet.http.Cookie("lang", "ru"))
                .with(csrf())
                .param("username", "speaker")
                .param("password", PASSWORD))
        .andExpect(cookie().value("lang", "az"));
    clerk("silent");
    login(new MockHttpSession(), "silent", PASSWORD).andExpect(cookie().doesNotExist("lang"));
  }

  private static void refuses(ResultActions answer, String because) throws Exception {
    answer.andExpect(status().isBadRequest()).andExpect(content().string(containsString(because)));
  }

  private static void refusesCall(ResultActions answer) throws Exception {
    answer
        .andExpect(status().isForbidden())
        .andExpect(content().contentType("application/problem+json"))
        .andExpect(jsonPath("$.type").value("urn:chancery:problem:password-change-required"))
        .andExpect(jsonPath("$.detail").value(containsString("/me/password")));
  }

  private ResultActions change(MockHttpSession session, String old, String password, String again)
      throws Exception {
    return web.perform(
        post("/me/password")
            .session(session)
            .with(csrf())
            .param("old", old)
            .param("password", password)
            .param("again", again));
  }
}
