package org.chancery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A calendar program comes in by its person's token, and by nothing else. */
class FeedLoginTest extends AccessTest {

  @Autowired private FeedTokens tokens;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;

  @BeforeEach
  void someone() {
    clerk("aysel");
  }

  @Test
  void aTokenOpensTheFeedForItsPersonAndLeavesNoSession() throws Exception {
    read(token())
        .andExpect(status().isOk())
        .andExpect(content().string("aysel"))
        .andExpect(result -> assertThat(result.getRequest().getSession(false)).isNull())
        .andExpect(header().doesNotExist(HttpHeaders.SET_COOKIE));
  }

  @Test
  void aTokenOpensNothingElse() throws Exception {
    web.perform(get("/api/me").param("token", token())).andExpect(status().isUnauthorized());
  }

  @Test
  void whoHasAnotherKeyButNoTokenFindsNothing() throws Exception {
    String key = key("aysel");
    web.perform(get("/api/feeds/me").header(HttpHeaders.AUTHORIZATION, "Bearer " + key))
        .andExpect(status().isNotFound());
    web.perform(get("/api/feeds/me").session(new MockHttpSession()))
        .andExpect(status().isNotFound());
    read("").andExpect(status().isNotFound());
    read(key).andExpect(status().isNotFound());
  }

  @Test
  void aRevokedTokenFindsNothing() throws Exception {
    String token = token();
    accounts.as(aysel(), () -> revoked());
    read(token).andExpect(status().isNotFound());
  }

  @Test
  void aNewTokenTakesThePlaceOfTheOld() throws Exception {
    String old = token();
    String young = token();
    read(old).andExpect(status().isNotFound());
    read(young).andExpect(status().isOk());
  }

  @Test
  void theTokenOfWhoMayNotLogInFindsNothing() throws Exception {
    String token = token();
    disable("aysel");
    read(token).andExpect(status().isNotFound());
  }

  @Test
  void onlyTheHashIsKept() {
    String token = token();
    assertThat(jdbc.sql("select hash from feed_token").query(String.class).single())
        .isEqualTo(Secret.sha256(token))
        .isNotEqualTo(token);
    assertThat(token).hasSize(43);
  }

  @Test
  void itIsKnownWhenTheCalendarWasLastRead() throws Exception {
    String token = token();
    assertThat(current().lastUsedAt()).isNull();
    read(token);
    assertThat(current().lastUsedAt()).isEqualTo(clock.instant());
  }

  @Test
  void manyWrongTokensFromOneAddressCostTime() throws Exception {
    for (int i = 0; i < 50; i++) {
      web.perform(get("/api/feeds/me").param("token", "wrong" + i).with(from("10.9.8.7")))
          .andExpect(status().isNotFound());
    }
    String token = token();
    web.perform(get("/api/feeds/me").param("token", token).with(from("10.9.8.7")))
        .andExpect(status().isTooManyRequests())
        .andExpect(header().exists(HttpHeaders.RETRY_AFTER));
    web.perform(get("/api/feeds/me").param("token", token).with(from("10.9.8.8")))
        .andExpect(status().isOk());
    clock.pass(Duration.ofMinutes(2));
    web.perform(get("/api/feeds/me").param("token", token).with(from("10.9.8.7")))
        .andExpect(status().isOk());
  }

  private ResultActions read(String token) throws Exception {
    return web.perform(get("/api/feeds/me").param("token", token));
  }

  private String token() {
    return accounts.as(aysel(), tokens::make);
  }

  private FeedToken current() {
    return accounts.as(aysel(), () -> tokens.current().orElseThrow());
  }

  private boolean revoked() {
    tokens.revoke();
    return tokens.current().isEmpty();
  }

  private Account aysel() {
    return accounts.find("aysel").orElseThrow();
  }

  private static RequestPostProcessor from(String address) {
    return (MockHttpServletRequest request) -> {
      request.setRemoteAddr(address);
      return request;
    };
  }
}
