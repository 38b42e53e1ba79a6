package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.chancery.instrument.Instruments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do on pages, in a real browser. */
@ChanceryTest
class PageStoriesTest {

  @SuppressWarnings("NullAway.Init") // started before the first test
  private static Browser browser;

  @LocalServerPort int port;
  @Autowired private Instruments instruments;

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

  @Test
  void theDrawingMarksTheStepTheCaseStandsAt() {
    try (BrowserContext window = browser.window(1280)) {
      Page page = window.newPage();
      page.navigate(address("/login?lang=en"));
      logIn(page, "mddtClerk");
      page.navigate(
          address("/instruments/" + instruments.withSlug("caspian-fibre-optic").orElseThrow()));
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

  private static void logIn(Page page, String account) {
    page.fill("#username", account);
    page.fill("#password", "demo");
    page.locator("main button").click();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
