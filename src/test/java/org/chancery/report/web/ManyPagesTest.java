package org.chancery.report.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Guest;
import org.chancery.Meanwhile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.OptimisticLockingFailureException;

/** Rulings on many deadlines at once, as a plain browser sees them. */
@ChanceryTest
class ManyPagesTest {

  @LocalServerPort int port;
  @Autowired private Desk desk;
  @Autowired private Instruments instruments;
  @Autowired private Processes processes;
  @Autowired private ConfigurableApplicationContext house;

  @Test
  void whatCanBeExtendedIsAndWhatCannotStaysChosenWithItsReason() {
    Reference one = open("mddt");
    Reference other = open("mddt");
    Reference met = open("mddt");
    desk.record("mddtManager", met, "{'kind': 'REPORTED', 'milestone': 1, 'on': '2026-10-30'}");
    HttpResponse<String> page = extended(List.of(one, other, met));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Done: 2", "Not done: 1", "This deadline is met")
        .containsPattern("name=\"listed\" value=\"" + met)
        .doesNotContain("name=\"listed\" value=\"" + one);
    assertThat(decisions(one)).extracting(Decision::kind).containsExactly(Decision.Kind.EXTENSION);
    assertThat(decisions(other)).extracting(Decision::authority).containsExactly("Order 7");
    assertThat(decisions(met)).isEmpty();
  }

  @Test
  void whatAnotherChangesInThatMomentStaysChosen() {
    Reference one = open("mddt");
    Reference other = open("mddt");
    HttpResponse<String> page =
        Meanwhile.during(house, other, ManyPagesTest::another, () -> extended(List.of(one, other)));
    assertThat(page.body())
        .contains("Done: 1", "Not done: 1", "Another request is changing the same thing")
        .containsPattern("name=\"listed\" value=\"" + other);
    assertThat(decisions(one)).hasSize(1);
    assertThat(decisions(other)).isEmpty();
  }

  private HttpResponse<String> extended(List<Reference> cases) {
    return rule(
        "mddtManager",
        cases,
        "what",
        "EXTEND",
        "/to",
        "2026-12-15",
        "/authority",
        "Order 7",
        "/reason",
        "The ministry moves house");
  }

  private static void another() {
    throw new OptimisticLockingFailureException("Another changed it first.");
  }

  @Test
  void whatIsTickedIsCarriedThroughTheReport() {
    Reference one = open("economy");
    String spot = one + ".1";
    assertThat(ticks("/reports/overdue?party=AZ&on=" + spot))
        .anyMatch(tick -> tick.contains("checkbox") && tick.contains(spot) && isTicked(tick));
    assertThat(ticks("/reports/overdue?dueWithin=90&on=" + spot))
        .anyMatch(tick -> tick.contains("hidden") && tick.contains(spot));
  }

  @Test
  void theWayBackLeadsToThePartOfTheReportThatSheCameFrom() {
    Reference one = open("economy");
    String back = "href=\"/reports/overdue?party=AZ&amp;body=economy\"";
    assertThat(
            Guest.at(port, "economyManager")
                .get("/decisions?party=AZ&body=economy&on=" + one + ".1")
                .body())
        .contains(back);
    List<Reference> chosen = List.of(one);
    assertThat(
            rule("economyManager", chosen, "back", "/reports/overdue?party=AZ&body=economy").body())
        .contains(back);
    assertThat(rule("economyManager", chosen, "back", "https://example.org/").body())
        .contains("href=\"/reports/overdue\"")
        .doesNotContain("example.org");
  }

  private List<String> ticks(String report) {
    return Guest.at(port, "economyManager")
        .get(report)
        .body()
        .lines()
        .filter(line -> line.contains("name=\"on\""))
        .toList();
  }

  private static boolean isTicked(String tick) {
    return tick.contains("checked=\"checked\"");
  }

  @Test
  void aProposedWaiverIsMarkedInTheReport() {
    Reference reference = open("health");
    rule(
        "healthManager",
        List.of(reference),
        "what",
        "WAIVE",
        "/authority",
        "Order 4",
        "/reason",
        "No longer needed");
    assertThat(Guest.at(port, "healthManager").get("/reports/overdue?body=health").body())
        .contains("waiver proposed, not yet confirmed");
  }

  @Test
  void whatIsSentTwiceHappensOnce() {
    Reference reference = open("mddt");
    String[] form = {"token", "once", "what", "CHASE", "/reason", "Please report"};
    assertThat(rule("mddtManager", List.of(reference), form).body()).contains("Done: 1");
    assertThat(rule("mddtManager", List.of(reference), form).body()).contains("Done: 1");
    assertThat(decisions(reference)).hasSize(1);
    form[5] = "Please report again";
    assertThat(rule("mddtManager", List.of(reference), form).body()).contains("Done: 1");
    assertThat(decisions(reference)).hasSize(2);
  }

  @Test
  void whatIsWrongWithTheFormStandsBesideItsFieldAndNothingIsLost() {
    Reference reference = open("mddt");
    HttpResponse<String> page =
        rule("mddtManager", List.of(reference), "what", "EXTEND", "/authority", "Order 9");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body())
        .contains("href=\"#/to\"", "href=\"#/reason\"", "value=\"Order 9\"")
        .containsPattern("name=\"on\" value=\"" + reference + ".1\"\\s+checked");
    assertThat(rule("mddtManager", List.of(), "what", "CHASE", "/reason", "x").statusCode())
        .isEqualTo(400);
    assertThat(rule("mddtManager", List.of(reference), "/reason", "x").body())
        .contains("Choose one of them.");
    assertThat(decisions(reference)).isEmpty();
  }

  @Test
  void whoMayNotDecideIsToldSoAndSeesNothingOfOthers() {
    Reference own = open("mddt");
    Reference foreign = open("culture");
    String page = Guest.at(port, "mddtClerk").get(address(List.of(own, foreign))).body();
    assertThat(page)
        .contains("Only a manager of &quot;Ministry of Digital", "There is no case " + foreign)
        .doesNotContain("name=\"what\"", "Many at once culture");
    HttpResponse<String> refused =
        rule("mddtClerk", List.of(own, foreign), "what", "CHASE", "/reason", "x");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(Stream.of(own, foreign)).allMatch(each -> decisions(each).isEmpty());
  }

  @Test
  void tasksGoToAPersonOfTheBodyWhoMayDoThem() {
    Reference reference = open("mddt");
    assertThat(assignees(reference)).containsOnly("");
    assertThat(assign(reference, "healthClerk").statusCode()).isEqualTo(422);
    assertThat(assignees(reference)).containsOnly("");
    assertThat(assign(reference, "mddtClerk").body()).contains("Done: 1");
    assertThat(assignees(reference)).contains("mddtClerk");
    assertThat(assign(reference, "mddtClerk").body()).contains("No open task of this deadline");
    JsonNode journal =
        Caller.at(port, "mddtManager")
            .get("/api/instruments/" + reference + "/journal")
            .body()
            .at("/items");
    assertThat(StreamSupport.stream(journal.spliterator(), false))
        .filteredOn(entry -> entry.path("change").asText().equals("TASKS_ASSIGNED"))
        .hasSize(1);
  }

  @Test
  void theSecondManagerFindsTheWaiversAndConfirmsThem() {
    List<Reference> cases = List.of(open("ecology"), open("ecology"), open("ecology"));
    rule("ecologyManager", cases, "what", "WAIVE", "/authority", "Order 3", "/reason", "Moot");
    assertThat(Guest.at(port, "ecologyManager").get("/decisions/waivers").body())
        .contains("You cannot confirm it");
    assertThat(Guest.at(port, "ecologyManager").get("/").body())
        .doesNotContain("Waivers to confirm");
    Guest deputy = Guest.at(port, "ecologyDeputy");
    assertThat(deputy.get("/").body()).contains("Waivers to confirm");
    assertThat(deputy.get("/decisions/waivers").body())
        .contains(cases.get(0) + ".1.1", cases.get(1) + ".1.1");
    String path = "/decisions/waivers";
    HttpResponse<String> confirmed =
        deputy.submit(
            path,
            path,
            "token",
            "w",
            "what",
            "confirmation",
            "on",
            cases.get(0) + ".1.1",
            "on",
            cases.get(1) + ".1.1");
    assertThat(confirmed.body())
        .contains("Done: 2", "/instruments/" + cases.get(0) + "#m1")
        .contains(cases.get(2) + ".1.1");
    HttpResponse<String> withdrawn =
        deputy.submit(path, path, "token", "w", "what", "withdrawal", "on", cases.get(2) + ".1.1");
    assertThat(withdrawn.body()).contains("Done: 1", "No waiver waits");
    assertThat(cases.stream().map(each -> decisions(each).get(0).state()))
        .containsExactly(
            Decision.State.CONFIRMED, Decision.State.CONFIRMED, Decision.State.WITHDRAWN);
    assertThat(
            Guest.at(port, "ecologyManager")
                .submit(path, path, "token", "w", "what", "confirmation")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void noMoreThanTwoHundredAreRuledOnAtOnce() {
    String many =
        IntStream.rangeClosed(1, 201)
            .mapToObj(i -> "on=2026-000123-6." + i)
            .collect(Collectors.joining("&"));
    Guest manager = Guest.at(port, "mddtManager");
    assertThat(manager.get("/decisions?" + many).statusCode()).isEqualTo(400);
    assertThat(manager.get("/decisions?on=nonsense").statusCode()).isEqualTo(400);
    assertThat(manager.get("/decisions").body()).contains("Nothing is chosen");
  }

  private HttpResponse<String> assign(Reference reference, String person) {
    return rule(
        "mddtManager", List.of(reference), "what", "ASSIGN", "/person", person, "/reason", "Do it");
  }

  private HttpResponse<String> rule(String account, List<Reference> cases, String... fields) {
    List<String> form = new ArrayList<>(List.of(fields));
    if (!form.contains("token")) {
      form.addAll(List.of("token", java.util.UUID.randomUUID().toString()));
    }
    cases.forEach(each -> form.addAll(List.of("on", each + ".1")));
    return Guest.at(port, account)
        .submit(address(cases), "/decisions", form.toArray(String[]::new));
  }

  private static String address(List<Reference> cases) {
    return "/decisions?"
        + cases.stream().map(each -> "on=" + each + ".1").collect(Collectors.joining("&"));
  }

  private List<Decision> decisions(Reference reference) {
    return instruments.known(reference).decisions();
  }

  private List<String> assignees(Reference reference) {
    return processes.openSteps(reference).stream()
        .map(OpenStep::assignee)
        .map(assignee -> assignee == null ? "" : assignee)
        .toList();
  }

  private Reference open(String body) {
    return desk.open(
        body + "Clerk",
        """
        {'type': 'UNDERTAKING', 'title': {'en': 'Many at once %s'}, 'responsibleBody': '%s',
         'parties': [{'code': 'AZ'}], 'milestones': [{'kind': 'REPORT', 'due': '../2026-10-31'}]}"""
            .formatted(body, body));
  }
}
