package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitUntilState;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.deadline.Deciding;
import org.chancery.document.FileFixture;
import org.chancery.instrument.Instruments;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * S5: scripts in every text that a user can enter are text wherever it is seen, in our pages, in
 * Tasklist, on paper. A dozen payloads; with {@code -Dsecurity=full} all sixty.
 */
@ChanceryTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScriptingTest {

  private static final boolean FULL = "full".equals(System.getProperty("security"));
  private static final int LONGEST = 480;
  private static final String HAS_RUN = "() => top.__xss === 1";

  /** How many pages were looked at. */
  private int looked;

  @SuppressWarnings("NullAway.Init") // started before the first test
  private Browser browser;

  @LocalServerPort int port;
  @Autowired Instruments instruments;
  @Autowired Desk desk;
  @Autowired Deciding deciding;

  @BeforeAll
  void start() {
    browser = Browser.start();
  }

  @AfterAll
  void stop() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void eachPayloadIsDangerousWhereItIsNotMadeText() {
    List<String> harmless = new ArrayList<>();
    try (BrowserContext window = browser.window(800)) {
      for (String payload : Payloads.running()) {
        Page page = window.newPage();
        page.onDialog(dialog -> dialog.dismiss());
        page.setContent("<!DOCTYPE html><body><p>" + payload + "</p></body>");
        try {
          page.waitForFunction(HAS_RUN, null, new Page.WaitForFunctionOptions().setTimeout(3_000));
        } catch (com.microsoft.playwright.TimeoutError never) {
          harmless.add(payload);
        }
        page.close();
      }
    }
    assertThat(harmless).isEmpty();
  }

  @Test
  void noneRunsOnAnyPage() {
    List<String> faults = new ArrayList<>();
    try (BrowserContext window = browser.window(1200)) {
      Page page = watched(window, faults);
      logIn(page, "mddtManager");
      Map<String, List<String>> places = new PlacesOfPages(port, instruments, desk, deciding).all();
      for (String text : Payloads.texts(FULL, LONGEST)) {
        String reference = aCase(text);
        for (String path :
            Stream.concat(ofCase(places.keySet(), reference), asked(text)).toList()) {
          visit(page, path, faults);
        }
      }
      places.values().stream().flatMap(List::stream).forEach(path -> visit(page, path, faults));
    }
    assertThat(faults).isEmpty();
    Proof.count("S5", "texts with scripts entered", Payloads.texts(FULL, LONGEST).size());
    Proof.count("S5", "pages looked at with them", looked);
    Proof.count("S5", "scripts run", faults.size());
  }

  /** What an account is called is seen by who keeps accounts, and by who works with her. */
  @Test
  void noneRunsInTheNameOfAnAccount() {
    List<String> faults = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String text : Payloads.texts(FULL, LONGEST)) {
      names.add(anAccount(names.size(), text));
    }
    String reference = aCase("Named");
    try (BrowserContext window = browser.window(1200)) {
      Page page = watched(window, faults);
      logIn(page, "admin");
      visit(page, "/people", faults);
      names.forEach(name -> visit(page, "/people/" + name, faults));
    }
    try (BrowserContext window = browser.window(1200)) {
      Page page = watched(window, faults);
      logIn(page, "mddtManager");
      Stream.of("/instruments/" + reference, "/reports/overdue", "/bodies/mddt", "/reports/waiting")
          .forEach(path -> visit(page, path, faults));
    }
    assertThat(faults).isEmpty();
  }

  private String anAccount(int number, String text) {
    ObjectNode account = new ObjectMapper().createObjectNode();
    String name = "scripted" + number;
    account.put("name", name).put("displayName", text(text, 200));
    account.putArray("roles").add("CLERK");
    account.putArray("bodies").add("mddt");
    sent("admin", "/api/accounts", account);
    return name;
  }

  /** A browser makes no page of them, whatever they say again. */
  @Test
  void whatIsAskedOverRestIsNoPage() {
    String text = "<script>top.__xss=1</script>";
    String reference = aCase(text);
    Trespasser clerk = Trespasser.at(port, "clerk", "mddtClerk");
    for (Trespasser.Seen seen :
        List.of(
            clerk.knock(
                "POST",
                "/api/what-if",
                "{'reference': '" + reference + "', 'set': {'title': {'en': '" + text + "'}}}"),
            clerk.knock("POST", "/api/what-if", "{'reference': '" + text + "'}"),
            clerk.knock("GET", "/api/instruments/" + reference),
            clerk.knock("GET", "/api/instruments/" + reference + "/journal"),
            clerk.knock("GET", "/api/instruments/" + text.replace("<", "%3C").replace(">", "%3E")),
            Trespasser.at(port, "admin", "admin").knock("GET", "/api/journal"))) {
      String headers = seen.text().lines().findFirst().orElseThrow().toLowerCase(Locale.ROOT);
      assertThat(headers)
          .containsPattern("content-type=\\[application/(problem\\+)?json")
          .contains("x-content-type-options=[nosniff]");
    }
  }

  @Test
  void noneRunsInTasklist() {
    List<String> faults = new ArrayList<>();
    for (String text : Payloads.texts(FULL, LONGEST)) {
      aCase(text);
    }
    try (BrowserContext window = browser.window(1200)) {
      Page page = watched(window, faults);
      page.navigate(address("/camunda"));
      page.fill("#username", "mddtClerk");
      page.fill("#password", "demo");
      page.locator("main button").click();
      page.locator("li.task").first().waitFor();
      page.locator("li.task").all().stream()
          .limit(3)
          .forEach(
              task -> {
                task.click();
                page.waitForTimeout(1_500);
              });
      look(page, faults);
    }
    faults.removeIf(fault -> fault.contains("Content Security Policy"));
    assertThat(faults).isEmpty();
  }

  @Test
  void paperHoldsNoScript() {
    aCase(Payloads.texts(false, LONGEST).get(0));
    for (String path :
        List.of("/api/reports/overdue.pdf?asOf=2027-06-01", "/api/reports/overdue.csv")) {
      byte[] file = Caller.at(port, "mddtManager").bytes(path).body();
      String text = new String(file, StandardCharsets.ISO_8859_1);
      assertThat(text).doesNotContain("/JavaScript", "/JS ", "/OpenAction", "/Launch");
    }
  }

  /** A case with the text wherever one may write. */
  private String aCase(String text) {
    ObjectMapper json = new ObjectMapper();
    String shown = text.substring(0, Math.min(text.length(), 95));
    ObjectNode body =
        json.createObjectNode().put("type", "AGREEMENT").put("responsibleBody", "mddt");
    for (String language : List.of("en", "az", "kk", "ru", "tr", "uz", "ar")) {
      body.withObject("/title").put(language, text);
    }
    body.put("subject", shown.substring(0, Math.min(shown.length(), 50)));
    body.withArray("parties").addObject().put("code", "AZ");
    body.withArray("parties").addObject().put("code", "KZ");
    source(body.withArray("sources").addObject(), text);
    ObjectNode milestone = body.withArray("milestones").addObject();
    milestone.put("kind", "MEASURE").put("due", "../2026-10-31").put("statedAs", text);
    milestone.withObject("/name").put("en", text).put("ar", text);
    source(milestone.putObject("source"), text);
    ObjectNode target = body.withArray("targets").addObject();
    target.put("id", "t").put("quantity", shown).put("value", 5).put("unit", "USD");
    target.put("end", "2027");
    ObjectNode event = body.withArray("events").addObject();
    event.put("kind", "DRAFTED").put("on", "2026-11-01").put("place", text(text, 200));
    event.put("act", shown).put("note", shown).put("remark", text).put("reason", text);
    source(event.putObject("source"), text);
    String reference = sent("mddtClerk", "/api/instruments", body).path("reference").asText();
    onPaper(reference, text);
    return reference;
  }

  private void onPaper(String reference, String text) {
    String path = "/instruments/" + reference;
    Guest clerk = Guest.at(port, "mddtClerk");
    clerk.upload(
        path,
        path + "/documents",
        "a<img src=x onerror=top.__xss=1>.docx",
        FileFixture.docx("Article 1"),
        "/language",
        "az",
        "/remark",
        text);
    ObjectMapper json = new ObjectMapper();
    ObjectNode decision = json.createObjectNode().put("to", "2026-12-10");
    decision.put("reason", text).put("authority", text(text, 400));
    sent("mddtManager", "/api" + path + "/milestones/1/extensions", decision);
    ObjectNode act = json.createObjectNode().put("kind", "REGISTERED").put("on", "2026-11-02");
    act.put("party", "KZ").put("remark", text);
    act.putObject("holder").put("outside", text(text, 150));
    sent("mddtClerk", "/api" + path + "/custody", act);
  }

  private JsonNode sent(String account, String path, JsonNode body) {
    Caller.Answer answer =
        Caller.at(port, account)
            .send(path, "application/json", BodyPublishers.ofString(body.toString()));
    assertThat(answer.status()).as(answer.body().toString()).isBetween(200, 299);
    return answer.body();
  }

  private static void source(ObjectNode source, String text) {
    source.put("outlet", text(text, 150)).put("date", "2026-10-01");
  }

  private static String text(String text, int longest) {
    return text.substring(0, Math.min(text.length(), longest));
  }

  /** The pages of the case, whatever there are. */
  private static Stream<String> ofCase(Set<String> paths, String reference) {
    String path = "/instruments/" + reference;
    Stream<String> all =
        paths.stream()
            .filter(each -> each.contains("{reference}"))
            .map(
                each ->
                    each.replace("{reference}", reference)
                        .replace("{target}", "t")
                        .replaceAll("\\{kind:(\\w+)[^}]*}", "$1")
                        .replaceAll("\\{\\w+}", "1")
                        .replaceFirst("/compare$", "/compare?from=1&to=1")
                        .replaceFirst("/reminder$", "/reminder?party=KZ"));
    Stream<String> more =
        Stream.of(
            path + "?lang=ar",
            path + "/journal?lang=en",
            "/decisions?on=" + reference + ".1",
            "/reports/overdue?asOf=2027-06-01");
    return Stream.concat(all, more);
  }

  /** The text where an address asks for something. */
  private static Stream<String> asked(String text) {
    String asked = URLEncoder.encode(text, StandardCharsets.UTF_8);
    return Stream.of(
        "/search?q=" + asked,
        "/instruments?q=" + asked,
        "/instruments?party=" + asked + "&stage=" + asked,
        "/reports/overdue?body=" + asked + "&status=" + asked,
        "/reports/overdue?asOf=" + asked,
        "/reports/timeline?body=" + asked,
        "/parties/" + URLEncoder.encode("<img src=x onerror=top.__xss=1>", StandardCharsets.UTF_8),
        "/decisions?on=" + asked,
        "/login?wait=" + asked + "&lang=" + asked);
  }

  private void visit(Page page, String path, List<String> faults) {
    looked++;
    Response answer =
        page.navigate(address(path), new Page.NavigateOptions().setWaitUntil(WaitUntilState.LOAD));
    if (answer.status() >= 500) {
      faults.add(path + " fails");
    }
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)");
    look(page, faults);
  }

  private static void look(Page page, List<String> faults) {
    for (Frame frame : page.frames()) {
      if (Boolean.TRUE.equals(frame.evaluate(HAS_RUN))) {
        faults.add(page.url() + " runs what a user wrote");
      }
    }
  }

  private Page watched(BrowserContext window, List<String> faults) {
    Page page = window.newPage();
    page.onDialog(
        dialog -> {
          faults.add(page.url() + " shows " + dialog.message());
          dialog.dismiss();
        });
    page.onRequest(
        request -> {
          if (request.url().startsWith("http") && !request.url().startsWith(address("/"))) {
            faults.add(page.url() + " asks " + request.url());
          }
        });
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            faults.add(page.url() + ": " + message.text());
          }
        });
    return page;
  }

  private void logIn(Page page, String account) {
    page.navigate(address("/login"));
    page.fill("#username", account);
    page.fill("#password", "demo");
    page.locator("main button").click();
  }

  private String address(String path) {
    return "http://localhost:" + port + path;
  }
}
