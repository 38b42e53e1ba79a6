package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.Browser;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Administrators keep accounts and keys, on pages and over REST; what they decide holds at once.
 */
@ChanceryTest
class PeoplePagesTest {

  private static final AtomicInteger NAMES = new AtomicInteger();
  private static final Pattern SHOWN =
      Pattern.compile("id=\"shown(?:key)?\"[^>]*value=\"([^\"]+)\"");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @Test
  void anAdministratorAddsAnAccountWhosePasswordIsShownOnce() {
    String name = name();
    HttpResponse<String> made =
        admin()
            .submit(
                "/people",
                "/people",
                "name",
                name,
                "displayName",
                "Leyla Əliyeva",
                "role",
                "CLERK",
                "body",
                "culture",
                "email",
                "leyla@culture.example");
    String password = shown(made);
    assertThat(basic("/api/instruments", name, password)).isNotEqualTo(401);
    assertThat(admin().get("/people/" + name).body())
        .contains("Leyla Əliyeva", "Clerk", "Account made")
        .doesNotContain(password);
    assertThat(admin().get("/people?q=leyla").body()).contains("href=\"/people/" + name + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"mfaManager", "registrar", "lawyer", "operator", "mddtClerk"})
  void nobodyElseKeepsAccounts(String account) {
    Guest guest = Guest.at(port, account);
    assertThat(guest.get("/").body()).doesNotContain("href=\"/people\"");
    assertThat(guest.get("/people").statusCode()).isEqualTo(403);
    assertThat(guest.get("/people/admin").statusCode()).isEqualTo(403);
    assertThat(guest.submit("/", "/people/admin/closing").statusCode()).isEqualTo(403);
    assertThat(guest.submit("/", "/people/admin/password").statusCode()).isEqualTo(403);
    Caller caller = Caller.at(port, account);
    assertThat(caller.get("/api/accounts").status()).isEqualTo(403);
    assertThat(caller.get("/api/accounts/admin/keys").status()).isEqualTo(403);
    assertThat(caller.post("/api/accounts/admin/keys", "{'label': 'mine'}").status())
        .isEqualTo(403);
  }

  @Test
  void whoIsClosedIsOutAtOnceWithEverythingSheHas() {
    String name = name();
    String password = add(name, "'CLERK'", "'culture'");
    String key = issue(name, "{'label': 'x', 'scope': 'WRITE'}");
    Guest inside = Guest.unknownAt(port);
    inside.submit("/login", "/login", "username", name, "password", password);
    assertThat(inside.get("/instruments").uri().getPath()).isNotEqualTo("/login");
    assertThat(basic("/api/instruments", name, password)).isEqualTo(200);
    assertThat(bearer("/api/instruments", key)).isEqualTo(200);

    admin().submit("/people/" + name, "/people/" + name + "/closing");
    assertThat(inside.get("/instruments").uri().getPath()).isEqualTo("/login");
    assertThat(inside.get("/camunda/app/tasklist/default/").uri().getPath()).isEqualTo("/login");
    assertThat(basic("/api/instruments", name, password)).isEqualTo(401);
    assertThat(bearer("/api/instruments", key)).isEqualTo(401);

    admin().submit("/people/" + name, "/people/" + name + "/opening");
    assertThat(basic("/api/instruments", name, password)).isEqualTo(200);
  }

  @Test
  void whoIsMovedSeesWithTheNextRequestWhatTheNewBodySees() {
    String reference =
        Caller.at(port, "cultureClerk")
            .post(
                "/api/instruments",
                "{'type': 'UNDERTAKING', 'title': {'en': 'Of culture'}, 'responsibleBody':"
                    + " 'culture', 'parties': [{'code': 'AZ'}]}")
            .header("Location");
    String name = name();
    String password = add(name, "'CLERK'", "'culture'");
    assertThat(basic(reference, name, password)).isEqualTo(200);
    Caller.Answer moved =
        rest().patch("/api/accounts/" + name, "{'bodies': ['health']}", "If-Match", "\"1\"");
    assertThat(moved.status()).isEqualTo(200);
    assertThat(moved.header("ETag")).isEqualTo("\"2\"");
    assertThat(basic(reference, name, password)).isEqualTo(404);
  }

  @Test
  void aChangeOfWhatWasChangedMeanwhileIsRefused() {
    String name = name();
    add(name, "'CLERK'", "'culture'");
    String path = "/api/accounts/" + name;
    assertThat(rest().patch(path, "{'email': null}").status()).isEqualTo(428);
    rest().patch(path, "{'email': 'a@culture.example'}", "If-Match", "\"1\"");
    assertThat(rest().patch(path, "{'email': null}", "If-Match", "\"1\"").status()).isEqualTo(412);
    assertThat(rest().patch(path, "{'roles': []}", "If-Match", "*").status()).isEqualTo(400);
    assertThat(rest().patch(path, "{'bodies': ['atlantis']}", "If-Match", "*").status())
        .isEqualTo(400);
    assertThat(rest().patch(path, "{'passwordHash': 'x'}", "If-Match", "*").status())
        .isEqualTo(400);
  }

  @Test
  void nobodyLocksHerselfOut() {
    HttpResponse<String> closed = admin().submit("/people/admin", "/people/admin/closing");
    assertThat(closed.statusCode()).isEqualTo(409);
    assertThat(closed.body()).contains("ask another administrator");
    assertThat(
            rest()
                .patch("/api/accounts/admin", "{'roles': ['OPERATOR']}", "If-Match", "*")
                .status())
        .isEqualTo(409);
    assertThat(admin().get("/people").statusCode()).isEqualTo(200);
  }

  @Test
  void aKeyThatOnlyReadsChangesNothing() {
    String name = name();
    add(name, "'CLERK'", "'culture'");
    String reader = issue(name, "{'label': 'x'}");
    String writer = issue(name, "{'label': 'x', 'scope': 'WRITE'}");
    String what = "{\"reference\": \"2026-000123-6\"}";
    assertThat(bearer("/api/instruments", reader)).isEqualTo(200);
    assertThat(post("/api/instruments", reader, what).statusCode()).isEqualTo(403);
    assertThat(post("/api/instruments", reader, what).body()).contains("only reads");
    String supposed =
        "{\"case\": {\"type\": \"UNDERTAKING\", \"title\": {\"en\": \"Supposed\"},"
            + " \"responsibleBody\": \"culture\", \"parties\": [{\"code\": \"AZ\"}]}}";
    assertThat(post("/api/what-if", reader, supposed).statusCode()).isEqualTo(200);
    assertThat(post("/api/instruments", writer, what).statusCode()).isEqualTo(400);
    assertThat(rest().get("/api/accounts/" + name + "/keys").body().toString())
        .contains("127.0.0.1")
        .doesNotContain(reader, writer, "hash");
  }

  @Test
  void aKeyHasNoMoreThanItsAccount() {
    String name = name();
    add(name, "'CLERK', 'ADMIN'", "'culture'");
    String keys = "/api/accounts/" + name + "/keys";
    String whole = issue(name, "{'label': 'x'}");
    String clerk = issue(name, "{'label': 'x', 'roles': ['CLERK']}");
    assertThat(bearer("/api/accounts", whole)).isEqualTo(200);
    assertThat(bearer("/api/accounts", clerk)).isEqualTo(403);
    assertThat(rest().post(keys, "{'label': 'x', 'roles': ['REGISTRAR']}").status()).isEqualTo(400);
    assertThat(rest().post(keys, "{'label': 'x', 'bodies': ['health']}").status()).isEqualTo(400);
    assertThat(rest().post(keys, "{'label': 'x', 'lastDay': '2026-11-20'}").status())
        .isEqualTo(400);
    rest().patch("/api/accounts/" + name, "{'roles': ['CLERK']}", "If-Match", "*");
    assertThat(bearer("/api/accounts", whole)).isEqualTo(403);
  }

  @Test
  void aKeyForOneBodySeesNeitherTheCasesNorTheTasksOfAnother() {
    String path =
        Caller.at(port, "mddtClerk")
            .post(
                "/api/instruments",
                "{'type': 'AGREEMENT', 'title': {'en': 'Of transport'}, 'responsibleBody': 'mddt',"
                    + " 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}")
            .header("Location");
    String name = name();
    add(name, "'CLERK'", "'culture', 'mddt'");
    String whole = issue(name, "{'label': 'x'}");
    String narrow = issue(name, "{'label': 'x', 'bodies': ['culture']}");
    assertThat(bearer(path, whole)).isEqualTo(200);
    assertThat(bearer(path, narrow)).isEqualTo(404);
    String tasks = send(request("/api/tasks?limit=200", "Bearer " + narrow).GET()).body();
    assertThat(tasks).contains("items").doesNotContain("Of transport");
    String all = send(request("/api/tasks?limit=200", "Bearer " + whole).GET()).body();
    assertThat(all).contains("Of transport");
  }

  @Test
  void aKeyIsRevokedOnceAndForAll() {
    String name = name();
    add(name, "'CLERK'", "'culture'");
    String key = issue(name, "{'label': 'x', 'lastDay': '2026-11-21'}");
    assertThat(bearer("/api/instruments", key)).isEqualTo(200);
    String keys = "/api/accounts/" + name + "/keys/";
    int id = rest().get("/api/accounts/" + name + "/keys").body().at("/items/0/id").asInt();
    assertThat(rest().delete(keys + id).status()).isEqualTo(204);
    assertThat(rest().delete(keys + id).status()).isEqualTo(204);
    assertThat(rest().delete(keys + 999_999).status()).isEqualTo(404);
    assertThat(bearer("/api/instruments", key)).isEqualTo(401);
  }

  @Test
  void aSecretIsNotToldAgainToWhoAsksWithTheSameIdempotencyKey() {
    String name = name();
    String body =
        "{'name': '%s', 'displayName': 'x', 'roles': ['CLERK'], 'bodies': []}".formatted(name);
    Caller.Answer made = rest().post("/api/accounts", body, "Idempotency-Key", name);
    assertThat(made.status()).isEqualTo(201);
    Caller.Answer again = rest().post("/api/accounts", body, "Idempotency-Key", name);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.body().toString())
        .contains("shown once")
        .doesNotContain(made.body().path("password").asText());
  }

  @Test
  void theJournalOfTheHouseIsReadByThoseWhoKeepIt() {
    String name = name();
    add(name, "'CLERK'", "'culture'");
    String path = "/api/journal?subject=account/" + name;
    for (String account : List.of("admin", "registrar")) {
      assertThat(Caller.at(port, account).get(path).body().at("/items/0/change").asText())
          .isEqualTo("ACCOUNT_ADDED");
    }
    assertThat(Caller.at(port, "lawyer").get("/api/journal").status()).isEqualTo(200);
    assertThat(Caller.at(port, "lawyer").get(path).status()).isEqualTo(403);
    assertThat(Caller.at(port, "mfaManager").get("/api/journal").status()).isEqualTo(403);
    Caller.Answer first = rest().get("/api/journal?limit=1");
    assertThat(first.body().path("items")).hasSize(1);
    assertThat(first.next()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "ar, 360", "az, 360", "kk, 360", "ru, 360", "tr, 360", "uz, 360"})
  void theyReadWellInABrowser(String language, int width) {
    String name = name();
    add(name, "'CLERK', 'MANAGER'", "'culture', 'mddt'");
    issue(name, "{'label': 'Nightly import', 'bodies': ['mddt'], 'lastDay': '2027-12-31'}");
    try (Browser browser = Browser.start();
        BrowserContext window = browser.windowWithoutScripts(width)) {
      Page page = window.newPage();
      page.navigate("http://localhost:" + port + "/login?lang=" + language);
      page.locator("input[name=username]").fill("admin");
      page.locator("input[name=password]").fill("demo");
      page.locator("main button[type=submit]").click();
      for (String path : List.of("/people", "/people/" + name)) {
        page.navigate("http://localhost:" + port + path);
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
        assertThat(page.content()).doesNotContain("??");
      }
      page.locator("form[action$='/password'] button").click();
      assertThat(page.locator("#shown").inputValue()).hasSize(20);
    }
    try (Browser browser = Browser.start();
        BrowserContext window = browser.window(width)) {
      looks(window.newPage(), language, name);
    }
  }

  private void looks(Page page, String language, String name) {
    page.navigate("http://localhost:" + port + "/login?lang=" + language);
    page.locator("input[name=username]").fill("admin");
    page.locator("input[name=password]").fill("demo");
    page.locator("main button[type=submit]").click();
    for (String path : List.of("/people", "/people/" + name)) {
      page.navigate("http://localhost:" + port + path);
      Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
      assertThat(((Number) wide).intValue()).as(path).isNotPositive();
      assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations()).as(path).isEmpty();
    }
  }

  private String add(String name, String roles, String bodies) {
    Caller.Answer made =
        rest()
            .post(
                "/api/accounts",
                "{'name': '%s', 'displayName': 'Somebody', 'roles': [%s], 'bodies': [%s]}"
                    .formatted(name, roles, bodies));
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(made.header("Location")).isEqualTo("/api/accounts/" + name);
    // As though she had chosen it herself since.
    jdbc.sql("update account set must_change = false where name = ?").param(name).update();
    return made.body().path("password").asText();
  }

  private String issue(String name, String key) {
    Caller.Answer issued = rest().post("/api/accounts/" + name + "/keys", key);
    assertThat(issued.status()).as("%s", issued.body()).isEqualTo(201);
    return issued.body().path("secret").asText();
  }

  private static String name() {
    return "somebody" + NAMES.incrementAndGet();
  }

  private static String shown(HttpResponse<String> page) {
    Matcher shown = SHOWN.matcher(page.body());
    assertThat(shown.find()).as(page.body()).isTrue();
    return shown.group(1);
  }

  private Guest admin() {
    return Guest.at(port, "admin");
  }

  private Caller rest() {
    return Caller.at(port, "admin");
  }

  private int basic(String path, String name, String password) {
    String login =
        Base64.getEncoder()
            .encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    return send(request(path, "Basic " + login).GET()).statusCode();
  }

  private int bearer(String path, String key) {
    return send(request(path, "Bearer " + key).GET()).statusCode();
  }

  private HttpResponse<String> post(String path, String key, String body) {
    return send(
        request(path, "Bearer " + key)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path, String login) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Authorization", login);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (java.io.IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
