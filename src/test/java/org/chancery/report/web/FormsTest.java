package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages on which cases are opened and corrected, as a plain browser sees them. */
@ChanceryTest
class FormsTest {

  private static final String NEW = "/instruments/new";

  @LocalServerPort int port;

  @Test
  void aCaseIsOpened() {
    HttpResponse<String> page = open("A memorandum of the forms");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("The case is open.", "A memorandum of the forms", "Kazakhstan");
    assertThat(Caller.at(port, "mddtClerk").get("/api" + path(page)).status()).isEqualTo(200);
  }

  @Test
  void whatIsWrongStandsBesideItsFieldAndNothingTypedIsLost() {
    HttpResponse<String> page =
        clerk()
            .submit(
                NEW,
                NEW,
                "/type",
                "MEMORANDUM",
                "/title/en",
                "Kept as typed",
                "/parties/0/code",
                "Kazakhstan",
                "/parties/3/code",
                "AZ",
                "/period",
                "next year",
                "/participatingBodies/*",
                "energy");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("value=\"Kept as typed\"", "value=\"Kazakhstan\"", "value=\"next year\"")
        .contains("href=\"#/parties/0/code\"", "href=\"#/period\"", "href=\"#/responsibleBody\"")
        .contains("next year&quot; is not a date")
        .containsPattern("value=\"energy\" checked");
  }

  @Test
  void aCaseOfAnotherBodyIsNotOpened() {
    HttpResponse<String> page = open("Not hers", "/responsibleBody", "energy");
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("value=\"Not hers\"", "your own body only");
  }

  @Test
  void aDescriptionIsCorrectedAndWhatTheFormDoesNotShowStays() {
    String reference =
        Caller.at(port, "mddtClerk")
            .post(
                "/api/instruments",
                """
                {'type': 'UNDERTAKING', 'title': {'en': 'Before', 'hy': 'Մինչ'},
                 'responsibleBody': 'mddt', 'parties': [{'code': 'AZ', 'weight': 0.5}],
                 'targets': [{'id': 'turnover', 'quantity': 'trade turnover', 'value': 10}]}""")
            .body()
            .path("reference")
            .asText();
    String edit = "/instruments/" + reference + "/edit";
    Guest clerk = clerk();
    assertThat(clerk.get(edit).body()).contains("value=\"Before\"", "value=\"Մինչ\"");
    HttpResponse<String> page =
        clerk.submit(
            edit,
            edit,
            "version",
            "1",
            "/type",
            "UNDERTAKING",
            "/title/en",
            "After",
            "/title/hy",
            "Մինչ",
            "/responsibleBody",
            "mddt",
            "/parties/0/code",
            "AZ",
            "/parties/0/weight",
            "0.5");
    assertThat(page.body()).contains("The description is corrected.");
    var after = Caller.at(port, "mddtClerk").get("/api/instruments/" + reference).body();
    assertThat(after.path("title").path("en").asText()).isEqualTo("After");
    assertThat(after.path("targets").get(0).path("id").asText()).isEqualTo("turnover");
    assertThat(after.path("parties").get(0).path("weight").asDouble()).isEqualTo(0.5);
  }

  @Test
  void aCaseThatChangedMeanwhileIsNotOverwritten() {
    String path = path(open("Changed meanwhile"));
    Guest clerk = clerk();
    record(clerk, path, "/kind", "DRAFTED", "/on", "2026-11-01");
    String edit = path + "/edit";
    HttpResponse<String> page =
        clerk.submit(
            edit,
            edit,
            "version",
            "1",
            "/type",
            "MEMORANDUM",
            "/title/en",
            "Mine",
            "/responsibleBody",
            "mddt",
            "/parties/0/code",
            "AZ",
            "/parties/1/code",
            "KZ");
    assertThat(page.statusCode()).isEqualTo(412);
    assertThat(page.body()).contains("Someone changed this case", "value=\"Mine\"");
  }

  @Test
  void anEventIsRecorded() {
    String path = path(open("With an event"));
    HttpResponse<String> page =
        record(clerk(), path, "/kind", "DRAFTED", "/on", "2026-11-01", "/remark", "First draft");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("It is recorded.", "First draft", "1 Nov 2026");
  }

  @Test
  void anEventInTheFutureIsRefusedBesideItsDate() {
    String path = path(open("Too early"));
    HttpResponse<String> page =
        record(clerk(), path, "/kind", "DRAFTED", "/on", "2031-01-01", "/remark", "Still here");
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("lies in the future", "Still here", "value=\"2031-01-01\"");
  }

  @Test
  void aDeadlineIsAdded() {
    String path = path(open("With a deadline"));
    HttpResponse<String> page =
        clerk()
            .submit(
                path,
                path + "/milestones",
                "/kind",
                "REPORT",
                "/due",
                "../2027-03-31",
                "/name/en",
                "First report",
                "/body",
                "mddt",
                "/basis",
                "STATED");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The deadline is added.", "First report", "31 Mar 2027");
  }

  @Test
  void aMalformedDeadlineIsRefused() {
    String path = path(open("With a bad deadline"));
    HttpResponse<String> page =
        clerk().submit(path, path + "/milestones", "/kind", "REPORT", "/due", "soon");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("value=\"soon\"", "is not a date");
  }

  @Test
  void whatIsNotThereOrNotHersIsSaidPlainly() {
    String path = path(open("Nobody else's"));
    assertThat(clerk().get("/instruments/2026-000123-7").statusCode()).isEqualTo(404);
    assertThat(clerk().get("/nothing/here").body()).contains("Not found").doesNotContain("org.");
    HttpResponse<String> foreign = Guest.at(port, "healthClerk").get(path);
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(foreign.body()).doesNotContain("Nobody else");
  }

  @Test
  void theLanguageIsTheOneAskedForThenTheBrowsersThenEnglish() {
    Guest clerk = clerk();
    assertThat(clerk.get("/reports/overdue", "de, az;q=0.5").body()).contains("lang=\"az\"");
    assertThat(clerk.get("/reports/overdue", "de").body()).contains("lang=\"en\"");
    assertThat(clerk.get("/reports/overdue?lang=ar", "az").body())
        .contains("lang=\"ar\"", "dir=\"rtl\"");
    assertThat(clerk.get("/instruments", "az").body()).contains("lang=\"ar\"");
  }

  private HttpResponse<String> open(String title, String... more) {
    String body = more.length == 0 ? "mddt" : more[1];
    return clerk()
        .submit(
            NEW,
            NEW,
            "/type",
            "MEMORANDUM",
            "/title/en",
            title,
            "/responsibleBody",
            body,
            "/parties/0/code",
            "AZ",
            "/parties/2/code",
            "KZ");
  }

  private static HttpResponse<String> record(Guest guest, String path, String... fields) {
    return guest.submit(path, path + "/events", fields);
  }

  private static String path(HttpResponse<String> page) {
    Matcher path =
        Pattern.compile("/instruments/\\d{4}-\\d{6}-[\\dX]").matcher(page.uri().getPath());
    assertThat(path.find()).as(page.uri() + " " + page.statusCode()).isTrue();
    return path.group();
  }

  private Guest clerk() {
    return Guest.at(port, "mddtClerk");
  }
}
