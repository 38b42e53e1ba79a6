package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.NewDecision;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every page in a real browser: in each language, wide and narrow, with each fold open. */
@ChanceryTest
class PagesTest {

  private static final List<String> LANGUAGES = List.of("en", "az", "ar");
  private static final List<Integer> WIDTHS = List.of(1280, 360);
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  @SuppressWarnings("NullAway.Init") // started before the first test
  private static Browser browser;

  @LocalServerPort int port;
  @Autowired private Instruments instruments;
  @Autowired private Desk desk;
  @Autowired private Deciding deciding;

  @BeforeAll
  static void start() {
    browser = Browser.start();
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  static Stream<Arguments> languagesAndWidths() {
    return LANGUAGES.stream()
        .flatMap(language -> WIDTHS.stream().map(width -> Arguments.of(language, width)));
  }

  @ParameterizedTest
  @MethodSource("languagesAndWidths")
  void everyPageReadsWellAndIsOpenToAll(String language, int width) {
    List<String> faults = new ArrayList<>();
    try (BrowserContext window = browser.window(width)) {
      Page page = window.newPage();
      page.onConsoleMessage(
          message -> {
            if (message.type().equals("error")) {
              faults.add(page.url() + ": " + message.text());
            }
          });
      page.onPageError(error -> faults.add(page.url() + ": " + error));
      page.navigate(address("/login?lang=" + language));
      look(page, language, faults);
      logIn(page, "mfaManager");
      for (String path : paths()) {
        page.navigate(address(path));
        look(page, language, faults);
      }
      List<String> noted = List.copyOf(faults);
      for (String path : refusals()) {
        page.navigate(address(path));
        look(page, language, faults);
      }
      faults.removeIf(fault -> !noted.contains(fault) && fault.contains("Failed to load resource"));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void theDrawingMarksTheStepTheCaseStandsAt() {
    try (BrowserContext window = browser.window(1280)) {
      Page page = window.newPage();
      page.navigate(address("/login?lang=en"));
      logIn(page, "mddtClerk");
      page.navigate(address(fibre()));
      page.locator(".diagram.drawn .djs-element.here").first().waitFor();
      assertThat(page.locator("figcaption").allInnerTexts().toString())
          .contains("Carry out the measure");
    }
  }

  @Test
  void theReportIsReadAsItWasSaidOnADay() {
    try (BrowserContext window = browser.window(1280)) {
      Page page = window.newPage();
      page.navigate(address("/login?lang=en"));
      logIn(page, "mfaManager");
      page.navigate(address("/reports/overdue"));
      page.getByLabel("As of").fill("2026-11-20");
      page.getByLabel("As it was said then").check();
      page.locator("main form.search button").click();
      assertThat(page.url()).contains("asOf=2026-11-20", "knownAt=2026-11-20T19:59:59.999999Z");
      assertThat(page.locator("main").innerText())
          .contains("As it was known on 20 Nov 2026, 23:59");
      PlaywrightAssertions.assertThat(page.getByLabel("As it was said then")).isChecked();
    }
  }

  @Test
  void aCaseIsOpenedByKeyboardAndMouse() {
    try (BrowserContext window = browser.window(1280)) {
      Page page = window.newPage();
      page.navigate(address("/login?lang=en"));
      logIn(page, "mddtClerk");
      page.navigate(address("/instruments/new"));
      page.getByLabel("Type").selectOption("AGREEMENT");
      page.getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("English"))
          .fill("Agreement opened in a browser");
      page.getByLabel("Party 1").fill("AZ");
      page.getByLabel("Responsible body").selectOption("mddt");
      page.locator("main button").click();
      assertThat(page.locator(".refusal").innerText()).contains("Parties");
      page.getByLabel("Party 2").fill("TR");
      page.locator("main button").click();
      assertThat(page.locator("h1").innerText()).isEqualTo("Agreement opened in a browser");
    }
  }

  private List<String> paths() {
    String fibre = fibre();
    String decided = decided();
    String paper = onPaper().value();
    return List.of(
        "/",
        "/reports/overdue",
        "/reports/overdue?asOf=2027-01-01&status=OVERDUE&status=SEVERELY_OVERDUE",
        "/reports/overdue?asOf=2026-11-21&knownAt=2026-11-21T07:00:00Z&becameOverdueSince=2026-11-01",
        "/instruments",
        "/instruments?q=fibre",
        fibre,
        fibre + "/edit",
        decided,
        decided + "/milestones/1/extensions",
        decided + "/milestones/1/waivers",
        decided + "/milestones/1/suspensions",
        trade(),
        "/instruments/new",
        "/me",
        "/rules",
        "/rules/thresholds",
        "/rules/thresholds/1",
        "/instruments/" + paper,
        "/q/" + paper,
        fibre + "/journal",
        "/reports/waiting",
        "/reports/timeline",
        "/reports/pictures",
        "/reports/stages",
        "/parties",
        "/parties/KZ",
        "/bodies",
        "/bodies/mddt",
        "/instruments/" + paper + "/routing-slip",
        "/instruments/" + paper + "/label");
  }

  /** Pages that refuse; a browser notes their status as an error of its own. */
  private static List<String> refusals() {
    return List.of("/reports/overdue?status=LATE", "/instruments/2026-000123-7", "/nothing/here");
  }

  private void look(Page page, String language, List<String> faults) {
    page.waitForLoadState(LoadState.LOAD);
    PlaywrightAssertions.assertThat(page.locator(".diagram:not(.drawn)")).hasCount(0);
    for (Locator fold : page.locator("main details").all()) {
      fold.evaluate("fold => fold.open = true");
    }
    String where = page.url() + " (" + language + ", " + page.viewportSize().width + ")";
    Object html = page.evaluate("[document.documentElement.lang, document.documentElement.dir]");
    assertThat(html).isEqualTo(List.of(language, language.equals("ar") ? "rtl" : "ltr"));
    Object tooWide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (((Number) tooWide).intValue() > 0) {
      faults.add(where + " is " + tooWide + " px too wide");
    }
    if (!language.equals("az")) {
      new AxeBuilder(page)
          .withTags(WCAG).analyze().getViolations().stream()
              .map(rule -> where + " " + rule.getId() + ": " + rule.getNodes().get(0).getHtml())
              .forEach(faults::add);
    }
  }

  private static void logIn(Page page, String account) {
    page.fill("#username", account);
    page.fill("#password", "demo");
    page.locator("main button").click();
  }

  private String fibre() {
    return "/instruments/" + instruments.withSlug("caspian-fibre-optic").orElseThrow();
  }

  /** A case on whose deadlines all was decided that can be. */
  private String decided() {
    Reference reference =
        desk.open(
            "mfaClerk",
            """
            {'type': 'UNDERTAKING', 'title': {'en': 'Decided upon'}, 'responsibleBody': 'mfa',
             'parties': [{'code': 'AZ'}],
             'milestones': [{'kind': 'REPORT', 'due': '../2026-10-31'}]}""");
    StatedDate later = new StatedDate("2026-11-10");
    for (NewDecision decision :
        List.of(
            new NewDecision.Extension(later, "A late answer", "Order 7"),
            new NewDecision.Suspension(later, null, "An inquiry", "Order 8"),
            new NewDecision.Waiver("No longer asked for", "Order 9"))) {
      desk.as("mfaDeputy", () -> deciding.decide(reference, 1, decision));
    }
    return "/instruments/" + reference;
  }

  /** A case with an original that is under way to the treaty department. */
  private Reference onPaper() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'On paper', 'az': 'Kağız üzərində', 'ar': 'على الورق'},
             'authenticLanguages': ['az', 'kk'], 'responsibleBody': 'mddt',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""");
    for (String act :
        List.of(
            "{'kind': 'REGISTERED', 'party': 'AZ', 'languages': ['az', 'kk'], 'on': '2026-11-02',"
                + " 'holder': {'body': 'mddt'}}",
            "{'kind': 'HANDED_OVER', 'original': 1, 'on': '2026-11-20', 'holder': {'body': 'mfa'}}",
            "{'kind': 'REGISTERED', 'party': 'KZ', 'on': '2026-11-02',"
                + " 'holder': {'outside': 'Қазақстан Республикасының Сыртқы істер министрлігі'}}")) {
      assertThat(
              Caller.at(port, "mddtClerk")
                  .post("/api/instruments/" + reference + "/custody", act)
                  .status())
          .isEqualTo(201);
    }
    return reference;
  }

  private String trade() {
    return "/instruments/" + instruments.withSlug("trade-turnover-target").orElseThrow();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
