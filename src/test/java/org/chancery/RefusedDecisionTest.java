package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A decision that is refused in the task list calls its fields as its own form does. */
@ChanceryTest
class RefusedDecisionTest {

  private static final String OVERDUE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Undertaking to decide on'}, 'parties': [{'code': 'AZ'}],
       'responsibleBody': 'mddt', 'milestones': [{'kind': 'COMPLETION', 'due': '2026-11-10'}]}""";

  @LocalServerPort int port;
  @Autowired Desk desk;

  @Test
  void namesTheReasonAsTheFormDoes() {
    Reference reference = desk.open("mddtClerk", OVERDUE);
    JsonNode task =
        Caller.at(port, "mddtManager").all("/api/tasks?limit=200").stream()
            .filter(each -> each.path("reference").asText().equals(reference.value()))
            .filter(each -> each.path("step").asText().equals("decide-overdue"))
            .findFirst()
            .orElseThrow();
    Trespasser manager = Trespasser.at(port, "manager", "mddtManager");
    manager.knock("GET", "/camunda/app/tasklist/default/");
    Trespasser.Seen refused =
        manager.knock(
            "POST",
            "/camunda/api/engine/engine/default/task/" + task.path("id").asText() + "/submit-form",
            "{'variables': {'answer': {'value': 'EXTEND', 'type': 'String'}}}");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text())
        .contains("New deadline: ", "Reason: ")
        .doesNotContain("Reason, if out of order");
  }
}
