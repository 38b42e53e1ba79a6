package org.chancery.access;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.chancery.web.Catalogues;
import org.chancery.web.Glossary;
import org.chancery.web.Reading;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The module alone on an empty H2, without accounts; all its tests share one context. */
@SpringBootTest(
    classes = AccessTest.House.class,
    properties = {"chancery.demo=false", "camunda.bpm.enabled=false"})
@AutoConfigureMockMvc
public abstract class AccessTest {

  protected static final String PASSWORD = "a long password";

  @Autowired private JdbcClient jdbc;
  @Autowired private AccountBook book;
  @Autowired private ApiKeys keys;
  @Autowired private Installation installation;
  @Autowired protected TestClock clock;
  @Autowired protected MockMvc web;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry registry) {
    String url = "jdbc:h2:mem:access-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    registry.add("spring.datasource.url", () -> url);
  }

  @BeforeEach
  void empty() {
    for (String table :
        Arrays.asList(
            "feed_token",
            "api_key",
            "outside_login",
            "membership",
            "account_role",
            "account",
            "first_secret")) {
      jdbc.sql("delete from " + table).update();
    }
  }

  /** Makes a clerk of the ministry of energy. */
  protected final void clerk(String name) {
    account(name, Role.CLERK, "energy");
  }

  protected final void account(String name, Role role, String... bodies) {
    Set<BodyCode> codes = Set.copyOf(Arrays.stream(bodies).map(BodyCode::new).toList());
    book.add(new NewAccount(name, name, Set.of(role), codes), PASSWORD);
  }

  /** Makes a clerk of the ministry of energy whose password the house made, and answers it. */
  protected final String newcomer(String name) {
    return book.add(new NewAccount(name, name, Set.of(Role.CLERK), Set.of(new BodyCode("energy"))));
  }

  /** Has her choose the language for good. */
  protected final void speaks(String name, String language) {
    jdbc.sql("update account set language = ? where name = ?").params(language, name).update();
  }

  /** Sends the form of the login. */
  protected final ResultActions login(MockHttpSession session, String name, String password)
      throws Exception {
    return web.perform(
        post("/login")
            .session(session)
            .with(csrf())
            .param("username", name)
            .param("password", password));
  }

  /** A session that she has logged in with. */
  protected final MockHttpSession loggedIn(String name, String password) throws Exception {
    MockHttpSession session = new MockHttpSession();
    login(session, name, password).andExpect(redirectedUrl("/"));
    return session;
  }

  /** A session that she has logged in with, with the password of {@link #account}. */
  protected final MockHttpSession loggedIn(String name) throws Exception {
    return loggedIn(name, PASSWORD);
  }

  protected final void changePassword(String name, String password) {
    book.changePassword(name, password);
  }

  protected final void disable(String name) {
    book.enable(name, false);
  }

  protected final String key(String account) {
    return keys.add(account, NewKey.unlimited("a test")).secret().text();
  }

  protected final void revokeKeys() {
    keys.all().forEach(key -> keys.revoke(key.id()));
  }

  protected final String firstSecret() {
    return installation.open().orElseThrow().text();
  }

  /** The module, and one thing behind the door: who is there. */
  @EnableAutoConfiguration
  @ComponentScan(basePackageClasses = Accounts.class)
  @Import({Catalogues.class, Glossary.class, Reading.class})
  static class House {

    @Bean
    TestClock clock() {
      return new TestClock();
    }

    @Bean
    RouterFunction<ServerResponse> whoIsThere(Accounts accounts) {
      return RouterFunctions.route()
          .GET("/api/me", request -> name(accounts))
          .GET("/api/feeds/me", request -> name(accounts))
          .POST("/api/me", request -> name(accounts))
          .GET("/", request -> name(accounts))
          .build();
    }

    private static ServerResponse name(Accounts accounts) {
      return ServerResponse.ok().body(accounts.current().name());
    }
  }
}
