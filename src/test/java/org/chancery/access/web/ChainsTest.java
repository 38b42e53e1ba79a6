package org.chancery.access.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import org.chancery.access.AccessTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.ResultActions;

/** Who gets in where, and who does not. */
class ChainsTest extends AccessTest {

  private static final String PROBLEM = "application/problem+json";

  @ParameterizedTest
  @ValueSource(strings = {"/api/me", "/api/instruments", "/v3/api-docs", "/v3/api-docs.yaml"})
  void anAnonymousProgramIsRefused(String path) throws Exception {
    web.perform(get(path))
        .andExpect(status().isUnauthorized())
        .andExpect(content().contentType(PROBLEM))
        .andExpect(header().string(HttpHeaders.WWW_AUTHENTICATE, containsString("Basic")))
        .andExpect(jsonPath("$.type").value("urn:chancery:problem:unauthenticated"))
        .andExpect(jsonPath("$.status").value(401))
        .andExpect(jsonPath("$.detail").isNotEmpty());
  }

  @Test
  void anAnonymousChangeIsUnauthenticatedRatherThanForged() throws Exception {
    web.perform(post("/api/me")).andExpect(status().isUnauthorized());
  }

  @Test
  void aScriptIsRefusedWithoutAChallenge() throws Exception {
    web.perform(get("/api/me").header("X-Requested-With", "XMLHttpRequest"))
        .andExpect(status().isUnauthorized())
        .andExpect(header().doesNotExist(HttpHeaders.WWW_AUTHENTICATE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/instruments",
        "/actuator",
        "/actuator/info",
        "/actuator/env",
        "/h2-console",
        "/engine-rest/engine",
        "/webjars/bpmn-js/8.0.0/package.json"
      })
  void anAnonymousPersonIsSentToTheLogin(String path) throws Exception {
    web.perform(get(path)).andExpect(redirectedUrl("http://localhost/login"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/login", "/chancery.css", "/actuator/health", "/actuator/health/liveness"})
  void whatTheLoginNeedsAndHealthAreOpen(String path) throws Exception {
    web.perform(get(path)).andExpect(status().isOk());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/actuator/health/db", "/actuator/env", "/h2-console", "/engine-rest"})
  void theMachineryIsNotEvenThereForThoseInside(String path) throws Exception {
    clerk("insider");
    web.perform(get(path).session(loggedIn("insider"))).andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/me;a=b", "/api//me", "/api/%2e%2e/me", "/api%2fme"})
  void aTrickyPathIsRefused(String path) throws Exception {
    web.perform(get(URI.create(path)))
        .andExpect(status().isBadRequest())
        .andExpect(content().contentType(PROBLEM));
  }

  @Test
  void healthSaysOneWord() throws Exception {
    web.perform(get("/actuator/health"))
        .andExpect(content().string("{\"status\":\"UP\",\"groups\":[\"liveness\",\"readiness\"]}"));
  }

  @Test
  void basicIsAcceptedAndNeedsNoTokenAndBeginsNoSession() throws Exception {
    clerk("basic");
    web.perform(post("/api/me").with(httpBasic("basic", PASSWORD)))
        .andExpect(status().isOk())
        .andExpect(content().string("basic"))
        .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"));
  }

  @Test
  void aWrongPasswordIsRefusedAndInTheEndThrottled() throws Exception {
    clerk("guessed");
    for (int guess = 0; guess < 5; guess++) {
      withBasic("guessed", "guess " + guess).andExpect(status().isUnauthorized());
    }
    withBasic("guessed", PASSWORD)
        .andExpect(status().isTooManyRequests())
        .andExpect(header().string(HttpHeaders.RETRY_AFTER, "2"))
        .andExpect(jsonPath("$.type").value("urn:chancery:problem:too-many-guesses"));
    clock.pass(Duration.ofSeconds(2));
    withBasic("guessed", PASSWORD).andExpect(status().isOk());
  }

  @Test
  void anUnknownNameIsAnsweredLikeAKnownOne() throws Exception {
    for (int guess = 0; guess < 5; guess++) {
      withBasic("nobodyAtAll", "guess " + guess).andExpect(status().isUnauthorized());
    }
    withBasic("nobodyAtAll", "guess").andExpect(status().isTooManyRequests());
  }

  @Test
  void theHouseCannotLogIn() throws Exception {
    withBasic("house", "").andExpect(status().isUnauthorized());
    withBasic("house", "demo").andExpect(status().isUnauthorized());
  }

  @Test
  void aRememberedPasswordIsDroppedWhenItChanges() throws Exception {
    clerk("changing");
    withBasic("changing", PASSWORD).andExpect(status().isOk());
    changePassword("changing", "quite another password");
    withBasic("changing", PASSWORD).andExpect(status().isUnauthorized());
    withBasic("changing", "quite another password").andExpect(status().isOk());
  }

  @Test
  void aRememberedPasswordDoesNotOpenAClosedAccount() throws Exception {
    clerk("leaving");
    withBasic("leaving", PASSWORD).andExpect(status().isOk());
    disable("leaving");
    withBasic("leaving", PASSWORD).andExpect(status().isUnauthorized());
  }

  @Test
  void aKeyIsAcceptedUntilItIsRevoked() throws Exception {
    clerk("program");
    String key = key("program");
    withKey(key).andExpect(status().isOk()).andExpect(content().string("program"));
    revokeKeys();
    withKey(key).andExpect(status().isUnauthorized()).andExpect(content().contentType(PROBLEM));
  }

  @Test
  void theKeyOfAClosedAccountIsRefused() throws Exception {
    clerk("retired");
    String key = key("retired");
    disable("retired");
    withKey(key).andExpect(status().isUnauthorized());
  }

  @Test
  void aWrongKeyIsRefusedEvenBesideASession() throws Exception {
    clerk("both");
    web.perform(get("/api/me").session(loggedIn("both")).header("Authorization", "Bearer mistaken"))
        .andExpect(status().isUnauthorized());
    web.perform(get("/api/me").session(loggedIn("both")).header("Authorization", "Other x"))
        .andExpect(status().isUnauthorized());
  }

  @Test
  void aSessionReadsWithoutTokenAndWritesOnlyWithIt() throws Exception {
    clerk("writer");
    MockHttpSession session = loggedIn("writer");
    web.perform(get("/api/me").session(session)).andExpect(content().string("writer"));
    web.perform(post("/api/me").session(session))
        .andExpect(status().isForbidden())
        .andExpect(content().contentType(PROBLEM))
        .andExpect(jsonPath("$.type").value("urn:chancery:problem:forbidden"));
    web.perform(post("/api/me").session(session).with(csrf().asHeader()))
        .andExpect(status().isOk());
  }

  @Test
  void aPasswordTheBrowserKeepsDoesNotServeAnothersPage() throws Exception {
    clerk("lured");
    web.perform(
            post("/api/me")
                .with(httpBasic("lured", PASSWORD))
                .header("Sec-Fetch-Site", "cross-site"))
        .andExpect(status().isForbidden());
    web.perform(post("/api/me").with(httpBasic("lured", PASSWORD)).header("Sec-Fetch-Site", "none"))
        .andExpect(status().isOk());
  }

  @Test
  void theLoginLeadsBackToThePageAndNotToWhatItsScriptFetched() throws Exception {
    clerk("returner");
    MockHttpSession session = new MockHttpSession();
    web.perform(get("/instruments").session(session).header(HttpHeaders.ACCEPT, "text/html,*/*"));
    web.perform(get("/tasks/1/form").servletPath("/tasks/1/form").session(session));
    web.perform(get("/anything").session(session).header(HttpHeaders.ACCEPT, "*/*"));
    web.perform(get("/anything").session(session).header("Sec-Fetch-Dest", "empty"));
    login(session, "returner", PASSWORD).andExpect(redirectedUrl("http://localhost/instruments"));
  }

  @Test
  void aLoginLeadsWhereOneWantedToGoUnderANewSession() throws Exception {
    clerk("wanderer");
    MockHttpSession session = new MockHttpSession();
    String before = session.getId();
    web.perform(get("/instruments").session(session));
    login(session, "wanderer", PASSWORD).andExpect(redirectedUrl("http://localhost/instruments"));
    assertThat(session.getId()).isNotEqualTo(before);
  }

  @Test
  void aLoginWithAWrongPasswordSaysSoOnThePage() throws Exception {
    clerk("sloppy");
    login(new MockHttpSession(), "sloppy", "mistaken").andExpect(redirectedUrl("/login?wrong"));
    web.perform(get("/login?wrong"))
        .andExpect(content().string(containsString("The name or the password is wrong.")));
    for (int guess = 1; guess < 5; guess++) {
      login(new MockHttpSession(), "sloppy", "mistaken");
    }
    login(new MockHttpSession(), "sloppy", PASSWORD).andExpect(redirectedUrl("/login?wait=2"));
    web.perform(get("/login?wait=2"))
        .andExpect(content().string(containsString("Try again in 2 seconds.")));
  }

  @Test
  void aLoginWithoutTokenBeginsAfresh() throws Exception {
    clerk("stale");
    web.perform(post("/login").param("username", "stale").param("password", PASSWORD))
        .andExpect(redirectedUrl("/login?again"));
  }

  @Test
  void aSessionEndsWhenThePasswordChangesOrTheAccountIsClosed() throws Exception {
    clerk("first");
    clerk("second");
    MockHttpSession first = loggedIn("first");
    MockHttpSession second = loggedIn("second");
    changePassword("first", "quite another password");
    disable("second");
    web.perform(get("/api/me").session(first)).andExpect(status().isUnauthorized());
    web.perform(get("/").session(second)).andExpect(redirectedUrl("http://localhost/login"));
  }

  @Test
  void pagesCarryAStrictPolicy() throws Exception {
    web.perform(get("/login").secure(true))
        .andExpect(
            header()
                .string(
                    "Content-Security-Policy",
                    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                        + " connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
                        + " base-uri 'none'; object-src 'none'"))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(header().string("Referrer-Policy", "same-origin"))
        .andExpect(header().exists("Strict-Transport-Security"));
  }

  private ResultActions withBasic(String name, String password) throws Exception {
    return web.perform(get("/api/me").with(httpBasic(name, password)));
  }

  private ResultActions withKey(String key) throws Exception {
    return web.perform(get("/api/me").header("Authorization", "Bearer " + key));
  }
}
