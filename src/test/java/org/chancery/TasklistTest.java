package org.chancery;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk at her task list, in a real browser. */
@ChanceryTest
class TasklistTest {

  /** Due today, so that it is among the first of the list, whatever other tests leave there. */
  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'A line across the strait'}, 'responsibleBody': 'energy',
       'parties': [{'code': 'AZ'}],
       'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'Laying of the line'}, 'body': 'energy',
          'due': '../2026-11-21'}]}""";

  private static final String IN_HER_LANGUAGE =
      """
      {'type': 'UNDERTAKING', 'responsibleBody': 'ecology', 'parties': [{'code': 'AZ'}],
       'title': {'en': 'A line across the strait', 'az': 'Boğazdan keçən xətt', 'ar': 'خط عبر المضيق'},
       'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'Laying', 'az': 'Xəttin çəkilməsi'},
          'body': 'ecology', 'due': '../2026-12-31'}]}""";
  private static final int PATIENCE = 60_000;

  private static Browser browser;

  private final List<String> refused = new ArrayList<>();

  @LocalServerPort int port;
  @Autowired Desk desk;
  private BrowserContext window;
  private Page page;

  @BeforeAll
  static void start() {
    browser = Browser.start();
    setDefaultAssertionTimeout(PATIENCE);
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
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
          }
        });
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void aClerkClaimsAnswersWronglyAndThenRightly() {
    Reference reference = desk.open("energyClerk", CASE);
    logIn("energyClerk");
    Locator task = page.locator("li.task:has-text('" + reference + "')").first();
    task.click();
    Locator on = page.locator("#step-on");
    assertThat(page.locator("a.case")).hasAttribute("href", "/instruments/" + reference);
    page.locator(".claim").first().click();
    assertThat(on).isEnabled();
    Assertions.assertThat(refused).isEmpty();

    Locator complete = page.locator("button:has-text('Complete')");
    on.fill("2027-05-05");
    complete.click();
    assertThat(page.locator("#step-on-fault")).containsText("lies in the future");
    Assertions.assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");

    on.fill("2026-11-20");
    complete.click();
    assertThat(on).isHidden();
    Assertions.assertThat(desk.stage(reference).name()).isEqualTo("PERFORMED");
    Assertions.assertThat(refused).singleElement().asString().startsWith("422 POST");
  }

  @Test
  void whatTheServerRefusesIsNotOffered() {
    desk.open("energyClerk", CASE);
    logIn("energyClerk");
    page.locator("li.task").first().click();
    assertThat(page.locator("#step-on")).isVisible();
    for (String hidden :
        List.of(
            ".start-process-action a",
            ".create-task-action a",
            ".stored-criteria",
            ".createCommentLink",
            ".instance-link",
            ".followup-date",
            ".glyphicon-pencil",
            "a:has-text('History')")) {
      Assertions.assertThat(page.locator(hidden).all()).as(hidden).noneMatch(Locator::isVisible);
    }
    Assertions.assertThat(refused).isEmpty();
  }

  @Test
  void aClerkReadsInAzerbaijaniWhatWaitsForHerAndGoesToTheCaseAndBack() {
    Reference reference = desk.open("ecologyClerk", IN_HER_LANGUAGE);
    logIn("ecologyClerk", "az");
    assertThat(page.locator("html")).hasAttribute("lang", "az");
    assertThat(list("Nazirliyimin")).hasText(Pattern.compile("[1-9]\\d*"));
    assertThat(list("Mənim")).hasText("0");
    Locator task = page.locator("li.task:has-text('" + reference + "')").first();
    assertThat(task).containsText("Tədbiri yerinə yetirin və qeyd edin");
    assertThat(task).containsText("Boğazdan keçən xətt");
    assertThat(task).containsText("Xəttin çəkilməsi");
    assertThat(task).containsText("31 dek 2026 tarixinədək");

    task.locator(".reference a").click();
    assertThat(page).hasURL(Pattern.compile("/instruments/" + reference));
    page.locator("#tasks").waitFor();
    page.locator("section.tasks li a").first().click();
    assertThat(page.locator("h2.task")).hasText("Tədbiri yerinə yetirin və qeyd edin");
    assertThat(page.locator(".sheet .reference")).hasText(reference.value());
    page.locator(".claim").first().click();
    assertThat(list("Mənim")).hasText("1");
    Assertions.assertThat(refused).isEmpty();
  }

  @Test
  void inArabicItStandsFromRightToLeft() {
    Reference reference = desk.open("ecologyClerk", IN_HER_LANGUAGE);
    logIn("ecologyClerk", "ar");
    assertThat(page.locator("html")).hasAttribute("dir", "rtl");
    Locator task = page.locator("li.task:has-text('" + reference + "')").first();
    assertThat(task).containsText("خط عبر المضيق");
    task.click();
    assertThat(page.locator("h2.task")).hasText("تنفيذ التدبير وتسجيله");
    Assertions.assertThat(
            List.of(left(".task-filters"), left("section.tasks-list"), left(".task-details")))
        .isSortedAccordingTo(Comparator.reverseOrder());
    String address = page.url();

    page.locator(".chancery-languages a[lang=en]").click();
    assertThat(page.locator("html")).hasAttribute("dir", "ltr");
    assertThat(page.locator("h2.task")).hasText("Carry out the measure and record it");
    Assertions.assertThat(page.url()).endsWith(address.substring(address.indexOf('#')));
    page.locator(".chancery-pages a").first().click();
    assertThat(page).hasURL(Pattern.compile("/reports/overdue"));
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    Assertions.assertThat(refused).isEmpty();
  }

  @Test
  void theCasePageLeadsToATaskThatTheChosenListDoesNotHold() {
    Reference reference = desk.open("ecologyClerk", CASE.replace("energy", "ecology"));
    logIn("mfaClerk", "en");
    page.navigate("http://127.0.0.1:" + port + "/instruments/" + reference);
    page.locator("section.tasks li a").first().click();
    assertThat(page.locator(".sheet .reference")).hasText(reference.value());
    Assertions.assertThat(page.locator("li.task:has-text('" + reference + "')").count()).isZero();
  }

  private Locator list(String name) {
    return page.locator(".task-filter:has-text('" + name + "') .counter");
  }

  private double left(String column) {
    return page.locator(column).first().boundingBox().x;
  }

  private void logIn(String account, String language) {
    page.navigate("http://127.0.0.1:" + port + "/login?lang=" + language);
    logIn(account);
  }

  /** Nothing but the login: the list that opens first is one's own ministry's. */
  private void logIn(String account) {
    page.navigate("http://127.0.0.1:" + port + "/camunda");
    page.fill("input[name=username]", account);
    page.fill("input[name=password]", "demo");
    page.click("button[type=submit]");
    page.locator("li.task").first().waitFor();
  }
}
