package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.Caller;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.deadline.Deciding;
import org.chancery.instrument.Decision;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The process {@code escalation}. */
@ChanceryTest
class EscalationTest {

  private static final String CASE =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Undertaking to build a line'}, 'parties': [{'code': 'AZ'}],
       'responsibleBody': 'economy',
       'milestones': [{'kind': 'COMPLETION', 'name': {'en': 'The line is built'}, 'due': '%s', 'body': '%s'}]}""";

  private static final Map<String, String> EXTENDED =
      Map.of(
          "answer", "EXTEND", "to", "2027-03-01", "authority", "Order 7", "reason", "The winter");

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired Deciding deciding;

  @Test
  void putsAMilestoneLongOverdueBeforeAManager() {
    Reference reference = open("2026-11-10", "mddt");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure", "decide-overdue");
    Decision decision = desk.decide("mddtManager", reference, "decide-overdue", EXTENDED);
    assertThat(decision.kind()).isEqualTo(Decision.Kind.EXTENSION);
    assertThat(decision.decidedBy()).isEqualTo("mddtManager");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
  }

  @Test
  void saysWhichMilestoneItIsAboutEvenWhereThatHasNoNameOfItsOwn() {
    String unnamed = CASE.replace("'name': {'en': 'The line is built'}, ", "");
    Reference reference = desk.open("economyClerk", unnamed.formatted("2026-11-10", "mddt"));
    assertThat(Caller.at(port, "mddtManager").all("/api/tasks?limit=200"))
        .filteredOn(task -> task.path("reference").asText().equals(reference.value()))
        .extracting(task -> task.path("milestone").asText())
        .containsOnly("Completion");
  }

  @Test
  void waitsAsLongAsTheLadderSays() {
    assertThat(desk.waitsAt(open("2026-11-14", "mddt"))).contains("decide-overdue");
    assertThat(desk.waitsAt(open("2026-11-15", "mddt"))).containsExactly("carry-out-measure");
  }

  @Test
  void isForManagersOfTheBodyOnly() {
    Reference reference = open("2026-11-10", "mddt");
    assertThatThrownBy(() -> desk.attempt("mddtClerk", reference, "decide-overdue", EXTENDED))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> desk.attempt("economyManager", reference, "decide-overdue", EXTENDED))
        .isInstanceOf(Refusal.class);
    assertThat(desk.waitsAt(reference)).contains("decide-overdue");
  }

  @Test
  void needsADateToExtend() {
    Reference reference = open("2026-11-10", "mddt");
    Map<String, String> dateless =
        Map.of("answer", "EXTEND", "authority", "Order 7", "reason", "The winter");
    assertThatThrownBy(() -> desk.attempt("mddtManager", reference, "decide-overdue", dateless))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/to");
    assertThat(desk.waitsAt(reference)).contains("decide-overdue");
  }

  @Test
  void proposesAWaiverThatASecondManagerConfirms() {
    Reference reference = open("2026-11-10", "mddt");
    Map<String, String> waived =
        Map.of("answer", "WAIVE", "authority", "Order 8", "reason", "Overtaken");
    Decision decision = desk.decide("mddtManager", reference, "decide-overdue", waived);
    assertThat(decision.state()).isEqualTo(Decision.State.PROPOSED);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
  }

  @Test
  void refusesANewDeadlineThatHasPassed() {
    Reference reference = open("2026-09-01", "mddt");
    Map<String, String> past =
        Map.of("answer", "EXTEND", "to", "2026-10-01", "authority", "Order 7", "reason", "Late");
    assertThatThrownBy(() -> desk.attempt("mddtManager", reference, "decide-overdue", past))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.to.past");
  }

  @Test
  void letsASecondManagerOfTheBodyThatDecidedConfirmAWaiver() {
    Reference reference = open("2026-11-10", "mddt");
    escalate("mddtManager", reference);
    Decision waiver =
        desk.decide(
            "economyManager",
            reference,
            "decide-escalated",
            Map.of("answer", "WAIVE", "authority", "Order 9", "reason", "Overtaken"));
    assertThat(waiver.body().value()).isEqualTo("economy");
    assertThatThrownBy(() -> confirm("mddtManager", reference, waiver))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("decision.manager");
    assertThat(confirm("economyDeputy", reference, waiver).state())
        .isEqualTo(Decision.State.CONFIRMED);
  }

  private Decision confirm(String manager, Reference reference, Decision waiver) {
    return desk.as(manager, () -> deciding.confirm(reference, 1, waiver.id()));
  }

  @Test
  void recordsThatWhoeverOwnsItWasReminded() {
    Reference reference = open("2026-11-10", "mddt");
    Map<String, String> chased = Map.of("answer", "CHASE", "reason", "Report by Friday");
    Decision decision = desk.decide("mddtManager", reference, "decide-overdue", chased);
    assertThat(decision.kind()).isEqualTo(Decision.Kind.CHASE);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
  }

  @Test
  void goesToTheManagersOfTheResponsibleBody() {
    Reference reference = open("2026-11-10", "mddt");
    assertThat(escalate("mddtManager", reference)).isEqualTo(Decision.Kind.ESCALATION);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure", "decide-escalated");
    Decision decision = desk.decide("economyManager", reference, "decide-escalated", EXTENDED);
    assertThat(decision.decidedBy()).isEqualTo("economyManager");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
  }

  @Test
  void goesToTheTreatyDepartmentWhereTheResponsibleBodyIsLateItself() {
    Reference reference = open("2026-11-10", "economy");
    escalate("economyManager", reference);
    assertThatThrownBy(
            () -> desk.attempt("economyManager", reference, "decide-escalated", EXTENDED))
        .isInstanceOf(Refusal.class);
    Map<String, String> chased = Map.of("answer", "CHASE", "reason", "Report by Friday");
    assertThat(desk.decide("mfaManager", reference, "decide-escalated", chased).kind())
        .isEqualTo(Decision.Kind.CHASE);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
  }

  @Test
  void isOverOnceTheMilestoneIsDone() {
    Reference reference = open("2026-11-10", "mddt");
    desk.record(
        "mddtClerk", reference, "{'kind': 'MEASURE_DONE', 'on': '2026-11-20', 'milestone': 1}");
    assertThat(desk.waitsAt(reference)).isEmpty();
  }

  @Test
  void isOverOnceTheCaseIsWithdrawn() {
    Reference reference = open("2026-11-10", "mddt");
    desk.record("mfaClerk", reference, EventKind.WITHDRAWN);
    assertThat(desk.waitsAt(reference)).isEmpty();
  }

  private Decision.Kind escalate(String manager, Reference reference) {
    Map<String, String> escalated = Map.of("answer", "ESCALATE", "reason", "Beyond our means");
    return desk.decide(manager, reference, "decide-overdue", escalated).kind();
  }

  private Reference open(String due, String body) {
    return desk.open("economyClerk", CASE.formatted(due, body));
  }
}
