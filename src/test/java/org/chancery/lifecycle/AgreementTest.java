package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.NewEvent;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Source;
import org.chancery.instrument.Stage;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
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
    NewEvent published =
        new NewEvent(
            EventKind.PROPOSAL_SUBMITTED,
            null,
            null,
            new StatedDate("2026-11"),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            new Source("An agency", null, null),
            null);
    desk.record("economyClerk", reference, published);
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

  @Test
  void endsWhenItIsWithdrawn() {
    Reference reference = open("");
    desk.complete("economyClerk", reference, "draft");
    desk.record("economyManager", reference, EventKind.WITHDRAWN);
    assertThat(desk.stage(reference)).isEqualTo(Stage.WITHDRAWN);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void keepsTheOtherSidesColumnApartFromOurs() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'SIGNED', 'on': '2026-01-10',
               'source': {'outlet': 'An agency', 'date': '2026-01-11'}}]""");
    NewEvent theirNote =
        NewEvent.of(EventKind.NOTIFICATION_RECEIVED, new StatedDate("2026-02-01"))
            .by(new PartyCode("KZ"));
    desk.record("mfaClerk", reference, theirNote);
    assertThat(desk.waitsAt(reference)).containsExactly("adopt-act");
  }

  private Reference open(String more) {
    return desk.open("economyClerk", AGREEMENT.formatted(more));
  }
}
