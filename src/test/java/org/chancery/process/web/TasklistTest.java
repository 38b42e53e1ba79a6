package org.chancery.process.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.chancery.instrument.Reference;
import org.chancery.process.House;
import org.chancery.process.Processes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A clerk's day at the task list, in a real browser. */
@House
@EnabledIfEnvironmentVariable(named = "CHROMIUM", matches = ".+")
class TasklistTest {

  private static final Reference REFERENCE = Reference.of(2026, 900_001);
  private static final Path PICTURES = Path.of("target", "pictures");

  private final List<String> refused = new ArrayList<>();

  @LocalServerPort private int port;
  @Autowired private Processes processes;
  private Playwright playwright = Playwright.create();
  private Page page = browser().newPage(new Browser.NewPageOptions().setViewportSize(1500, 900));

  private Browser browser() {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of(System.getenv("CHROMIUM")))
                .setArgs(
                    List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
  }

  @BeforeEach
  void opensACase() {
    if (!processes.isRunning(REFERENCE)) {
      processes.start("agreement", REFERENCE);
    }
    page.onResponse(
        answer -> {
          if (answer.status() >= 400) {
            refused.add(answer.status() + " " + answer.request().method() + " " + answer.url());
          }
        });
  }

  @AfterEach
  void leaves() {
    playwright.close();
  }

  private void logIn(String account) {
    page.navigate("http://127.0.0.1:" + port + "/camunda");
    page.fill("input[name=username]", account);
    page.fill("input[name=password]", "demo");
    page.click("button[type=submit]");
    assertThat(page.locator("text=My ministry's").first()).isVisible();
  }

  private void picture(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  @Test
  void aClerkClaimsAnswersWronglyAndThenRightly() {
    logIn("mddtClerk");
    page.locator("text=My ministry's").first().click();
    Locator task = page.locator("li.task:has-text('" + REFERENCE.value() + "')").first();
    assertThat(task).containsText("Fibre-optic line");
    picture("tasklist");
    task.click();
    assertThat(page.locator("#step-on")).isVisible();
    assertThat(page.locator("a[data-reference]"))
        .hasAttribute("href", "/instruments/" + REFERENCE.value());
    page.locator(".claim").first().click();
    assertThat(page.locator("#step-on")).isEnabled();
    page.locator("a:has-text('Diagram')").click();
    assertThat(page.locator(".djs-container").first()).isVisible();
    page.locator("a:has-text('Form')").first().click();
    assertThat(page.locator("#step-on")).isVisible();
    picture("task");
    Assertions.assertThat(refused).isEmpty();
    Locator complete = page.locator("button:has-text('Complete')");
    complete.click();
    assertThat(page.locator("[data-refusal]"))
        .hasText("This step is for: a date. Ask one of them to do it.");
    picture("refused");
    page.fill("#step-on", "2026-05-05");
    complete.click();
    assertThat(page.locator("#step-on")).isHidden();
    picture("done");
    Assertions.assertThat(refused).singleElement().asString().startsWith("422 POST");
  }

  @Test
  void whatTheServerRefusesIsNotOffered() {
    processes.start("agreement", Reference.of(2026, 900_002));
    logIn("mddtClerk");
    page.locator("text=My ministry's").first().click();
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
}
