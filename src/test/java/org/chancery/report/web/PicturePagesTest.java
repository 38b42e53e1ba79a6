package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pictures, and the pages of States and bodies, as a plain browser sees them. */
@ChanceryTest
class PicturePagesTest {

  @LocalServerPort int port;
  @Autowired Desk desk;

  @Test
  void whatWaitsOnTheOtherSideIsOneStepFromTheStart() {
    String reference = told("IS").value();
    Guest manager = as("mfaManager");
    assertThat(manager.get("/").body()).contains("href=\"/reports/waiting\"");
    assertThat(manager.get("/reports/waiting").body()).contains(reference);
    assertThat(manager.get("/reports/waiting?party=IS").body())
        .contains(reference, "Iceland", "1 Jun 2026", ">173<", "word that its procedures");
    assertThat(manager.get("/reports/waiting?party=IS", "az").body())
        .contains("Digər tərəfdən gözlənilir", "Toxumlar haqqında Saziş", "İslandiya");
    assertThat(manager.get("/reports/waiting?party=IS", "ar").body())
        .contains("dir=\"rtl\"", "بانتظار الجانب الآخر", "آيسلندا");
  }

  @Test
  void nothingWaitsOnTheOtherSideOnceItHasAnswered() {
    Reference reference = told("MT");
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'MT', 'on': '2026-07-01'}");
    assertThat(as("mfaManager").get("/reports/waiting?party=MT").body())
        .contains("Nothing waits on another side.")
        .doesNotContain(reference.value());
  }

  @Test
  void aDeadlineOfTheOtherSideThatHasPassedStandsThereToo() {
    String reference =
        desk.open(
                "healthClerk",
                """
                {'type': 'AGREEMENT', 'title': {'en': 'Lakes'}, 'responsibleBody': 'health',
                 'parties': [{'code': 'AZ'}, {'code': 'BT'}],
                 'milestones': [
                   {'kind': 'REPORT', 'name': {'en': 'Their part'}, 'party': 'BT', 'due': '2026-03'},
                   {'kind': 'REPORT', 'name': {'en': 'Our part'}, 'due': '2026-04'}]}""")
            .value();
    Guest manager = as("mfaManager");
    assertThat(manager.get("/reports/waiting?party=BT").body())
        .contains(reference, "Their part", "Nothing waits on another side.")
        .doesNotContain("Our part");
    assertThat(manager.get("/reports/overdue?side=THEIRS&party=BT").body())
        .contains("Their part")
        .doesNotContain("Our part");
    assertThat(manager.get("/reports/overdue?side=OURS&party=BT").body())
        .contains("Our part")
        .doesNotContain("Their part");
    assertThat(manager.get("/parties/BT").body())
        .containsSubsequence("Waits on us", "Our part", "30 Apr 2026", "Deadlines and findings");
    assertThat(manager.get("/reports/overdue?side=NOBODY").statusCode()).isEqualTo(400);
  }

  @Test
  void theLongestWaitComesFirst() {
    Reference later = told("CY");
    Reference earlier =
        desk.open(
            "ecologyClerk",
            """
            {'type': 'EXCHANGE_OF_NOTES', 'title': {'en': 'Notes'}, 'responsibleBody': 'ecology',
             'parties': [{'code': 'AZ'}, {'code': 'CY'}],
             'events': [{'kind': 'SIGNED', 'on': '2026-04-01', 'party': 'AZ', 'reason': 'Ours'}]}""");
    assertThat(as("mfaManager").get("/reports/waiting?party=CY").body())
        .containsSubsequence(earlier.value(), "its note in reply", later.value());
  }

  @Test
  void aStateHasItsInstrumentsAndWhatWaitsOnWhomOnOnePage() {
    String reference = told("LU").value();
    Guest manager = as("mfaManager");
    assertThat(manager.get("/parties").body()).contains("href=\"/parties/LU\"");
    assertThat(manager.get("/parties/LU").body())
        .contains("<h1>Luxembourg</h1>", reference)
        .contains("word that its procedures are complete")
        .contains("Lodge the original", "Registrar")
        .contains("Seed bank", "/instruments/" + reference + "#m1")
        .contains("not yet: something must happen first");
    assertThat(manager.get("/parties/LU", "ar").body()).contains("لوكسمبورغ", "ينتظرنا");
  }

  @Test
  void whoeverMayNotSeeTheCaseSeesNothingOfIt() {
    String reference = told("MC").value();
    Guest stranger = as("healthClerk");
    for (String page :
        List.of(
            "/reports/waiting?party=MC",
            "/parties/MC",
            "/reports/timeline?party=MC",
            "/reports/stages?party=MC",
            "/reports/pictures?party=MC",
            "/bodies/ecology",
            "/parties")) {
      assertThat(stranger.get(page).statusCode()).as(page).isEqualTo(200);
      assertThat(stranger.get(page).body())
          .as(page)
          .doesNotContain(reference, "Agreement on seeds", "href=\"/parties/MC\"");
    }
    assertThat(stranger.get("/instruments/" + reference + "/journal").statusCode()).isEqualTo(404);
    assertThat(stranger.get("/reports/pictures?party=MC").body())
        .contains("Nothing is overdue under these conditions.");
    assertThat(as("ecologyClerk").get("/parties/MC").body()).contains(reference);
  }

  @Test
  void aBodyShowsItsCasesByStageAndWhatIsLate() {
    String reference = told("SM").value();
    assertThat(as("ecologyClerk").get("/bodies/ecology").body())
        .contains("Consent pending", "/instruments?body=ecology&amp;stage=CONSENT_PENDING")
        .contains(reference, "open tasks");
    assertThat(as("healthClerk").get("/bodies/ecology").body()).doesNotContain("open tasks");
    assertThat(as("mfaManager").get("/bodies").body()).contains("href=\"/bodies/ecology\"");
  }

  @Test
  void whatWaitsOnUsWaitsSinceTheEventThatMadeItOurTurn() {
    String reference = told("MK").value();
    assertThat(as("mfaManager").get("/parties/mk").body())
        .contains(reference)
        .containsPattern(
            "Lodge the original[\\s\\S]*10 Jan 2026</span> <span class=\"stated\">Signed");
  }

  @Test
  void stagesAreDrawnAsOfTheDayAskedAbout() {
    told("HR");
    assertThat(as("mfaManager").get("/reports/stages?party=hr&asOf=2026-03-01").body())
        .contains("As of 1 Mar 2026", "Consent pending: from 10 Jan 2026 to 1 Mar 2026");
  }

  @Test
  void aWrongValueStandsBesideItsFieldAndNothingElseIsLost() {
    HttpResponse<String> page =
        as("mfaManager").get("/reports/overdue?kind=SOON&body=ecology&party=a;b");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("<h1>Overdue report</h1>", "id=\"kind!\"", "id=\"party!\"", "value=\"a;b\"")
        .contains("This fits no value of this field", "role=\"alert\"")
        .containsPattern("value=\"ecology\"[^>]*selected");
    assertThat(as("mfaManager").get("/instruments?stage=SOON").body())
        .contains("id=\"stage!\"", "<h1>Instruments</h1>");
  }

  @Test
  void aPlaceThatIsNoneIsNotFound() {
    Guest manager = as("mfaManager");
    assertThat(manager.get("/parties/XYZW").statusCode()).isEqualTo(404);
    assertThat(manager.get("/parties/a;b").statusCode()).isEqualTo(400);
    assertThat(manager.get("/bodies/nowhere").statusCode()).isEqualTo(404);
    assertThat(manager.get("/reports/timeline?asOf=never").statusCode()).isEqualTo(400);
  }

  @Test
  void aTimelineDrawsTheDeadlinesOfTheReport() {
    String reference = told("LI").value();
    String page = as("mfaManager").get("/reports/timeline?party=LI").body();
    assertThat(page)
        .contains("Agreement on seeds", "class=\"pin is-severely-overdue\"")
        .contains("href=\"/instruments/" + reference + "#m1\"")
        .contains("Measure: Seed bank: by 30 Sep 2026; Severely overdue")
        .contains("As a table")
        .contains("/reports/overdue?party=LI")
        .doesNotContain(" style=");
    assertThat(as("mfaManager").get("/reports/timeline?party=LI&asOf=2026-01-01").body())
        .contains("There is nothing here that has a day.");
  }

  @Test
  void latenessOverTimeLeadsToTheReportAsOfEachMonth() {
    told("VA");
    String page = as("mfaManager").get("/reports/pictures?party=VA").body();
    assertThat(page)
        .contains("30 to 89 days")
        .contains("Ministry of Ecology and Natural Resources, 31 Oct 2026: 1 overdue")
        .contains("/reports/overdue?party=VA&amp;asOf=2026-10-31&amp;body=ecology&amp;status=")
        .doesNotContain("30 Sep 2026: 1 overdue", " style=");
  }

  @Test
  void theWayOfACaseIsDrawnOnItsPageAndBesideOthers() {
    String reference = told("AD").value();
    Guest manager = as("mfaManager");
    assertThat(manager.get("/reports/stages?party=AD").body())
        .contains(reference, "Consent pending: from 10 Jan 2026 to 21 Nov 2026");
    assertThat(manager.get("/instruments/" + reference).body())
        .contains("Consent pending: from 10 Jan 2026 to 21 Nov 2026", "href=\"#milestones\"");
  }

  @Test
  void theJournalIsReadPageByPage() {
    Reference reference = told("GR");
    for (int i = 0; i < 55; i++) {
      desk.record("mfaClerk", reference, "{'kind': 'REMINDED', 'party': 'GR', 'on': '2026-08-01'}");
    }
    Guest manager = as("mfaManager");
    String first = manager.get("/instruments/" + reference + "/journal").body();
    assertThat(first).contains("no. 56", "no. 7<").doesNotContain("no. 6<");
    assertThat(manager.get("/instruments/" + reference + "/journal?after=2000000000").body())
        .contains("no. 56");
    assertThat(manager.get("/instruments/" + reference + "/journal?after=7").body())
        .contains("no. 6<", "no. 1<")
        .doesNotContain("no. 7<", "rel=\"next\"");
  }

  /** An agreement of ours with the State that we have told of our consent, with a late measure. */
  private Reference told(String party) {
    return desk.open(
        "ecologyClerk",
        """
        {'type': 'AGREEMENT', 'title': {'en': 'Agreement on seeds', 'az': 'Toxumlar haqqında Saziş'},
         'responsibleBody': 'ecology', 'consent': 'APPROVAL',
         'parties': [{'code': 'AZ'}, {'code': '%s'}],
         'entryIntoForce': {'general': {'trigger': 'EXCHANGE'}},
         'milestones': [{'kind': 'MEASURE', 'name': {'en': 'Seed bank'}, 'due': '../2026-09-30',
           'body': 'ecology'}],
         'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'reason': 'As it was'},
           {'kind': 'NOTIFICATION_SENT', 'on': '2026-06-01', 'party': 'AZ', 'reason': 'As it was'}]}"""
            .formatted(party));
  }

  private Guest as(String account) {
    return Guest.at(port, account);
  }
}
