package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The tour of the product: an agreement from its first draft until it is in force, registered and
 * performed, told by the people of the house over REST.
 */
@ChanceryTest
class StoryTest {

  @LocalServerPort int port;

  private String reference = "";

  @Test
  void anAgreementIsFollowedFromItsFirstDraftToItsPerformance() {
    reference = open();
    assertThat(stage()).isEqualTo("INITIATIVE");

    does("mddtClerk", "draft", "'on': '2026-02-02'");
    does("justiceClerk", "give-expertise", "'on': '2026-02-16', 'answer': 'EXPERTISE_GIVEN'");
    does("energyClerk", "clear", "'on': '2026-02-20', 'answer': 'CLEARED'");
    does("mfaClerk", "authorise", "'on': '2026-03-01', 'act': 'Decree 12'");
    does("mddtClerk", "initial", "'on': '2026-03-05'");
    does("mfaClerk", "sign", "'on': '2026-04-10', 'answer': 'SIGNED'");
    assertThat(stage()).isEqualTo("CONSENT_PENDING");
    assertThat(statuses()).contains("AT_RISK");

    does("registrar", "lodge-original", "'on': '2026-04-20'");
    does(
        "mddtClerk", "adopt-act", "'on': '2026-06-01', 'answer': 'HEAD_OF_STATE_ACT', 'act': '77'");
    does("mddtClerk", "complete-consent", "'on': '2026-06-01'");
    does(
        "mfaClerk",
        "perform-international-act",
        "'on': '2026-06-15', 'answer': 'NOTIFICATION_SENT', 'note': '5/12'");
    does("mfaClerk", "confirm-receipt", "'on': '2026-06-20', 'answer': 'NOTIFICATION_RECEIVED'");
    says("mfaClerk", "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'KZ', 'on': '2026-07-01'}");

    assertThat(stage()).as("30 days after the last note: 31 July 2026").isEqualTo("IN_FORCE");
    does("registrar", "publish", "'on': '2026-08-05'");
    does("registrar", "enter-in-register", "'on': '2026-08-06'");
    does("mfaClerk", "register-with-un", "'on': '2026-09-01', 'act': 'I-58000'");

    does("mddtClerk", "carry-out-measure", "'on': '2026-11-20', 'remark': 'Opened to traffic'");
    assertThat(stage()).isEqualTo("PERFORMED");
    assertThat(statuses()).isEmpty();
    assertThat(journal())
        .startsWith("OPENED")
        .hasSize(18)
        .contains("EVENT_RECORDED", "ORIGINAL_REGISTERED");
  }

  private String open() {
    Caller.Answer opened =
        as("mddtClerk")
            .post(
                "/api/instruments",
                """
                {'type': 'AGREEMENT', 'level': 'INTERGOVERNMENTAL', 'binding': true,
                 'title': {'en': 'Agreement on a data exchange point'}, 'consent': 'APPROVAL',
                 'responsibleBody': 'mddt', 'participatingBodies': ['energy'],
                 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
                 'entryIntoForce': {'general': {'trigger': 'LAST_NOTIFICATION_RECEIVED', 'offset': 'P30D'}},
                 'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'Exchange point opened'},
                    'due': '2026-11', 'statedAs': 'in November 2026', 'body': 'mddt', 'basis': 'STATED'},
                   {'kind': 'SIGNING', 'due': '2026-04-01', 'basis': 'STATED'}]}""",
                "Idempotency-Key",
                "story");
    assertThat(opened.status()).isEqualTo(201);
    assertThat(opened.header("Location")).endsWith(opened.body().path("reference").asText());
    return opened.body().path("reference").asText();
  }

  /** The account completes its task at the step. */
  private void does(String account, String step, String fields) {
    JsonNode task =
        as(account).all("/api/tasks?limit=200").stream()
            .filter(each -> each.path("reference").asText().equals(reference))
            .filter(each -> each.path("step").asText().equals(step))
            .findFirst()
            .orElseThrow(() -> new AssertionError(account + " has no task " + step));
    Caller.Answer done =
        as(account)
            .post("/api/tasks/" + task.path("id").asText() + "/completion", "{" + fields + "}");
    assertThat(done.status()).as("%s: %s", step, done.body()).isEqualTo(200);
  }

  /** The account records an event. */
  private void says(String account, String event) {
    assertThat(as(account).post("/api/instruments/" + reference + "/events", event).status())
        .isEqualTo(201);
  }

  private String stage() {
    return as("mfaClerk").get("/api/instruments/" + reference).body().path("stage").asText();
  }

  private List<String> statuses() {
    JsonNode findings = as("mfaManager").get("/api/instruments/" + reference + "/findings").body();
    return findings.path("items").findValuesAsText("status");
  }

  private List<String> journal() {
    return as("registrar")
        .get("/api/instruments/" + reference + "/journal")
        .body()
        .path("items")
        .findValuesAsText("change");
  }

  private Caller as(String account) {
    return Caller.at(port, account);
  }
}
