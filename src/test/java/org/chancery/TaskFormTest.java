package org.chancery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.chancery.document.Documents;
import org.chancery.instrument.Event;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk answers the draft of another ministry in the task list, in a real browser. */
@ChanceryTest
class TaskFormTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'responsibleBody': 'mddt', 'participatingBodies': ['energy'],
       'title': {'en': 'Agreement on a cable beneath the Caspian Sea',
                 'az': 'Xəzər dənizinin dibi ilə kabel haqqında Saziş',
                 'ar': 'اتفاق بشأن كابل تحت بحر قزوين'},
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'authenticLanguages': ['az', 'kk'],
       'milestones': [{'kind': 'CLEARANCE', 'body': 'energy', 'due': '2026-11-10',
                       'source': {'outlet': 'Letter 4-12', 'date': '2026-10-27'}}],
       'events': [{'kind': 'DRAFTED', 'on': '2026-10-20', 'remark': 'Second reading of the text'},
                  {'kind': 'EXPERTISE_GIVEN', 'on': '2026-10-26'}]}""";
  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
  private static final int PATIENCE = 60_000;
  private static final byte[] SCAN =
      "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
          .getBytes(StandardCharsets.US_ASCII);

  @SuppressWarnings("NullAway.Init") // started before the first test
  private static Browser browser;

  @LocalServerPort int port;
  @Autowired private Desk desk;
  @Autowired private Instruments instruments;
  @Autowired private Documents documents;
  private BrowserContext window;
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
    window = browser.window(1500);
    window.setDefaultTimeout(PATIENCE);
    page = window.newPage();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @CsvSource({
    "az, ltr, 'Xəzər dənizinin dibi', '21 noy 2026'",
    "ar, rtl, 'اتفاق بشأن كابل', '21 نوفمبر 2026'"
  })
  void aClerkIsRefusedUploadsAScanAndCompletes(
      String language, String direction, String title, String day) {
    Reference reference = desk.open("mddtClerk", CASE);
    openTask(reference, language);
    assertThat(sheet()).hasAttribute("dir", direction);
    assertThat(sheet()).containsText(title);
    look(language, "unclaimed");
    page.locator("[data-claim]").click();
    assertThat(complete()).isEnabled();

    field("remark").locator("textarea").fill("§ 4");
    page.locator("#step-on").fill("21.11.2027");
    assertThat(page.locator("#step-on-read")).containsText("2027");
    complete().click();
    assertThat(fault("answer")).isVisible();
    look(language, "refused");
    Assertions.assertThat(desk.waitsAt(reference)).contains("clear");

    page.locator("input[value=CLEARED_WITH_REMARKS]").check();
    complete().click();
    assertThat(fault("on")).isVisible();
    assertThat(page.locator("#step-on")).isFocused();
    assertThat(page.locator("#step-remark")).hasValue("§ 4");

    upload("scan.pdf", "no scan at all".getBytes(StandardCharsets.UTF_8));
    assertThat(fault("scan")).isVisible();
    look(language, "refused-again");
    upload("scan.pdf", SCAN);
    assertThat(field("scan").locator(".read")).containsText("scan.pdf");
    page.locator("#step-on").fill("21.11.2026");
    assertThat(page.locator("#step-on-read")).containsText(day);
    check(language);
    look(language, "filled-in");
    complete().click();
    assertThat(sheet()).isHidden();

    Event event = last(reference);
    Assertions.assertThat(event.remark()).isEqualTo("§ 4");
    Assertions.assertThat(event.on().edtf()).isEqualTo("2026-11-21");
    Assertions.assertThat(documents.find(reference, 1).orElseThrow().event()).isEqualTo(event.id());
  }

  @Test
  void theKeyboardAloneIsEnough() {
    Reference reference = desk.open("mddtClerk", CASE);
    openTask(reference, "en");
    check("en");
    tabTo("[data-claim]");
    page.keyboard().press("Enter");
    assertThat(complete()).isEnabled();
    tabTo("input[name=answer]");
    page.keyboard().press("Space");
    tabTo("#step-on");
    page.keyboard().type("2026-11");
    assertThat(page.locator("#step-on-read")).containsText("2026-11");
    check("en");
    look("en", "by-keyboard");
    tabTo(".form-actions .btn-primary");
    page.keyboard().press("Enter");
    assertThat(sheet()).isHidden();
    Assertions.assertThat(last(reference).on().edtf()).isEqualTo("2026-11");
  }

  @Test
  void nothingTypedIsLostWhenTheSessionEnds() {
    Reference reference = desk.open("mddtClerk", CASE);
    openTask(reference, "en");
    page.locator("#step-remark").fill("Kept on the server");
    assertThat(page.locator("[data-kept]")).isVisible();
    window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    page.locator("#step-remark").fill("Typed when the session had ended");
    assertThat(page.locator(".sheet .ended")).isVisible();
    look("en", "session-ended");

    Page login = window.waitForPage(() -> page.locator(".ended a").click());
    fillIn(login);
    login.close();
    page.bringToFront();
    page.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(page.locator("#step-remark")).hasValue("Typed when the session had ended");
    assertThat(page.locator(".sheet .ended")).isHidden();
  }

  @Test
  void theTaskIsCompletedAfterALoginInAnotherTab() {
    Reference reference = filledIn();
    window.clearCookies(new BrowserContext.ClearCookiesOptions().setName("JSESSIONID"));
    complete().click();
    assertThat(page.locator(".sheet .ended")).isVisible();
    fillIn(window.waitForPage(() -> page.locator(".ended a").click()));
    page.evaluate("dispatchEvent(new Event('focus'))");
    assertThat(page.locator(".sheet .ended")).isHidden();
    complete().click();
    assertThat(sheet()).isHidden();
    Assertions.assertThat(last(reference).on().edtf()).isEqualTo("2026-11-21");
  }

  private Reference filledIn() {
    Reference reference = desk.open("mddtClerk", CASE);
    openTask(reference, "en");
    page.locator("[data-claim]").click();
    assertThat(complete()).isEnabled();
    page.locator("input[value=CLEARED]").check();
    page.locator("#step-on").fill("21.11.2026");
    assertThat(page.locator("[data-kept]")).isVisible();
    return reference;
  }

  private void openTask(Reference reference, String language) {
    page.navigate("http://127.0.0.1:" + port + "/login?lang=" + language);
    fillIn(page);
    page.navigate(
        "http://127.0.0.1:"
            + port
            + "/camunda/app/tasklist/default/#/?task="
            + Caller.at(port, "energyClerk").taskIn(reference.value()));
    sheet().waitFor();
  }

  private static void fillIn(Page login) {
    login.fill("#username", "energyClerk");
    login.fill("#password", "demo");
    login.locator("main button").click();
    login.waitForURL(url -> !url.contains("/login"));
  }

  private Locator sheet() {
    return page.locator(".chancery-step .sheet");
  }

  private Locator complete() {
    return page.locator(".form-actions .btn-primary");
  }

  private Locator field(String name) {
    return page.locator(".field[data-field=" + name + "]");
  }

  private Locator fault(String name) {
    return field(name).locator(".fault");
  }

  private void upload(String name, byte[] content) {
    page.locator("#step-scan").setInputFiles(new FilePayload(name, "application/pdf", content));
  }

  private Event last(Reference reference) {
    List<Event> events = instruments.known(reference).events();
    return events.get(events.size() - 1);
  }

  /** As a person without a mouse would, and never further than the page is long. */
  private void tabTo(String selector) {
    for (int i = 0; i < 150; i++) {
      page.keyboard().press("Tab");
      Object there = page.evaluate("wanted => document.activeElement.matches(wanted)", selector);
      if (Boolean.TRUE.equals(there)) {
        return;
      }
    }
    throw new AssertionError("the keyboard does not reach " + selector);
  }

  private void check(String language) {
    var violations =
        new AxeBuilder(page).include(".chancery-step").withTags(WCAG).analyze().getViolations();
    Assertions.assertThat(violations)
        .as(language)
        .extracting(rule -> Map.entry(rule.getId(), rule.getNodes().get(0).getHtml()))
        .isEmpty();
  }

  /** For whoever wants to see it. */
  private void look(String language, String moment) {
    Path picture = Path.of("target", "pictures", "task-" + language + "-" + moment + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(picture));
  }
}
