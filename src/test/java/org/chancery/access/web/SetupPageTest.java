package org.chancery.access.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.chancery.access.AccessTest;
import org.chancery.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.ResultActions;

/** S13: the first administrator is made once, by whoever holds the secret of the day. */
class SetupPageTest extends AccessTest {

  @Test
  void theSecretMakesTheFirstAdministratorOnce() throws Exception {
    String secret = firstSecret();
    web.perform(get("/login")).andExpect(content().string(containsString("/setup")));
    web.perform(get("/setup")).andExpect(status().isOk());
    setUp(secret, "first", PASSWORD, PASSWORD).andExpect(redirectedUrl("/login?made"));
    web.perform(get("/api/me").with(httpBasic("first", PASSWORD))).andExpect(status().isOk());
    setUp(secret, "second", PASSWORD, PASSWORD).andExpect(status().isNotFound());
    web.perform(get("/setup")).andExpect(status().isNotFound());
  }

  @Test
  void theSecretIsGoodForADayAndTheNextStartShowsAnother() throws Exception {
    String old = firstSecret();
    clock.pass(Duration.ofHours(24));
    setUp(old, "first", PASSWORD, PASSWORD).andExpect(status().isNotFound());
    String fresh = firstSecret();
    refuses(setUp(old, "first", PASSWORD, PASSWORD), "The one-time secret is wrong");
    setUp(fresh, "first", PASSWORD, PASSWORD).andExpect(redirectedUrl("/login?made"));
  }

  @Test
  void guessingTheSecretCostsTimeAndIsSaidAlike() throws Exception {
    clock.pass(Duration.ofHours(1));
    String secret = firstSecret();
    for (int guess = 0; guess < 5; guess++) {
      refuses(setUp("guess " + guess, "first", PASSWORD, PASSWORD), "The one-time secret is wrong");
    }
    refuses(setUp(secret, "first", PASSWORD, PASSWORD), "too many wrong tries");
  }

  @Test
  void noAccountIsThereBefore() throws Exception {
    firstSecret();
    for (String name :
        new String[] {"admin", "demo", "mfaClerk", "registrar", "service", "house"}) {
      web.perform(get("/api/me").with(httpBasic(name, "demo")))
          .andExpect(status().isUnauthorized());
    }
  }

  @Test
  void thePageIsNotThereWithoutASecret() throws Exception {
    web.perform(get("/setup")).andExpect(status().isNotFound());
  }

  @Test
  void whoeverCameInBeforeLeavesThePageOpenUnlessSheIsAnAdministrator() throws Exception {
    String secret = firstSecret();
    clerk("somebody");
    web.perform(get("/setup")).andExpect(status().isOk());
    account("keeper", Role.ADMIN);
    web.perform(get("/setup")).andExpect(status().isNotFound());
    setUp(secret, "first", PASSWORD, PASSWORD).andExpect(status().isNotFound());
  }

  @Test
  void mistakesAreExplainedAndSpendNothing() throws Exception {
    String secret = firstSecret();
    refuses(setUp("mistaken", "first", PASSWORD, PASSWORD), "The one-time secret is wrong");
    refuses(setUp(secret, "first", PASSWORD, "another password"), "The two passwords differ");
    refuses(setUp(secret, "first", "short", "short"), "at least 12 characters");
    refuses(setUp(secret, "house", PASSWORD, PASSWORD), "belongs to the house itself");
    refuses(setUp(secret, "no name", PASSWORD, PASSWORD), "letters and digits");
    setUp(secret, "first", PASSWORD, PASSWORD).andExpect(redirectedUrl("/login?made"));
  }

  @Test
  void anUnfinishedFormIsABadRequest() throws Exception {
    firstSecret();
    web.perform(post("/setup").with(csrf()).param("name", "first"))
        .andExpect(status().isBadRequest());
  }

  private static void refuses(ResultActions answer, String because) throws Exception {
    answer.andExpect(status().isOk()).andExpect(content().string(containsString(because)));
  }

  private ResultActions setUp(String secret, String name, String password, String again)
      throws Exception {
    return web.perform(
        post("/setup")
            .with(csrf())
            .param("secret", secret)
            .param("name", name)
            .param("password", password)
            .param("again", again));
  }
}
