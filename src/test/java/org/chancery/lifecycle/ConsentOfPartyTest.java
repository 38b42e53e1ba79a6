package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code consent-of-party}. */
@ChanceryTest
class ConsentOfPartyTest {

  private static final String SIGNED_AGREEMENT =
      """
      {'type': 'AGREEMENT', 'title': {'en': 'Agreement on medicines'}, 'responsibleBody': 'health',
       'participatingBodies': ['economy'], 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}}]%s}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void goesThroughParliamentToARatification() {
    Reference reference = open(", 'consent': 'RATIFICATION'");
    desk.complete("healthClerk", reference, "submit-to-parliament");
    desk.complete("healthClerk", reference, "consider-in-committee");
    desk.complete("healthClerk", reference, "vote", Map.of("answer", "PASSED_BY_PARLIAMENT"));
    desk.complete("healthClerk", reference, "adopt-law", Map.of("act", "No. 7-VIIQ"));
    desk.complete("healthClerk", reference, "complete-consent", Map.of("act", "No. 8"));
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "NOTIFICATION_SENT"));
    assertThat(desk.events(reference))
        .containsExactly(
            EventKind.SIGNED,
            EventKind.SUBMITTED_TO_PARLIAMENT,
            EventKind.CONSIDERED_BY_COMMITTEE,
            EventKind.PASSED_BY_PARLIAMENT,
            EventKind.LAW_ADOPTED,
            EventKind.RATIFIED,
            EventKind.NOTIFICATION_SENT);
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void goesThroughTheGovernmentToAnApproval() {
    Reference reference = open(", 'consent': 'APPROVAL'");
    desk.complete("healthClerk", reference, "adopt-act", Map.of("answer", "GOVERNMENT_ACT"));
    desk.complete("healthClerk", reference, "complete-consent");
    assertThat(desk.events(reference)).endsWith(EventKind.GOVERNMENT_ACT, EventKind.APPROVED);
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
  }

  @Test
  void asksWhichConsentItWasWhereThatIsNotStated() {
    Reference reference = open("");
    assertThatThrownBy(() -> desk.complete("healthClerk", reference, "complete-consent"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/answer");
    desk.complete("healthClerk", reference, "complete-consent", Map.of("answer", "ACCEPTED"));
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
  }

  @Test
  void refusesAConsentOfAnotherKindThanTheInstruments() {
    Reference reference = open(", 'consent': 'ACCESSION'");
    assertThatThrownBy(
            () ->
                desk.complete(
                    "healthClerk", reference, "complete-consent", Map.of("answer", "RATIFIED")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("field.choice");
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent", "receive-notification");
  }

  @Test
  void refusesALawThatWasNeverSubmitted() {
    Reference reference = open(", 'consent': 'RATIFICATION'");
    assertThatThrownBy(() -> desk.record("healthClerk", reference, ours("LAW_ADOPTED")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("event.order");
    assertThat(desk.waitsAt(reference))
        .containsExactly("receive-notification", "submit-to-parliament");
  }

  @Test
  void refusesTheStepOfTheResponsibleBodyToAParticipatingOne() {
    Reference reference = open(", 'consent': 'APPROVAL'");
    Map<String, String> act = Map.of("answer", "GOVERNMENT_ACT", "on", "2026-11-21");
    assertThatThrownBy(() -> desk.attempt("economyClerk", reference, "adopt-act", act))
        .isInstanceOf(Refusal.class);
    assertThat(desk.waitsAt(reference)).contains("adopt-act");
  }

  @Test
  void owesNoNoteWhereTheSignatureSetsTheDate() {
    Reference reference =
        open(
            """
            , 'consent': 'APPROVAL',
              'entryIntoForce': {'general': {'trigger': 'LAST_SIGNATURE', 'offset': 'P2Y'}}""");
    desk.complete("healthClerk", reference, "adopt-act", Map.of("answer", "GOVERNMENT_ACT"));
    desk.complete("healthClerk", reference, "complete-consent");
    assertThat(trail.of(reference)).contains("consent-of-party/is-notice-owed-to-consent-given");
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
  }

  @Test
  void isOverForTheOtherSideWithItsNoteWhicheverComesFirst() {
    Reference first = open("");
    desk.complete(
        "mfaClerk", first, "receive-notification", Map.of("answer", "NOTIFICATION_RECEIVED"));
    assertThat(desk.waitsAt(first)).containsExactly("complete-consent");
    consent(first);
    assertThat(desk.waitsAt(first)).containsExactly("establish-entry-into-force");

    Reference last = open("");
    consent(last);
    assertThat(desk.waitsAt(last)).containsExactly("receive-notification");
    desk.complete(
        "mfaClerk", last, "receive-notification", Map.of("answer", "NOTIFICATION_RECEIVED"));
    assertThat(desk.waitsAt(last)).containsExactly("establish-entry-into-force");
  }

  @Test
  void isOverForBothSidesWithAnExchange() {
    Reference reference = open("");
    desk.complete("healthClerk", reference, "complete-consent", Map.of("answer", "RATIFIED"));
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "EXCHANGED"));
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
  }

  @Test
  void awaitsTheReceiptOfOurNoteWhereItCountsFromThen() {
    Reference reference = told();
    assertThat(desk.waitsAt(reference)).containsExactly("confirm-receipt", "receive-notification");
    confirm(reference, "NOTIFICATION_RECEIVED");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void sendsANoteAgainThatWasReturned() {
    Reference reference = told();
    confirm(reference, "NOTE_RETURNED");
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "NOTIFICATION_SENT"));
    confirm(reference, "NOTIFICATION_RECEIVED");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
  }

  @Test
  void asksForTheirNoteAgainThatWasReturnedToThem() {
    Reference reference = open("");
    desk.complete(
        "mfaClerk", reference, "receive-notification", Map.of("answer", "NOTIFICATION_RECEIVED"));
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent");
    desk.record(
        "mfaClerk", reference, "{'kind': 'NOTE_RETURNED', 'on': '2026-11-21', 'party': 'KZ'}");
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent", "receive-notification");
  }

  @Test
  void owesTheInternationalActAgainAfterADepositIsTakenBack() {
    Reference reference = open(", 'consent': 'RATIFICATION'");
    desk.record("healthClerk", reference, ours("RATIFIED"));
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "DEPOSITED"));
    assertThat(desk.waitsAt(reference)).containsExactly("receive-notification");
    desk.record("mfaClerk", reference, ours("CONSENT_WITHDRAWN"));
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
  }

  private Reference told() {
    Reference reference =
        open(
            """
            , 'consent': 'APPROVAL',
              'entryIntoForce': {'general': {'trigger': 'LAST_NOTIFICATION_RECEIVED', 'offset': 'P30D'}}""");
    desk.complete("healthClerk", reference, "adopt-act", Map.of("answer", "GOVERNMENT_ACT"));
    desk.complete("healthClerk", reference, "complete-consent");
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "NOTIFICATION_SENT"));
    return reference;
  }

  private void confirm(Reference reference, String answer) {
    desk.complete("mfaClerk", reference, "confirm-receipt", Map.of("answer", answer));
  }

  @Test
  void isMovedByOurActsRecordedElsewhere() {
    Reference reference = open(", 'consent': 'RATIFICATION'");
    desk.record("healthClerk", reference, ours("SUBMITTED_TO_PARLIAMENT"));
    assertThat(desk.waitsAt(reference)).contains("consider-in-committee");
    desk.record("healthClerk", reference, ours("LAW_ADOPTED"));
    desk.record("healthClerk", reference, ours("RATIFIED"));
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
  }

  @Test
  void isNotMovedByAnActOfNobodyStated() {
    Reference reference = open(", 'consent': 'RATIFICATION'");
    desk.record("healthClerk", reference, EventKind.RATIFIED);
    desk.record("mfaClerk", reference, EventKind.NOTIFICATION_SENT);
    assertThat(desk.waitsAt(reference))
        .containsExactly("receive-notification", "submit-to-parliament");
  }

  @Test
  void opensAtThePresentStepOfAPartyThatHasConsented() {
    Reference reference =
        desk.open(
            "healthClerk",
            SIGNED_AGREEMENT
                .formatted(", 'consent': 'RATIFICATION'")
                .replace(
                    "}}]",
                    "}}, {'kind': 'RATIFIED', 'party': 'AZ', 'on': '2026-03',"
                        + " 'source': {'outlet': 'A gazette'}}]"));
    assertThat(desk.waitsAt(reference))
        .containsExactly("perform-international-act", "receive-notification");
  }

  private void consent(Reference reference) {
    desk.complete("healthClerk", reference, "complete-consent", Map.of("answer", "RATIFIED"));
    desk.complete(
        "mfaClerk", reference, "perform-international-act", Map.of("answer", "NOTIFICATION_SENT"));
  }

  private static String ours(String kind) {
    return "{'kind': '%s', 'party': 'AZ', 'on': '2026-11-20'}".formatted(kind);
  }

  private Reference open(String more) {
    return desk.open("healthClerk", SIGNED_AGREEMENT.formatted(more));
  }
}
