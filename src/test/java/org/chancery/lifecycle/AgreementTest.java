package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code agreement}. */
@ChanceryTest
class AgreementTest {

  private static final String AGREEMENT =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Agreement on customs data'}, 'responsibleBody': 'economy',
       'participatingBodies': ['mddt'], 'consent': 'APPROVAL', 'binding': true,
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void beginsWithTheDraftOfTheResponsibleBody() {
    Reference reference = open("");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    assertThat(desk.stage(reference)).isEqualTo(Stage.INITIATIVE);
  }

  @Test
  void goesBackToTheDraftWhenTheLawyersReturnIt() {
    Reference reference = open("");
    desk.complete("economyClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "RETURNED"));
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    desk.complete("economyClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    assertThat(desk.waitsAt(reference)).containsExactly("clear");
  }

  @Test
  void isPassedThroughByASourceThatTellsOfItsApproval() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'APPROVED', 'on': '../2025-03-03',
               'source': {'outlet': 'An agency', 'date': '2025-03-03'}}],
              'milestones': [{'kind': 'COMPLETION', 'due': '../2026-12-31', 'body': 'mddt'}]""");
    assertThat(desk.stage(reference)).isEqualTo(Stage.CONSENT_PENDING);
    assertThat(desk.waitsAt(reference))
        .containsExactly("adopt-act", "carry-out-measure", "receive-notification");
  }

  @Test
  void isMovedByAnEventRecordedElsewhere() {
    Reference reference = open("");
    desk.record("economyClerk", reference, EventKind.DRAFTED);
    assertThat(desk.waitsAt(reference)).containsExactly("give-expertise");
  }

  @Test
  void isNotMovedByAnEventThatFitsNoWaitingStep() {
    Reference reference = open("");
    desk.record(
        "economyClerk",
        reference,
        "{'kind': 'PROPOSAL_SUBMITTED', 'on': '2026-11', 'source': {'outlet': 'An agency'}}");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
  }

  @Test
  void refusesASignatureThatLiesInTheFutureAndStaysOpen() {
    Reference reference = open("");
    assertThatThrownBy(
            () -> desk.complete("economyClerk", reference, "draft", Map.of("on", "2027-01-01")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("event.future");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    assertThat(desk.stage(reference)).isEqualTo(Stage.INITIATIVE);
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = open("");
    desk.record("economyManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("agreement/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  @Test
  void endsPerformedWhenAllIsDoneThatItAwaits() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'ENTERED_INTO_FORCE', 'on': '2026-06-01',
               'source': {'outlet': 'An agency'}}],
              'milestones': [{'kind': 'MEASURE', 'body': 'mddt'}]""");
    desk.complete("mddtClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    desk.complete("registrar", reference, "publish");
    desk.complete("registrar", reference, "enter-in-register");
    desk.complete("mfaClerk", reference, "register-with-un");
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(trail.of(reference)).endsWith("agreement/all-done-to-performed");
  }

  @Test
  void keepsTheOtherSidesColumnApartFromOurs() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'SIGNED', 'on': '2026-01-10',
               'source': {'outlet': 'An agency', 'date': '2026-01-11'}}]""");
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': 'NOTIFICATION_RECEIVED', 'party': 'KZ', 'on': '2026-02-01'}");
    assertThat(desk.waitsAt(reference)).containsExactly("adopt-act");
  }

  private Reference open(String more) {
    return desk.open("economyClerk", AGREEMENT.formatted(more));
  }
}
