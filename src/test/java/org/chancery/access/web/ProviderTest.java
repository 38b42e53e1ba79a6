package org.chancery.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.chancery.Browser;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** S11: people and programs come in by the word of a real OpenID provider, and by no other. */
@ChanceryTest
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:outside-test;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0",
      "camunda.bpm.generate-unique-process-engine-name=true",
      "camunda.bpm.generate-unique-process-application-name=true",
      "spring.security.oauth2.client.registration.ministry.client-id=chancery",
      "spring.security.oauth2.client.registration.ministry.client-secret=secret",
      "spring.security.oauth2.client.registration.ministry.client-name=the Ministry",
      "spring.security.oauth2.client.registration.ministry.scope=openid,profile",
      "spring.security.oauth2.resourceserver.jwt.audiences=chancery",
      "chancery.login.local=false",
      "chancery.login.ask=treaties@ministry.example",
      "chancery.oidc.roles.clerk=treaty-clerks",
      "chancery.oidc.roles.manager=treaty-managers, directors",
      "chancery.oidc.bodies.energy=staff-energy",
      "chancery.oidc.bodies.mddt=staff-mddt",
      "chancery.oidc.programs.portal=service",
      "chancery.oidc.programs.clerkish=mfaClerk"
    })
class ProviderTest {

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'A line across the strait'}, 'responsibleBody': 'energy',
       'parties': [{'code': 'AZ'}],
       'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'Laying of the line'}, 'body': 'energy',
          'due': '../2026-12-31'}]}""";

  private static final Provider PROVIDER = Provider.start();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private JdbcClient jdbc;
  @Autowired private Desk desk;
  @Autowired private ProcessEngine engine;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry registry) {
    registry.add("spring.security.oauth2.client.provider.ministry.issuer-uri", PROVIDER::issuer);
    registry.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", PROVIDER::issuer);
  }

  @AfterAll
  static void stop() {
    PROVIDER.close();
  }

  @BeforeEach
  void meet() {
    PROVIDER.serves(house());
  }

  @Test
  void oneLoginInTheBrowserServesPagesAndTaskList() {
    desk.open("energyClerk", CASE);
    PROVIDER.place("leyla", "treaty-clerks", "staff-energy");
    try (Browser browser = Browser.start();
        BrowserContext window = browser.window(1280)) {
      Page page = window.newPage();
      page.navigate(house() + "/parties");
      page.getByText("Log in with the Ministry").click();
      page.locator("[name=username]").fill("leyla");
      page.locator("[name=password]").fill(Provider.PASSWORD);
      page.locator("button[type=submit]").click();
      PlaywrightAssertions.assertThat(page).hasURL(house() + "/parties");
      PlaywrightAssertions.assertThat(page.locator("a.account")).hasText("Ms leyla");
      page.navigate(house() + "/camunda/app/tasklist/" + engine.getName() + "/");
      PlaywrightAssertions.assertThat(page.locator("li.task").first()).isVisible();
      page.navigate(house() + "/parties");
      page.locator("form.logout button").click();
      PlaywrightAssertions.assertThat(page).hasURL(house() + "/login?out");
      page.navigate(house() + "/oauth2/authorization/ministry");
      PlaywrightAssertions.assertThat(page).hasURL(PROVIDER.issuer() + "/login");
    }
  }

  @Test
  void groupsSayWhatOneMayDoAnewAtEachLogin() {
    PROVIDER.place("nigar", "treaty-clerks", "staff-energy", "canteen");
    Surfer surfer = new Surfer();
    assertThat(enter(surfer, "nigar").uri()).hasPath("/reports/waiting");
    assertThat(account("nigar").roles()).containsExactly(Role.CLERK);
    assertThat(account("nigar").bodies()).containsExactly(new BodyCode("energy"));
    PROVIDER.place("nigar", "directors", "staff-mddt");
    enter(new Surfer(), "nigar");
    assertThat(account("nigar").roles()).containsExactly(Role.MANAGER);
    assertThat(account("nigar").bodies()).containsExactly(new BodyCode("mddt"));
    assertThat(account("nigar").displayName()).isEqualTo("Ms nigar");
    PROVIDER.place("nigar");
    assertThat(enter(new Surfer(), "nigar").body()).contains("treaties@ministry.example");
    assertThat(account("nigar").roles()).isEmpty();
  }

  @Test
  void aStrangerIsToldWhomToAskAndGetsNoAccount() {
    PROVIDER.place("stranger", "canteen");
    HttpResponse<String> end = enter(new Surfer(), "stranger");
    assertThat(end.uri()).hasPath("/login").hasQuery("stranger");
    assertThat(end.body()).contains("Ask for it here: treaties@ministry.example");
    assertThat(accounts.find("stranger")).isEmpty();
  }

  @Test
  void aClosedAccountStaysOut() {
    PROVIDER.place("former", "treaty-clerks", "staff-energy");
    Surfer surfer = new Surfer();
    enter(surfer, "former");
    jdbc.sql("update account set enabled = false where name = 'former'").update();
    assertThat(surfer.look(house() + "/api/instruments").statusCode()).isEqualTo(401);
    assertThat(enter(new Surfer(), "former").uri()).hasPath("/login").hasQuery("stranger");
  }

  @Test
  void beingCalledLikeAnotherDoesNotOpenHerAccount() {
    PROVIDER.place("registrar", "treaty-clerks", "staff-energy");
    enter(new Surfer(), "registrar");
    assertThat(account("registrar2").roles()).containsExactly(Role.CLERK);
    assertThat(account("registrar").roles()).containsExactly(Role.REGISTRAR);
  }

  @Test
  void anAnswerThatTheHouseDidNotAskForIsRefused() {
    PROVIDER.place("victim", "treaty-clerks", "staff-energy");
    Surfer attacker = new Surfer();
    String callback = callback(attacker, "victim");
    Surfer victim = new Surfer();
    assertThat(victim.go(callback).uri()).hasPath("/login").hasQuery("elsewhere");
    isOutside(victim);
  }

  @Test
  void aCodeServesOnceAndAForeignStateNever() {
    PROVIDER.place("replayed", "treaty-clerks", "staff-energy");
    Surfer surfer = new Surfer();
    String callback = callback(surfer, "replayed");
    Surfer other = new Surfer();
    other.look(house() + "/oauth2/authorization/ministry");
    assertThat(other.go(callback).uri()).hasQuery("elsewhere");
    assertThat(surfer.go(callback.replaceAll("state=[^&]+", "state=forged")).uri())
        .hasQuery("elsewhere");
    isOutside(surfer);
    enter(surfer, "replayed");
    String used =
        surfer.way().stream().map(URI::toString).filter(this::isCallback).findFirst().orElseThrow();
    surfer.look(house() + "/oauth2/authorization/ministry");
    assertThat(new Surfer().go(used).uri()).hasQuery("elsewhere");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/login?continue=https://evil.example/",
        "/login?redirect_uri=https://evil.example/&next=//evil.example",
        "/oauth2/authorization/ministry?redirect_uri=https://evil.example/",
        "/oauth2/authorization/ministry?post_login=//evil.example/"
      })
  void noLoginLeadsOutOfTheHouse(String start) {
    PROVIDER.place("wanderer", "treaty-clerks", "staff-energy");
    Surfer surfer = new Surfer();
    surfer.go(house() + start);
    enter(surfer, "wanderer");
    assertThat(surfer.way()).extracting(URI::getHost).isSubsetOf("127.0.0.1", "localhost");
  }

  @Test
  void loginChangesTheSessionAndKeepsNoTokenOfTheProvider() {
    PROVIDER.place("fresh", "treaty-clerks", "staff-energy");
    Surfer surfer = new Surfer();
    HttpResponse<String> before = surfer.look(house() + "/login");
    String cookie = before.headers().firstValue("Set-Cookie").orElseThrow();
    String given = cookie.substring(0, cookie.indexOf(';'));
    enter(surfer, "fresh");
    HttpResponse<String> with = new Surfer().look(house() + "/api/instruments", "Cookie", given);
    assertThat(with.statusCode()).isEqualTo(401);
  }

  @Test
  void passwordsServeAdministratorsAlone() {
    Surfer surfer = new Surfer();
    HttpResponse<String> login = surfer.look(house() + "/login");
    assertThat(login.body()).contains("Administrators: log in with a password");
    assertThat(surfer.submit(login, "/login", "username", "mfaClerk", "password", "demo").uri())
        .hasPath("/login")
        .hasQuery("wrong");
    Surfer keeper = new Surfer();
    assertThat(
            keeper
                .submit(
                    keeper.look(house() + "/login"),
                    "/login",
                    "username",
                    "admin",
                    "password",
                    "demo")
                .uri())
        .hasPath("/");
  }

  @Test
  void aProgramComesInWithAValidToken() {
    assertThat(call(granted("portal"))).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"stray", "unknown", "clerkish"})
  void aProgramForAnotherHouseOrWithoutAccountOrWithAPersonsStaysOut(String program) {
    assertThat(call(granted(program))).isEqualTo(401);
  }

  @Test
  void expiredForgedAndUnsignedTokensAreRefused() throws Exception {
    assertThat(call(PROVIDER.sign(claims -> {}))).isEqualTo(200);
    Instant past = Instant.now().minusSeconds(600);
    refuses(claims -> claims.issuedAt(past).expiresAt(past.plusSeconds(300)));
    refuses(claims -> claims.notBefore(Instant.now().plusSeconds(600)));
    refuses(claims -> claims.issuer("https://evil.example"));
    refuses(claims -> claims.audience(List.of("another-house")));
    refuses(claims -> claims.audience(List.of()));
    refuses(claims -> claims.subject("service"));
    JWTClaimsSet said = SignedJWT.parse(PROVIDER.sign(claims -> {})).getJWTClaimsSet();
    assertThat(call(new PlainJWT(said).serialize())).isEqualTo(401);
    SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), said);
    forged.sign(new MACSigner("a secret that the provider does not know"));
    assertThat(call(forged.serialize())).isEqualTo(401);
    SignedJWT signed = SignedJWT.parse(PROVIDER.sign(claims -> {}));
    var other = Base64URL.encode(later(said).toString());
    Base64URL[] parts = signed.getParsedParts();
    assertThat(call(parts[0] + "." + other + "." + parts[2])).isEqualTo(401);
    assertThat(call("a.b.c")).isEqualTo(401);
  }

  private static JWTClaimsSet later(JWTClaimsSet said) {
    Date date = Date.from(Instant.now().plusSeconds(36_000));
    return new JWTClaimsSet.Builder(said).expirationTime(date).build();
  }

  private void refuses(java.util.function.Consumer<JwtClaimsSet.Builder> claims) {
    assertThat(call(PROVIDER.sign(claims))).isEqualTo(401);
  }

  /** The status of a call with the token. */
  private int call(String token) {
    return new Surfer()
        .look(house() + "/api/instruments", "Authorization", "Bearer " + token)
        .statusCode();
  }

  private static String granted(String program) {
    return PROVIDER.grant(program);
  }

  /** Logs in there, and comes to what she wanted to see. */
  private HttpResponse<String> enter(Surfer surfer, String person) {
    surfer.look(house() + "/reports/waiting");
    HttpResponse<String> there = surfer.go(house() + "/oauth2/authorization/ministry");
    return there.uri().toString().startsWith(house())
        ? there
        : surfer.submit(there, "/login", "username", person, "password", Provider.PASSWORD);
  }

  /** Logs in there, and stops before she comes back. */
  private String callback(Surfer surfer, String person) {
    HttpResponse<String> login = surfer.go(house() + "/oauth2/authorization/ministry");
    HttpResponse<String> back =
        surfer.post(login, "/login", "username", person, "password", Provider.PASSWORD);
    String next = back.headers().firstValue("Location").orElseThrow();
    return Stream.iterate(
            next, here -> surfer.look(here).headers().firstValue("Location").orElseThrow())
        .filter(this::isCallback)
        .findFirst()
        .orElseThrow();
  }

  private boolean isCallback(String address) {
    return address.startsWith(house() + "/login/oauth2/code/ministry?");
  }

  private void isOutside(Surfer surfer) {
    assertThat(surfer.look(house() + "/api/instruments").statusCode()).isEqualTo(401);
  }

  private Account account(String name) {
    return accounts.find(name).orElseThrow();
  }

  private String house() {
    return "http://127.0.0.1:" + port;
  }
}
