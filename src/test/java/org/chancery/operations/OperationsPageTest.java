package org.chancery.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chancery.Browser;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Faults;
import org.chancery.Guest;
import org.chancery.instrument.Reference;
import org.chancery.journal.HouseJournal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What was given up is seen and tried again by operators and administrators, and nobody else. */
@ChanceryTest
class OperationsPageTest {

  private static final AtomicInteger KEEPERS = new AtomicInteger();

  private static final String PAGE = "/operations";
  private static final String HTMX = "/webjars/htmx.org/2.0.10/dist/htmx.min.js";
  private static final String ALIVE = "/actuator/health/liveness";
  private static final Pattern JOB = Pattern.compile("<code class=\"hash\" dir=\"ltr\">([^<]+)<");
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired RuntimeService runtime;
  @Autowired ManagementService management;
  @Autowired HouseJournal journal;
  @Autowired PlatformTransactionManager transactions;

  @SuppressWarnings("NullAway.Init") // made before each test
  private GivenUpFixture fixture;

  @BeforeEach
  void make() {
    clear();
    fixture = new GivenUpFixture(runtime, management, jdbc, transactions);
  }

  /** Other tests find no incident of these. */
  @AfterEach
  void clear() {
    management.createJobQuery().noRetriesLeft().list().stream()
        .map(job -> job.getProcessInstanceId())
        .filter(Objects::nonNull)
        .distinct()
        .forEach(instance -> runtime.deleteProcessInstance(instance, "a test"));
  }

  @Test
  void showsWhatWasGivenUpAndHasItTriedAgain() {
    String job = fixture.job();
    Guest operator = Guest.at(port, "operator");
    assertThat(operator.get(PAGE).body())
        .contains(job, "Every case is judged anew", "Clear earlier sweeps away", "Attempts: 3");
    HttpResponse<String> tried = operator.submit(PAGE, PAGE, "job", job);
    assertThat(tried.statusCode()).isEqualTo(200);
    assertThat(tried.body()).contains("Being tried again: 1").doesNotContain(job);
    assertThat(fixture.triesLeft(job)).isEqualTo(3);
    assertThat(journal.newest(Jobs.subject(job), 9))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.account()).isEqualTo("operator");
              assertThat(entry.change()).isEqualTo("JOB_TRIED_AGAIN");
              assertThat(entry.before()).contains("\"sweep\"", "\"triesLeft\":0");
              assertThat(entry.after()).contains("\"triesLeft\":3");
            });
  }

  @Test
  void whatIsGoneAlreadyIsToldAndNotTriedAgain() {
    String job = fixture.job();
    Guest operator = Guest.at(port, "operator");
    operator.submit(PAGE, PAGE, "job", job);
    for (String gone : List.of(job, "no-such-job", "'; --")) {
      HttpResponse<String> again = operator.submit(PAGE, PAGE, "job", gone);
      assertThat(again.statusCode()).as(gone).isEqualTo(409);
      assertThat(again.body()).containsAnyOf("No longer given up: 1", "Nothing was chosen");
    }
    assertThat(journal.newest(Jobs.subject(job), 9)).hasSize(1);
  }

  @Test
  void ofSeveralWhoTryTheSameAgainOneDoes() throws Exception {
    String job = fixture.job();
    List<Guest> operators = List.of(Guest.at(port, "operator"), Guest.at(port, "admin"));
    ExecutorService both = Executors.newFixedThreadPool(2);
    List<Integer> answers = new ArrayList<>();
    try {
      List<Callable<Integer>> tries = new ArrayList<>();
      operators.forEach(each -> tries.add(() -> each.submit(PAGE, PAGE, "job", job).statusCode()));
      for (Future<Integer> answer : both.invokeAll(tries)) {
        answers.add(answer.get());
      }
    } finally {
      both.shutdown();
    }
    assertThat(answers).containsExactlyInAnyOrder(200, 409);
    assertThat(journal.newest(Jobs.subject(job), 9)).hasSize(1);
  }

  @Test
  void saysInPlainWordsWhyAndKeepsTheCaseFromWhoMayNotSeeIt() {
    Reference reference = desk.open("mddtClerk", CASE);
    String facts = facts(reference, "{}");
    try {
      String job = fixture.jobOf(reference);
      String seen = Guest.at(port, "operator").get(PAGE).body();
      assertThat(seen)
          .contains(job, "Judge a case that is left", "a case that you may not see")
          .contains("met with what it cannot cope with")
          .doesNotContain(reference.value(), "Exception", "org.chancery", "java.");
      facts(reference, facts);
      assertThat(Guest.at(port, keeper()).get(PAGE).body())
          .contains(job, "href=\"/instruments/" + reference + "\"")
          .doesNotContain("a case that you may not see");
    } finally {
      facts(reference, facts);
    }
  }

  @Test
  void isReadPageByPageAndAllOfAPageIsTriedAgain() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < Jobs.ON_A_PAGE + 1; i++) {
      made.add(fixture.job());
    }
    Guest operator = Guest.at(port, "operator");
    String first = operator.get(PAGE).body();
    String next = first.replaceAll("(?s).*<a rel=\"next\" href=\"([^\"]+)\".*", "$1");
    String second = operator.get(next).body();
    List<String> seen = new ArrayList<>(jobs(first));
    assertThat(seen).hasSize(Jobs.ON_A_PAGE);
    seen.addAll(jobs(second));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(made);
    assertThat(second).doesNotContain("rel=\"next\"");
    List<String> fields = new ArrayList<>();
    jobs(first).forEach(job -> fields.addAll(List.of("job", job)));
    assertThat(operator.submit(PAGE, PAGE, fields.toArray(String[]::new)).body())
        .contains("Being tried again: " + Jobs.ON_A_PAGE);
    assertThat(jobs(operator.get(PAGE).body())).isEqualTo(jobs(second));
  }

  @Test
  void aPlaceThatIsNoneShowsTheFirstPageAndSaysSo() {
    HttpResponse<String> page = Guest.at(port, "operator").get(PAGE + "?after=nowhere");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("nowhere", "Nothing was given up");
  }

  @Test
  void tellsHowTheHouseStands() {
    assertThat(Guest.at(port, "admin").get(PAGE).body())
        .contains("All cases last judged", "Last root of the journals", "Messages to be sent")
        .contains("none is set: nobody is sent mail", "answers", "Free on the disk")
        .doesNotContain("??", "NaN");
  }

  /** Who has logged in; who has not is led to the login, which is away like all else. */
  @ParameterizedTest
  @CsvSource({
    "en, The database does not answer",
    "az, Verilənlər bazası cavab vermir",
    "kk, Дерекқор жауап бермейді",
    "ru, База данных не отвечает",
    "tr, Veritabanı yanıt vermiyor",
    "uz, Maʼlumotlar bazasi javob bermayapti",
    "ar, قاعدة البيانات لا تستجيب"
  })
  void saysThatTheDatabaseIsAwayAndWhatToLookAt(String language, String said) {
    String job = fixture.job();
    Guest operator = Guest.at(port, "operator");
    HttpResponse<String> page;
    HttpResponse<String> other;
    HttpResponse<String> stranger;
    Faults.away(true);
    try {
      page = operator.get(PAGE, language);
      other = operator.get("/instruments", language);
      stranger = Guest.unknownAt(port).get(PAGE, language);
    } finally {
      Faults.away(false);
    }
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.headers().firstValue("Retry-After")).hasValue("5");
    assertThat(page.body())
        .contains("<h1>" + said + "</h1>", "<title>" + said)
        .contains("href=\"/actuator/health/readiness\"", "href=\"/actuator/health/liveness\"")
        .contains("href=\"/operations\"")
        .doesNotContain("??", job, "Exception", "jdbc:");
    for (HttpResponse<String> each : List.of(other, stranger)) {
      assertThat(each.statusCode()).isEqualTo(503);
      assertThat(each.body()).doesNotContain(said, "/actuator/");
    }
    assertThat(operator.get(PAGE).statusCode()).isEqualTo(200);
    assertThat(operator.get(PAGE).body()).contains(job);
  }

  /** A session asks the database who stands behind it; what is the same for all does not. */
  @Test
  void whatThePageIsMadeOfAndPointsToIsThereWhileTheDatabaseIsAway() {
    Guest operator = Guest.at(port, "operator");
    Faults.away(true);
    try {
      for (String path : List.of("/chancery.css", "/page.js", "/favicon.svg", HTMX, ALIVE)) {
        assertThat(operator.getAnything(path).statusCode()).as(path).isEqualTo(200);
      }
      HttpResponse<String> ready = operator.getAnything("/actuator/health/readiness");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).isEqualTo("{\"status\":\"DOWN\"}");
    } finally {
      Faults.away(false);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mddtClerk", "mfaManager", "registrar", "lawyer", "service"})
  void nobodyElseIsLetIn(String account) {
    Guest guest = Guest.at(port, account);
    assertThat(guest.get("/").body()).doesNotContain("href=\"/operations\"");
    assertThat(guest.get(PAGE).statusCode()).isEqualTo(403);
    assertThat(guest.submit("/", PAGE, "job", "x").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"en, 1280", "az, 360", "ar, 360"})
  void readsWellInABrowser(String language, int width) {
    fixture.job();
    fixture.job();
    String address = "http://localhost:" + port;
    try (Browser browser = Browser.start();
        BrowserContext window = browser.window(width)) {
      Page page = window.newPage();
      page.navigate(address + "/login?lang=" + language);
      page.locator("input[name=username]").fill("operator");
      page.locator("input[name=password]").fill("demo");
      page.locator("main button[type=submit]").click();
      page.navigate(address + PAGE);
      readsWell(page);
      page.locator("main form button").last().click();
      PlaywrightAssertions.assertThat(page.locator("main .notice.good")).hasCount(2);
      Faults.away(true);
      page.navigate(address + PAGE);
      PlaywrightAssertions.assertThat(page.locator("main .notice li")).hasCount(4);
      readsWell(page);
    } finally {
      Faults.away(false);
    }
  }

  private static void readsWell(Page page) {
    assertThat(page.content()).doesNotContain("??");
    Object wide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    assertThat(((Number) wide).intValue()).isNotPositive();
    assertThat(new AxeBuilder(page).withTags(WCAG).analyze().getViolations()).isEmpty();
  }

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Cannot be judged'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2026-11-21', 'body': 'mddt'}]}""";

  /** Somebody who keeps the machine going and the register, too. */
  private String keeper() {
    String name = "keeper" + KEEPERS.incrementAndGet();
    Caller admin = Caller.at(port, "admin");
    Caller.Answer made =
        admin.post(
            "/api/accounts",
            "{'name': '%s', 'displayName': 'K', 'roles': ['OPERATOR', 'REGISTRAR'], 'bodies': []}"
                .formatted(name));
    assertThat(made.status()).isEqualTo(201);
    jdbc.sql(
            """
            update account set must_change = false,
              password_hash = (select password_hash from account where name = 'operator')
            where name = ?""")
        .param(name)
        .update();
    return name;
  }

  private String facts(Reference reference, String instead) {
    String before =
        jdbc.sql("select description from instrument where reference = ?")
            .param(reference.value())
            .query(String.class)
            .single();
    jdbc.sql("update instrument set description = ? where reference = ?")
        .params(instead, reference.value())
        .update();
    return before;
  }

  private static List<String> jobs(String page) {
    return JOB.matcher(page).results().map((MatchResult each) -> each.group(1)).toList();
  }
}
