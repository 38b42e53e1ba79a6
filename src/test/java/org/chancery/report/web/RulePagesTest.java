package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.deadline.RuleTables;
import org.chancery.deadline.TableName;
import org.chancery.deadline.TableVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The page on which lawyers change a table, as plain browsers see it. */
@ChanceryTest
class RulePagesTest {

  private static final String PAGE = "/rules/thresholds";
  private static final String CHANGES = PAGE + "/changes";
  private static final String PROGRAMME =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Undertaking of the rules page'},
       'responsibleBody': 'ecology', 'parties': [{'code': 'AZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2027-06-30', 'body': 'ecology', 'basis': 'STATED'}]}""";

  @LocalServerPort int port;
  @Autowired RuleTables tables;
  @Autowired Desk desk;

  /** No change stays under way, and the tables are as they were. */
  @AfterEach
  void restore() {
    tables
        .underWay(TableName.THRESHOLDS)
        .ifPresent(change -> desk.as("lawyer", () -> refuse(change)));
    if (!inForce().text().equals(first().text())) {
      desk.as("lawyer", () -> stage(first(), inForce().number()));
      TableVersion back = tables.underWay(TableName.THRESHOLDS).orElseThrow();
      desk.as("lawyer", () -> apply(back));
      desk.as("mfaManager", () -> confirm(back));
    }
  }

  @Test
  void aLawyerSeesWhatAChangeWouldDoAndAManagerPutsItInForce() {
    String reference = desk.open("ecologyClerk", PROGRAMME).value();
    Guest lawyer = lawyer();
    HttpResponse<String> staged =
        stage(lawyer, first("due-soon,REPORT,ecology,400,URGENT,earlier"));
    assertThat(staged.body())
        .contains("It is put forward.")
        .containsPattern("would flag [12] more, clear 0 and change 0, in [12] cases?\\.")
        .contains("Undertaking of the rules page", reference, "Running", "Due soon")
        .contains("due-soon,REPORT,ecology,400,URGENT,earlier");
    assertThat(statusOf(reference)).isEmpty();
    int number = tables.underWay(TableName.THRESHOLDS).orElseThrow().number();

    HttpResponse<String> applied = decide(lawyer, number, "application");
    assertThat(applied.body()).contains("It is applied.", "a second lawyer or a manager");
    HttpResponse<String> own = decide(lawyer, number, "confirmation");
    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body()).contains("You put this change forward or applied it");
    assertThat(statusOf(reference)).isEmpty();

    HttpResponse<String> confirmed = decide(Guest.at(port, "mfaManager"), number, "confirmation");
    assertThat(confirmed.body()).contains("It is in force.");
    assertThat(statusOf(reference)).isEqualTo("DUE_SOON URGENT");
    HttpResponse<String> again = decide(Guest.at(port, "mfaDeputy"), number, "confirmation");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("does not wait for this any more");
  }

  @Test
  void aMalformedTableIsRefusedWithEveryFaultAndNothingTypedIsLost() {
    HttpResponse<String> page =
        stage(lawyer(), first("overdue,REPORT,,soon,URGENT,kept as typed\noverdue,,mddt,5,GRAVE,"));
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .containsPattern("line \\d+, column days: &quot;soon&quot; is not a whole number")
        .containsPattern("line \\d+, column severity: &quot;GRAVE&quot; is none of: INFO, WARNING")
        .contains("kept as typed", "value=\"A test of the page\"");
    assertThat(tables.underWay(TableName.THRESHOLDS)).isEmpty();
  }

  @Test
  void aManagerSeesTheNamesOfHerCasesAndTheNumberOfTheOthers() {
    desk.open("ecologyClerk", PROGRAMME);
    stage(lawyer(), first("due-soon,REPORT,ecology,400,URGENT,earlier"));
    assertThat(Guest.at(port, "ecologyManager").get(PAGE).body())
        .contains("Undertaking of the rules page");
    assertThat(Guest.at(port, "healthManager").get(PAGE).body())
        .contains("Dry run", "not named here")
        .doesNotContain("Undertaking of the rules page");
    assertThat(Guest.at(port, "ecologyClerk").get(PAGE).body())
        .contains("Change under way", "Only a lawyer may change or apply a table")
        .doesNotContain("Dry run");
  }

  @Test
  void everybodyReadsTheTablesAndTheRules() {
    HttpResponse<String> page = Guest.at(port, "healthClerk").get("/rules");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("severely-overdue", "late for thirty days or more", "VCLT art. 14")
        .contains("A party consented to be bound before it signed");
    assertThat(Guest.at(port, "healthClerk").get(PAGE).body())
        .contains("Only a lawyer may change")
        .doesNotContain("<textarea");
    assertThat(lawyer().get(PAGE + "/1/text").body()).startsWith("\uFEFF# The policy");
    assertThat(lawyer().get(PAGE + "/1").body()).contains("SHA-256");
    assertThat(lawyer().get("/rules/nothing").statusCode()).isEqualTo(404);
    assertThat(lawyer().get(PAGE + "/99").statusCode()).isEqualTo(404);
  }

  @Test
  void nobodyElseStages() {
    Guest lawyer = lawyer();
    assertThat(lawyer.get(PAGE).body()).contains("<textarea");
    HttpResponse<String> page = stage(Guest.at(port, "mfaManager"), first("overdue,,mddt,5,INFO,"));
    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("Only a lawyer may change or apply a table");
  }

  private HttpResponse<String> stage(Guest guest, String text) {
    return guest.submit(
        PAGE,
        CHANGES,
        "text",
        text,
        "remark",
        "A test of the page",
        "from",
        String.valueOf(inForce().number()));
  }

  private static HttpResponse<String> decide(Guest guest, int number, String move) {
    return guest.submit(PAGE, CHANGES + "/" + number + "/" + move);
  }

  private String first(String row) {
    return first().text().value() + row + "\n";
  }

  private TableVersion first() {
    return tables.version(TableName.THRESHOLDS, 1);
  }

  private TableVersion inForce() {
    return tables.inForce(TableName.THRESHOLDS);
  }

  private TableVersion stage(TableVersion version, int from) {
    return tables.stage(TableName.THRESHOLDS, version.text(), "As it was", from);
  }

  private boolean refuse(TableVersion change) {
    tables.refuse(TableName.THRESHOLDS, change.number(), null);
    return true;
  }

  private boolean apply(TableVersion change) {
    tables.apply(TableName.THRESHOLDS, change.number());
    return true;
  }

  private boolean confirm(TableVersion change) {
    tables.confirm(TableName.THRESHOLDS, change.number());
    return true;
  }

  /** The status and severity of the case's only finding; empty while it has none. */
  private String statusOf(String reference) {
    var finding =
        Caller.at(port, "lawyer")
            .get("/api/instruments/" + reference + "/findings")
            .body()
            .path("items")
            .path(0);
    return (finding.path("status").asText() + " " + finding.path("severity").asText()).strip();
  }

  private Guest lawyer() {
    return Guest.at(port, "lawyer");
  }
}
