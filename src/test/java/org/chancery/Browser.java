package org.chancery;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * A real browser: the Chromium that the property or variable {@code CHROMIUM} names, else the
 * installed one, else the one that Playwright brought. Without any, tests are left out and say so
 * loudly; where {@code CI=true}, leaving out is a failure.
 */
public final class Browser implements AutoCloseable {

  private static final Path INSTALLED = Path.of("/usr/bin/chromium");

  /** Milliseconds within which what is awaited must show, on a machine with much else to do. */
  private static final int PATIENCE = 60_000;

  private static final String NONE =
      """

      ****************************************************************
      NO BROWSER: the tests of the pages are LEFT OUT.
      Install Chromium, or name one: mvn verify -DCHROMIUM=/path/to/it
      ****************************************************************
      """;

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser chromium;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
    this.playwright = playwright;
    this.chromium = chromium;
  }

  /**
   * Starts it.
   *
   * @throws TestAbortedException where there is none
   */
  public static Browser start() {
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    @Nullable Playwright playwright = null;
    try {
      playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment()));
      return new Browser(playwright, playwright.chromium().launch(options()));
    } catch (PlaywrightException none) {
      if (playwright != null) {
        playwright.close();
      }
      throw missing(none);
    }
  }

  private static RuntimeException missing(PlaywrightException none) {
    System.err.println(NONE);
    boolean required = "required".equals(System.getenv("CHANCERY_BROWSER"));
    return required || "true".equals(System.getenv("CI"))
        ? new IllegalStateException("In CI the pages are tested in a browser", none)
        : new TestAbortedException("no browser: " + none.getMessage());
  }

  private static Map<String, String> environment() {
    return installed().isPresent() ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of();
  }

  private static LaunchOptions options() {
    LaunchOptions options = new LaunchOptions();
    installed().ifPresent(options::setExecutablePath);
    boolean root = "root".equals(System.getProperty("user.name"));
    return options.setArgs(root ? List.of("--no-sandbox") : List.of());
  }

  private static Optional<Path> installed() {
    return Stream.of(System.getProperty("CHROMIUM"), System.getenv("CHROMIUM"))
        .flatMap(Stream::ofNullable)
        .filter(path -> !path.isBlank())
        .map(Path::of)
        .findFirst()
        .or(() -> Optional.of(INSTALLED).filter(Files::isExecutable));
  }

  /** A fresh window without cookies. */
  public BrowserContext window(int width) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900));
  }

  /** A fresh window in which no script runs. */
  public BrowserContext windowWithoutScripts(int width) {
    return chromium.newContext(
        new com.microsoft.playwright.Browser.NewContextOptions()
            .setViewportSize(width, 900)
            .setJavaScriptEnabled(false));
  }

  /** Notes what goes wrong on the page, above all what the policy for contents refuses. */
  static void watch(Page page, List<String> faults) {
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            faults.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> faults.add(page.url() + ": " + error));
  }

  @Override
  public void close() {
    chromium.close();
    playwright.close();
  }
}
