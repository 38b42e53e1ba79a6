package org.chancery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.chancery.instrument.Instruments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What pages do beside being read: with scripts in comfort, without them all the same. */
@ChanceryTest
class ComfortTest {

  @SuppressWarnings("NullAway.Init") // started before the first test
  private static Browser browser;

  private final List<String> faults = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired private Instruments instruments;
  @Autowired private Desk desk;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private BrowserContext window;

  @SuppressWarnings("NullAway.Init") // opened before each test
  private Page page;

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

  @BeforeEach
  void open() {
    enter(browser.window(1280), "mfaManager");
    Browser.watch(page, faults);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aFilterChangesTheListInPlace() {
    page.navigate(address("/instruments"));
    page.evaluate("window.same = true");
    page.getByLabel("Type").selectOption("MEMORANDUM");
    assertThat(page).hasURL(address("/instruments?type=MEMORANDUM"));
    assertThat(page.locator("#said")).hasText(Pattern.compile("\\d+ cases? shown"));
    for (String type : page.locator("#rows td[data-label=Type]").allInnerTexts()) {
      Assertions.assertThat(type).isEqualTo("Memorandum");
    }
    page.locator("#q").fill("no such title");
    assertThat(page.locator("#list .empty")).isVisible();
    Assertions.assertThat(page.evaluate("window.same")).isEqualTo(true);
    Assertions.assertThat(faults).isEmpty();
  }

  @Test
  void withoutScriptsAFilterIsSentByItsButton() {
    withoutScripts();
    page.navigate(address("/instruments"));
    page.locator("#type").selectOption("MEMORANDUM");
    page.locator(".search button").click();
    Assertions.assertThat(page.url()).contains("type=MEMORANDUM");
    assertThat(page.locator("#rows tr").first()).isVisible();
  }

  @Test
  void moreRowsComeAfterThoseThatAreThere() {
    for (int nth = 0; nth < 51; nth++) {
      desk.open(
          "mfaClerk",
          """
          {'type': 'ARRANGEMENT', 'title': {'en': 'One of many'}, 'responsibleBody': 'mfa',
           'parties': [{'code': 'AZ'}]}""");
    }
    page.navigate(address("/instruments?type=ARRANGEMENT"));
    int before = page.locator("#rows tr").count();
    page.locator("#more a").click();
    assertThat(page.locator("#more a")).hasCount(0);
    Assertions.assertThat(page.locator("#rows tr").count()).isGreaterThan(before);
    assertThat(page.locator("#rows tr").nth(before).locator("a").first()).isFocused();
    Assertions.assertThat(faults).isEmpty();
  }

  @Test
  void aPartThatTakesLongerThanASecondIsUnderWay() {
    page.navigate(address("/instruments"));
    List<Route> held = new ArrayList<>();
    page.route("**/instruments?*", held::add);
    page.getByLabel("Type").selectOption("MEMORANDUM");
    assertThat(page.locator("#waiting")).isVisible();
    held.get(0).resume();
    assertThat(page.locator("#waiting")).isHidden();
  }

  @Test
  void aPageThatTakesLongerThanASecondIsUnderWay() {
    page.navigate(address("/"));
    List<Route> held = new ArrayList<>();
    page.route("**/glossary", held::add);
    AtomicBoolean shown = new AtomicBoolean();
    page.onConsoleMessage(said -> shown.compareAndSet(false, said.text().equals("waits")));
    page.evaluate(
        "new MutationObserver(() => { if (!waiting.hidden) console.log('waits'); })"
            + ".observe(document.getElementById('waiting'), {attributes: true})");
    page.evaluate("setTimeout(() => document.querySelector('footer a').click())");
    page.waitForCondition(() -> !held.isEmpty() && shown.get());
    held.get(0).resume();
    page.waitForURL(address("/glossary"));
    assertThat(page.locator("#waiting")).isHidden();
  }

  @Test
  void aDownloadEndsTheWait() {
    page.navigate(address("/rules/thresholds"));
    Download file = page.waitForDownload(() -> page.locator(".tools a").last().click());
    Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
    page.waitForTimeout(1500);
    assertThat(page.locator("#waiting")).isHidden();
    Assertions.assertThat(page.evaluate("document.cookie").toString()).doesNotContain("waits");
  }

  @Test
  void lightOrDarkIsChosenWithoutScripts() {
    withoutScripts();
    page.navigate(address("/instruments?q=fibre"));
    page.getByRole(AriaRole.BUTTON, named("Dark")).click();
    Assertions.assertThat(page.url()).endsWith("/instruments?q=fibre");
    assertThat(page.locator("html")).hasAttribute("data-look", "dark");
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(19, 22, 27)");
    page.navigate(address("/rules"));
    assertThat(page.getByRole(AriaRole.BUTTON, named("Dark"))).hasAttribute("aria-pressed", "true");
    page.getByRole(AriaRole.BUTTON, named("Light")).click();
    assertThat(page.locator("body")).hasCSS("background-color", "rgb(247, 246, 242)");
  }

  @Test
  void everyLookIsOpenToAll() {
    String fibre = "/instruments/" + instruments.withSlug("caspian-fibre-optic").orElseThrow();
    for (String path : List.of("/", "/reports/overdue", "/instruments", fibre, "/glossary")) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
      page.navigate(address(path));
      Assertions.assertThat(violations()).as("%s in the dark", path).isEmpty();
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      Assertions.assertThat(violations()).as("%s in forced colours", path).isEmpty();
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
    }
  }

  @Test
  void onPaperThereIsNothingToClick() {
    page.navigate(address("/instruments"));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    for (Locator gone : page.locator(".top nav, .who, .search, footer").all()) {
      assertThat(gone).isHidden();
    }
    assertThat(page.locator("#rows tr").first()).hasCSS("display", "table-row");
  }

  @Test
  void onAWallThereIsNothingToTouch() {
    page.navigate(address("/reports/overdue?wall"));
    assertThat(page.locator("meta[http-equiv=refresh]")).hasAttribute("content", "300");
    assertThat(page.locator(".headlines")).isVisible();
    assertThat(page.locator("main .search")).isHidden();
  }

  /** The test of all pages looks at what the browser says; so it would see this. */
  @Test
  void aBreachOfThePolicyIsNoticed() {
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('style'), {textContent: 'p {}'}))");
    page.evaluate("document.body.setAttribute('onclick', 'go()')");
    page.waitForCondition(() -> faults.size() >= 2);
    Assertions.assertThat(faults).allMatch(fault -> fault.contains("Content Security Policy"));
  }

  private void withoutScripts() {
    window.close();
    enter(browser.windowWithoutScripts(1280), "mfaManager");
  }

  private void enter(BrowserContext fresh, String account) {
    window = fresh;
    page = window.newPage();
    page.navigate(address("/login?lang=en"));
    page.fill("#username", account);
    page.fill("#password", "demo");
    page.locator("main button").click();
  }

  private List<String> violations() {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
