package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.Instruments;
import org.chancery.web.Locales;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page in a real browser, wide and made narrow, with each fold open: in three languages at
 * the gate; with {@code -Dpages=all} in all of them and in more widths, loaded anew in each; so in
 * some with {@code -Dpages=kk,ru}.
 */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

  private static final boolean ALL = System.getProperty("pages") != null;
  private static final List<String> LANGUAGES =
      "all".equals(System.getProperty("pages"))
          ? Locales.SPOKEN.stream().map(java.util.Locale::getLanguage).toList()
          : List.of(System.getProperty("pages", "en,az,ar").split(","));
  private static final List<Integer> WIDTHS =
      ALL ? List.of(1280, 360, 768, 1920) : List.of(1280, 360);

  /**
   * A folder for a picture of each page, where one is named: {@code -Dpictures=target/pictures}.
   */
  private static final @Nullable String PICTURES = System.getProperty("pictures");

  private static final List<String> WCAG =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

  /** What the policy for contents would refuse. */
  private static final Pattern IN_THE_PAGE =
      Pattern.compile("<[^>]* (style|on[a-z]+)=\"|<style|<script(?![^>]* src=)|href=\"javascript:");

  /**
   * Texts in Latin letters alone on a page in Arabic, but for what is the same in all languages or
   * was written by people: codes, references, titles, what quotes them.
   */
  private static final String FOREIGN =
      """
      () => {
        const ours = 'script, style, noscript, code, pre, bdi, time, textarea, svg, .reference, .zone, .account,'
          + ' .brand, .diagram, #person, [dir=ltr], [dir=auto]';
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
        while (walker.nextNode()) {
          const node = walker.currentNode, around = node.parentElement;
          const quoted = around.closest(ours) || around.closest('[lang]').lang !== document.documentElement.lang;
          const text = node.data.replace(/\\u2068[^\\u2069]*\\u2069/g, '');
          if (!quoted && /[A-Za-z]{3,}/.test(text) && !/\\p{sc=Arabic}/u.test(text)) {
            found.push(text.trim());
          }
        }
        for (const name of ['title', 'aria-label', 'placeholder', 'alt']) {
          for (const element of document.querySelectorAll('[' + name + ']')) {
            const text = element.getAttribute(name).replace(/^SHA-256 [0-9a-f]+$/, '');
            if (/[A-Za-z]{3,}/.test(text) && !/\\p{sc=Arabic}/u.test(text) && !element.closest('.diagram')) {
              found.push(name + ': ' + text);
            }
          }
        }
        return found;
      }""";

  @SuppressWarnings("NullAway.Init") // started before the first test
  private Browser browser;

  @SuppressWarnings("NullAway.Init") // found before the first test
  private Map<String, List<String>> places;

  @LocalServerPort int port;
  @Autowired private Instruments instruments;
  @Autowired private Desk desk;
  @Autowired private Deciding deciding;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @BeforeAll
  void start() {
    browser = Browser.start();
    places = new PlacesOfPages(port, instruments, desk, deciding).all();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  static List<String> languages() {
    return LANGUAGES;
  }

  /** A page that stands nowhere else is looked at nowhere. */
  @Test
  void everyPageHasItsPlace() {
    assertThat(pages()).hasSizeGreaterThan(10).allMatch(this::isSeen);
  }

  private boolean isSeen(String path) {
    return places.containsKey(path) || PlacesOfPages.ELSEWHERE.containsKey(path);
  }

  private List<String> pages() {
    return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
        .filter(route -> isPage(route.getValue()))
        .filter(
            route -> route.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
        .flatMap(route -> route.getKey().getPatternValues().stream())
        .toList();
  }

  private static boolean isPage(HandlerMethod handler) {
    return handler.getBeanType().getName().startsWith("org.chancery.")
        && handler.getMethod().getReturnType().equals(String.class)
        && !AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), ResponseBody.class)
        && !handler.hasMethodAnnotation(ResponseBody.class);
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPageReadsWellAndIsOpenToAll(String language) {
    List<String> faults = new ArrayList<>();
    Set<String> links = new LinkedHashSet<>();
    try (BrowserContext window = browser.window(WIDTHS.get(0))) {
      Page page = window.newPage();
      Browser.watch(page, faults);
      visit(page, "/login?lang=" + language, language, faults);
      logIn(page, "mfaManager");
      for (String path : places.values().stream().flatMap(List::stream).toList()) {
        visit(page, path, language, faults);
        links.addAll(links(page));
      }
      if (language.equals(LANGUAGES.get(0))) {
        links.forEach(link -> follow(window.request(), link, faults));
      }
      List<String> noted = List.copyOf(faults);
      PlacesOfPages.refusals().forEach(path -> visit(page, path, language, faults));
      faults.removeIf(fault -> !noted.contains(fault) && fault.contains("Failed to load resource"));
    }
    assertThat(faults).isEmpty();
  }

  private void visit(Page page, String path, String language, List<String> faults) {
    open(page, path, faults);
    look(page, language, faults);
    for (int width : WIDTHS.subList(1, WIDTHS.size())) {
      page.setViewportSize(width, page.viewportSize().height);
      if (ALL) {
        open(page, path, faults);
      }
      look(page, language, faults);
    }
    page.setViewportSize(WIDTHS.get(0), page.viewportSize().height);
  }

  private void open(Page page, String path, List<String> faults) {
    Response response = page.navigate(address(path));
    if (IN_THE_PAGE.matcher(response.text()).find()) {
      faults.add(path + " holds a style or a script of its own");
    }
  }

  /** Where one gets from here within the house, but for the same page in another language. */
  private List<String> links(Page page) {
    Object links = page.locator("a[href]").evaluateAll("links => links.map(link => link.href)");
    return ((List<?>) links)
        .stream()
            .map(link -> link.toString().replaceAll("#.*", ""))
            .filter(link -> link.startsWith(address("/")) && !link.matches(".*[?&]lang=.*"))
            .toList();
  }

  private static void follow(APIRequestContext request, String link, List<String> faults) {
    APIResponse answer = request.get(link);
    if (answer.status() >= 400) {
      faults.add(link + " leads to " + answer.status());
    }
    answer.dispose();
  }

  private void look(Page page, String language, List<String> faults) {
    page.waitForLoadState(LoadState.LOAD);
    PlaywrightAssertions.assertThat(page.locator(".diagram:not(.drawn)")).hasCount(0);
    page.locator("main details").evaluateAll("folds => folds.forEach(fold => fold.open = true)");
    String where = page.url() + " (" + language + ", " + page.viewportSize().width + ")";
    Object html = page.evaluate("[document.documentElement.lang, document.documentElement.dir]");
    assertThat(html).isEqualTo(List.of(language, language.equals("ar") ? "rtl" : "ltr"));
    Object tooWide = page.evaluate("document.documentElement.scrollWidth - innerWidth");
    if (((Number) tooWide).intValue() > 0) {
      faults.add(where + " is " + tooWide + " px too wide");
    }
    if (language.equals("ar")) {
      ((List<?>) page.evaluate(FOREIGN)).forEach(text -> faults.add(where + " says: " + text));
    }
    if (PICTURES != null) {
      String name =
          path(page.url()).replaceAll("[^\\w-]+", "_")
              + "-"
              + language
              + "-"
              + page.viewportSize().width;
      Path picture = Path.of(PICTURES, name + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(picture).setFullPage(true));
    }
    boolean isWide = page.viewportSize().width > 1000;
    if (ALL || language.equals(isWide ? "en" : "ar")) {
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

  private String path(String address) {
    return address.substring(address("").length());
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
