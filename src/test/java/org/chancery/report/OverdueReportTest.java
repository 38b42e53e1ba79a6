package org.chancery.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Guest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The managers' report over HTTP, on the seeds. */
@ChanceryTest
class OverdueReportTest {

  private static final String FIBRE = "caspian-fibre-optic";
  private static final String PROGRAMME = "cooperation-programme-2022-2026";

  @LocalServerPort int port;

  @Test
  void onNewYearsDayTheFibreLineAndTheProgrammeAreOneDayOverdue() {
    for (String slug : List.of(FIBRE, PROGRAMME)) {
      JsonNode item = item("?asOf=2027-01-01", slug).orElseThrow();
      assertThat(item.path("status").asText()).isEqualTo("OVERDUE");
      assertThat(item.path("daysLate").path("min").asInt()).isEqualTo(1);
      assertThat(item.path("daysLate").path("max").asInt()).isEqualTo(1);
      assertThat(item.path("basis").asText()).isEqualTo("STATED");
      assertThat(item.path("sources").findValuesAsText("outlet")).contains("AZERTAC");
    }
  }

  @Test
  void onTheLastDayOfTheYearBothAreDueToday() {
    assertThat(statusOf("?asOf=2026-12-31", FIBRE)).contains("DUE_TODAY");
    assertThat(statusOf("?asOf=2026-12-31", PROGRAMME)).contains("DUE_TODAY");
  }

  @Test
  void fortyDaysBeforeBothAreDueSoon() {
    assertThat(statusOf("?asOf=2026-11-21", FIBRE)).contains("DUE_SOON");
    assertThat(statusOf("?asOf=2026-11-21", PROGRAMME)).contains("DUE_SOON");
  }

  @Test
  void theRoadmapsPeriodEndsAYearLater() {
    String roadmap = "middle-corridor-roadmap-2022-2027";
    assertThat(statusOf("?asOf=2027-01-01", roadmap)).isEmpty();
    assertThat(statusOf("?asOf=2028-01-01", roadmap)).contains("OVERDUE");
  }

  @Test
  void anItemSaysWhatItsReaderNeedsOfTheCase() {
    JsonNode item = item("?asOf=2027-01-01", FIBRE).orElseThrow();
    assertThat(item.path("title").path("az").asText()).startsWith("Xəzər");
    assertThat(item.path("milestone").path("kind").asText()).isEqualTo("COMPLETION");
    assertThat(item.path("milestone").path("name").path("en").asText()).startsWith("Completion");
    assertThat(item.path("stage").asText()).isEqualTo("CONSENT_PENDING");
    assertThat(item.path("explanation").asText()).contains("1 day late");
  }

  @Test
  void theTotalsCountTheItems() {
    String day = "?asOf=2027-01-01";
    JsonNode report = get("mfaManager", day).body();
    long counted =
        StreamSupport.stream(report.path("totals").spliterator(), false)
            .mapToLong(JsonNode::asLong)
            .sum();
    assertThat(counted).isEqualTo(all("mfaManager", day).size()).isPositive();
    assertThat(report.path("asOf").asText()).isEqualTo("2027-01-01");
    assertThat(report.path("knownAt").asText()).endsWith("Z");
  }

  @Test
  void theFiltersNarrow() {
    String day = "?asOf=2027-01-01";
    assertThat(statusOf(day + "&body=mddt&status=OVERDUE,AT_RISK&basis=STATED&party=KZ", FIBRE))
        .contains("OVERDUE");
    for (String other :
        List.of("body=energy", "status=AT_RISK", "basis=LAW", "party=TR", "kind=REPORT")) {
      assertThat(statusOf(day + "&" + other, FIBRE)).as(other).isEmpty();
    }
  }

  @Test
  void nobodySeesMoreThanHerCases() {
    assertThat(items("healthClerk", "?asOf=2027-01-01", FIBRE)).isEmpty();
    assertThat(items("healthClerk", "?asOf=2027-01-01", PROGRAMME)).hasSize(1);
    assertThat(get("operator", "?asOf=2027-01-01").body().path("items")).isEmpty();
  }

  @Test
  void theSummaryCountsByStatusBodyStageAndAge() {
    JsonNode summary =
        Caller.at(port, "mfaManager")
            .get("/api/reports/overdue/summary?asOf=2027-01-01&body=mddt&party=KZ&basis=STATED")
            .body();
    assertThat(summary.path("byStatus").path("OVERDUE").asInt()).isPositive();
    assertThat(summary.path("byBody").path("mddt").asInt()).isPositive();
    assertThat(summary.path("byStage").path("CONSENT_PENDING").asInt()).isPositive();
    assertThat(summary.path("byAge").path("DAYS_1_TO_29").asInt()).isPositive();
  }

  @Test
  void theSheetIsUtf8WithAByteOrderMarkAndOneLineForEachItem() {
    for (String path : List.of("/api/reports/overdue.csv", "/api/reports/overdue")) {
      var answer =
          Caller.at(port, "mfaManager")
              .get(path + "?asOf=2027-01-01&body=mddt", "Accept", "text/csv");
      assertThat(answer.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=UTF-8");
      assertThat(answer.header("Content-Disposition")).contains("overdue-2027-01-01.csv");
      assertThat(answer.response().body())
          .startsWith("\uFEFFreference,slug,title")
          .contains("," + FIBRE + ",Agreement on laying");
    }
  }

  @Test
  void whatADeadlineRestsOnIsNotMadeUp() {
    String slug = "rests-on-nothing";
    String opened =
        """
        {'type': 'MEMORANDUM', 'slug': '%s', 'title': {'en': 'Memorandum'},
         'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '2026-12-31'}]}"""
            .formatted(slug);
    assertThat(Caller.at(port, "mddtClerk").post("/api/instruments", opened).status())
        .isEqualTo(201);
    String day = "?asOf=2027-01-01";
    JsonNode item = item(day, slug).orElseThrow();
    assertThat(item.path("basis").isNull()).isTrue();
    assertThat(item.path("legalBasis").isNull()).isTrue();
    assertThat(item.path("explanation").asText()).contains("(no basis is stated;");
    assertThat(item(day + "&basis=POLICY", slug)).isEmpty();
    assertThat(Caller.at(port, "mfaManager").all("/api/findings" + day))
        .filteredOn(finding -> finding.path("subject").path("slug").asText().equals(slug))
        .singleElement()
        .matches(finding -> finding.path("basis").isNull());
    String page =
        Guest.at(port, "mddtManager").get("/reports/overdue" + day + "&kind=REPORT").body();
    assertThat(page).contains("title=\"Nobody has said what it rests on\"");
  }

  @Test
  void aDayThatIsStatedAsSuchIsToldOnce() {
    String due =
        """
        {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '%s'}]}""";
    String once = "<span class=\"computed\">30 Oct 2026</span>";
    assertThat(pageOf(due.formatted("2026-10-30")))
        .contains(once)
        .doesNotContain("<span class=\"stated\">30 Oct 2026</span>");
    assertThat(pageOf(due.formatted("../2026-10-30")))
        .contains(once)
        .doesNotContain("<span class=\"stated\">by 30 Oct 2026</span>");
    assertThat(pageOf(due.formatted("2026-09-15/2026-10-30"))).contains("<span class=\"stated\">");
  }

  /** The lawyer asks "says who?": a law that nobody cites is not passed over in silence. */
  @Test
  void aLawThatIsNotCitedIsSaidToBeMissing() {
    String opened =
        """
        {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '2026-10-31', 'basis': '%s'}]}""";
    String missing = ": <span class=\"unknown\">Not stated</span></dd>";
    assertThat(pageOf(opened.formatted("LAW"))).contains(missing);
    assertThat(pageOf(opened.formatted("POLICY"))).doesNotContain(missing);
    assertThat(pageOf(opened.formatted("CLAUSE"))).doesNotContain(missing);
  }

  private String pageOf(String opened) {
    Caller.Answer answer = Caller.at(port, "mddtClerk").post("/api/instruments", opened);
    assertThat(answer.status()).isEqualTo(201);
    String reference = answer.body().path("reference").asText();
    return Guest.at(port, "mddtClerk").get("/instruments/" + reference).body();
  }

  @Test
  void aQuestionThatCannotBeAnsweredIsRefused() {
    for (String wrong :
        List.of("?asOf=31.12.2026", "?status=LATE", "?knownAt=yesterday", "?party=x")) {
      var answer = get("mfaManager", wrong);
      assertThat(answer.status()).as(wrong).isEqualTo(400);
      assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }
  }

  private Optional<String> statusOf(String query, String slug) {
    return item(query, slug).map(item -> item.path("status").asText());
  }

  private Optional<JsonNode> item(String query, String slug) {
    return items("mfaManager", query, slug).stream().findFirst();
  }

  private List<JsonNode> items(String account, String query, String slug) {
    return all(account, query).stream()
        .filter(item -> item.path("subject").path("slug").asText().equals(slug))
        .toList();
  }

  private List<JsonNode> all(String account, String query) {
    return Caller.at(port, account).all("/api/reports/overdue" + query + "&limit=200");
  }

  private Caller.Answer get(String account, String query) {
    return Caller.at(port, account).get("/api/reports/overdue" + query);
  }
}
