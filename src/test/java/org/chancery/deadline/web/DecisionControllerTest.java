package org.chancery.deadline.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Managers extend, waive and suspend deadlines over HTTP. */
@ChanceryTest
class DecisionControllerTest {

  private static final String EXTENSION =
      "{'to': '2026-12-15', 'reason': 'The ship is late', 'authority': 'Order 12'}";
  private static final String WAIVER = "{'reason': 'Not needed', 'authority': 'Order 13'}";
  private static final String SUSPENSION =
      "{'from': '2026-11-21', 'to': '2026-11-30', 'reason': 'Inquiry', 'authority': 'Order 14'}";

  @LocalServerPort int port;

  @Test
  void anExtendedDeadlineIsNotOverdueUntilItIsOverdueAgain() {
    String deadline = opened() + "/milestones/1";
    assertThat(status(deadline, "")).isEqualTo("OVERDUE");
    Caller.Answer made = manager().post(deadline + "/extensions", EXTENSION);
    assertThat(made.status()).as("%s", made.body()).isEqualTo(201);
    assertThat(made.body().path("state").asText()).isEqualTo("DECIDED");
    assertThat(clerk().get(made.header("Location")).body()).isEqualTo(made.body());
    assertThat(status(deadline, "")).isEqualTo("DUE_SOON");
    assertThat(status(deadline, "?asOf=2026-11-20")).isEqualTo("OVERDUE");
    JsonNode again = clerk().get(deadline + "?asOf=2026-12-16").body();
    assertThat(again.path("status").asText()).isEqualTo("OVERDUE");
    assertThat(again.path("daysLate").path("min").asInt()).isEqualTo(1);
    assertThat(again.path("dueBy").path("first").asText()).isEqualTo("2026-10-31");
    assertThat(again.path("dueBy").path("edtf").asText()).isEqualTo("2026-12-15");
    assertThat(again.path("extended").asBoolean()).isTrue();
    assertThat(again.path("decisions").get(0).path("authority").asText()).isEqualTo("Order 12");
  }

  @Test
  void theReportShowsTheFirstDateAndWhoExtendedIt() {
    String path = opened();
    manager().post(path + "/milestones/1/extensions", EXTENSION);
    JsonNode item =
        manager().all("/api/reports/overdue?asOf=2026-12-16&status=OVERDUE&limit=200").stream()
            .filter(each -> path.endsWith(each.path("subject").path("reference").asText()))
            .findFirst()
            .orElseThrow();
    assertThat(item.path("extended").asBoolean()).isTrue();
    assertThat(item.path("due").path("first").asText()).isEqualTo("2026-10-31");
    assertThat(item.path("firstHeldOn").asText()).isEqualTo("2026-12-16");
    assertThat(item.path("explanation").asText())
        .contains("first due: 2026-10-31; extended to 2026-12-15 by mddt", "Order 12");
    String reference = item.path("subject").path("reference").asText();
    String csv =
        manager().get("/api/reports/overdue.csv?asOf=2026-12-16&status=OVERDUE").response().body();
    assertThat(csv.lines().findFirst().orElseThrow()).contains(",first,extended,");
    assertThat(csv.lines().filter(line -> line.startsWith(reference)))
        .singleElement()
        .asString()
        .contains(",2026-10-31,true,");
  }

  @Test
  void aWaiverDoesNothingUntilASecondManagerConfirmsIt() {
    String path = opened();
    String waivers = path + "/milestones/1/waivers";
    Caller.Answer proposed = manager().post(waivers, WAIVER);
    assertThat(proposed.status()).isEqualTo(202);
    assertThat(proposed.body().path("state").asText()).isEqualTo("PROPOSED");
    assertThat(status(path + "/milestones/1", "")).isEqualTo("OVERDUE");
    assertThat(manager().post(waivers, WAIVER).status()).isEqualTo(422);
    String confirmation = proposed.header("Location") + "/confirmation";
    Caller.Answer self = manager().post(confirmation, "");
    assertThat(self.status()).isEqualTo(403);
    assertThat(self.body().path("detail").asText()).contains("another manager");
    Caller.Answer confirmed = as("mddtDeputy").post(confirmation, "");
    assertThat(confirmed.status()).as("%s", confirmed.body()).isEqualTo(200);
    assertThat(confirmed.body().path("state").asText()).isEqualTo("CONFIRMED");
    assertThat(confirmed.body().path("confirmedBy").asText()).isEqualTo("mddtDeputy");
    assertThat(status(path + "/milestones/1", "")).isEqualTo("WAIVED");
    assertThat(status(path + "/milestones/1", "?asOf=2026-11-20")).isEqualTo("OVERDUE");
    assertThat(as("mddtDeputy").post(confirmation, "").status()).isEqualTo(409);
    assertThat(manager().post(waivers, WAIVER).status()).isEqualTo(422);
    assertThat(clerk().get(waivers).body().path("items")).hasSize(1);
  }

  @Test
  void aWithdrawnWaiverMakesRoomForAnother() {
    String waivers = opened() + "/milestones/1/waivers";
    String first = manager().post(waivers, WAIVER).header("Location");
    assertThat(clerk().post(first + "/withdrawal", "").status()).isEqualTo(403);
    Caller.Answer withdrawn = manager().post(first + "/withdrawal", "");
    assertThat(withdrawn.body().path("state").asText()).isEqualTo("WITHDRAWN");
    assertThat(manager().post(first + "/withdrawal", "").status()).isEqualTo(409);
    assertThat(as("mddtDeputy").post(first + "/confirmation", "").status()).isEqualTo(409);
    assertThat(manager().post(waivers, WAIVER).status()).isEqualTo(202);
  }

  @Test
  void aSuspendedDeadlineAccusesNobodyWhileItLasts() {
    String deadline = opened() + "/milestones/1";
    assertThat(manager().post(deadline + "/suspensions", SUSPENSION).status()).isEqualTo(201);
    assertThat(status(deadline, "")).isEqualTo("SUSPENDED");
    assertThat(status(deadline, "?asOf=2026-11-20")).isEqualTo("OVERDUE");
    assertThat(status(deadline, "?asOf=2026-12-01")).isEqualTo("SEVERELY_OVERDUE");
    assertThat(clerk().get(deadline + "/suspensions").body().path("items")).hasSize(1);
    assertThat(clerk().get(deadline + "/extensions").body().path("items")).isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "mddtManager, 201, 403",
    "mddtDeputy, 201, 403",
    "energyManager, 403, 201",
    "energyDeputy, 403, 201",
    "mddtClerk, 403, 403",
    "energyClerk, 403, 403",
    "mfaClerk, 403, 403",
    "mfaManager, 403, 403",
    "registrar, 403, 403",
    "lawyer, 403, 403",
    "healthManager, 404, 404",
    "operator, 404, 404",
    "admin, 404, 404"
  })
  void onlyManagersOfItsBodyDecideOnADeadline(String account, int responsible, int owner) {
    String path = opened();
    Caller.Answer ofResponsible = as(account).post(path + "/milestones/1/extensions", EXTENSION);
    assertThat(ofResponsible.status()).isEqualTo(responsible);
    assertThat(as(account).post(path + "/milestones/2/suspensions", SUSPENSION).status())
        .isEqualTo(owner);
  }

  @Test
  void whatIsWrongIsToldAtOnceAndNothingIsStored() {
    String deadline = opened() + "/milestones/1";
    assertThat(
            pointers(manager().post(deadline + "/extensions", "{'to': 'soon', 'why': 'x'}"), 400))
        .containsExactlyInAnyOrder("/to", "/why", "/reason", "/authority");
    assertThat(
            pointers(
                manager()
                    .post(
                        deadline + "/suspensions",
                        "{'from': '2027-02', 'to': '2027-01', 'reason': ' ', 'authority': 'A'}"),
                400))
        .containsExactlyInAnyOrder("/to", "/reason");
    assertThat(
            pointers(
                manager()
                    .post(deadline + "/extensions", EXTENSION.replace("2026-12-15", "2026-10")),
                422))
        .containsExactly("/to");
    assertThat(
            pointers(
                manager()
                    .post(deadline + "/extensions", EXTENSION.replace("2026-12-15", "2027/..")),
                400))
        .containsExactly("/to");
    assertThat(clerk().get(deadline).body().path("decisions")).isEmpty();
  }

  @Test
  void whatIsDoneOrNotThereIsNotDecidedOn() {
    String path = opened();
    clerk().post(path + "/events", "{'kind': 'MEASURE_DONE', 'on': '2026-11-20', 'milestone': 1}");
    Caller.Answer done = manager().post(path + "/milestones/1/waivers", WAIVER);
    assertThat(done.status()).isEqualTo(422);
    assertThat(done.body().path("detail").asText()).contains("correct the event");
    assertThat(manager().post(path + "/milestones/9/waivers", WAIVER).status()).isEqualTo(404);
    assertThat(manager().post(path + "/milestones/1/waivers/1/confirmation", "").status())
        .isEqualTo(404);
  }

  @Test
  void eachDecisionLeavesItsEntryInTheJournalAndAnotherTag() {
    String path = opened();
    String before = clerk().get(path).header("ETag");
    String deadline = path + "/milestones/1";
    manager().post(deadline + "/extensions", EXTENSION);
    assertThat(clerk().get(path).header("ETag")).isNotEqualTo(before);
    String waiver = manager().post(deadline + "/waivers", WAIVER).header("Location");
    as("mddtDeputy").post(waiver + "/confirmation", "");
    JsonNode entries = clerk().get(path + "/journal").body().path("items");
    assertThat(entries.findValuesAsText("change"))
        .endsWith("EXTENDED", "WAIVER_PROPOSED", "WAIVER_CONFIRMED");
    JsonNode last = entries.get(entries.size() - 1);
    assertThat(last.path("account").asText()).isEqualTo("mddtDeputy");
    assertThat(last.path("before").path("state").asText()).isEqualTo("PROPOSED");
    assertThat(last.path("after").path("confirmedBy").asText()).isEqualTo("mddtDeputy");
  }

  @Test
  void oneKeyDecidesOnce() {
    String extensions = opened() + "/milestones/1/extensions";
    String key = "extend " + extensions;
    Caller.Answer first = manager().post(extensions, EXTENSION, "Idempotency-Key", key);
    Caller.Answer second = manager().post(extensions, EXTENSION, "Idempotency-Key", key);
    assertThat(List.of(first.status(), second.status())).containsOnly(201);
    assertThat(clerk().get(extensions).body().path("items")).hasSize(1);
  }

  @Test
  void aTaskFollowsTheExtendedDateAndEndsWithAWaiver() {
    String path = opened();
    assertThat(taskOf(path).path("due").asText()).isEqualTo("2026-10-31");
    manager().post(path + "/milestones/1/extensions", EXTENSION);
    assertThat(taskOf(path).path("due").asText()).isEqualTo("2026-12-15");
    String waiver = manager().post(path + "/milestones/1/waivers", WAIVER).header("Location");
    as("mddtDeputy").post(waiver + "/confirmation", "");
    assertThat(taskOf(path).isMissingNode()).isTrue();
  }

  private JsonNode taskOf(String path) {
    return clerk().all("/api/tasks?limit=200").stream()
        .filter(task -> path.endsWith(task.path("reference").asText()))
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  private static List<String> pointers(Caller.Answer answer, int status) {
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(status);
    return answer.body().path("errors").findValuesAsText("pointer");
  }

  private String status(String deadline, String asOf) {
    return clerk().get(deadline + asOf).body().path("status").asText();
  }

  private String opened() {
    Caller.Answer opened =
        clerk()
            .post(
                "/api/instruments",
                """
                {'type': 'UNDERTAKING', 'title': {'en': 'Decided upon'}, 'responsibleBody': 'mddt',
                 'parties': [{'code': 'AZ'}],
                 'milestones': [
                   {'kind': 'MEASURE', 'due': '2026-10-31'},
                   {'kind': 'MEASURE', 'due': '2026-10-31', 'body': 'energy'}]}""");
    return "/api/instruments/" + opened.body().path("reference").asText();
  }

  private Caller manager() {
    return as("mddtManager");
  }

  private Caller clerk() {
    return as("mddtClerk");
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }
}
