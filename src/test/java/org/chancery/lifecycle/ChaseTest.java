package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code chase}. */
@ChanceryTest
class ChaseTest {

  private static final String CASE =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Agreement on seeds'}, 'responsibleBody': 'ecology',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'consent': 'APPROVAL',
       'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}},
         {'kind': 'APPROVED', 'on': '2026-02-10', 'party': 'AZ', 'source': {'outlet': 'An agency'}}]}""";

  @Autowired Desk desk;

  @Test
  void remindsASideThatHasBeenSilentForLong() {
    Reference reference = open();
    tell(reference, "2026-08-01");
    assertThat(desk.waitsAt(reference))
        .containsExactly("receive-notification", "remind-other-side");
    desk.complete("mfaClerk", reference, "remind-other-side", Map.of("note", "5/77"));
    assertThat(desk.events(reference)).endsWith(EventKind.REMINDED);
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void waitsAsLongAsTheHouseSays() {
    Reference reference = open();
    tell(reference, "2026-09-22");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void remindsNobodyBeforeWeAreThroughOurselves() {
    assertThat(desk.waitsAt(open()))
        .containsExactly("perform-international-act", "receive-notification");
  }

  @Test
  void remindsNobodyWhoOwesADepositaryAlone() {
    Reference reference =
        desk.open(
            "ecologyClerk",
            CASE.replace(
                "'consent': 'APPROVAL',",
                "'consent': 'APPROVAL', 'entryIntoForce': {'general': {'trigger': 'DEPOSIT', 'count': 2}},"));
    desk.complete(
        "mfaClerk",
        reference,
        "perform-international-act",
        Map.of("answer", "DEPOSITED", "on", "2026-04-01"));
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void remindsASideThatOwesTheReplyToOurNote() {
    Reference reference =
        desk.open(
            "ecologyClerk",
            """
            {'type': 'EXCHANGE_OF_NOTES', 'title': {'en': 'Notes on seeds'}, 'responsibleBody': 'ecology',
             'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'events': [{'kind': 'SIGNED', 'on': '2026-04-01', 'party': 'AZ', 'reason': 'Our note'}]}""");
    assertThat(desk.waitsAt(reference)).contains("receive-reply", "remind-other-side");
    desk.complete("mfaClerk", reference, "receive-reply");
    assertThat(desk.waitsAt(reference)).doesNotContain("remind-other-side");
  }

  @Test
  void isOverWithTheAnswer() {
    Reference reference = open();
    tell(reference, "2026-08-01");
    desk.complete(
        "mfaClerk", reference, "receive-notification", Map.of("answer", "NOTIFICATION_RECEIVED"));
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
  }

  @Test
  void remindsAgainAfterAnotherSilence() {
    Reference reference = open();
    tell(reference, "2026-04-01");
    desk.record("mfaClerk", reference, "{'kind': 'REMINDED', 'on': '2026-07-01', 'party': 'KZ'}");
    assertThat(desk.waitsAt(reference)).contains("remind-other-side");
    desk.record("mfaClerk", reference, "{'kind': 'REMINDED', 'on': '2026-11-01', 'party': 'KZ'}");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  private void tell(Reference reference, String day) {
    desk.complete(
        "mfaClerk",
        reference,
        "perform-international-act",
        Map.of("answer", "NOTIFICATION_SENT", "on", day));
  }

  private Reference open() {
    return desk.open("ecologyClerk", CASE);
  }
}
