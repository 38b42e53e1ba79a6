package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code preparation}. */
@ChanceryTest
class PreparationTest {

  private static final String CASE =
      """
      {'type': '%s', 'title': {'en': 'Preparation of a text'}, 'responsibleBody': 'economy',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s}""";

  private static final String TOLD = ", 'sources': [{'outlet': 'An agency', 'date': '2026-02-03'}]";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void goesFromTheDraftToTheInitials() {
    Reference reference = open("AGREEMENT", "");
    assertThat(desk.stage(reference)).isEqualTo(Stage.INITIATIVE);
    desk.complete("economyClerk", reference, "draft");
    assertThat(desk.stage(reference)).isEqualTo(Stage.DRAFTING);
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.CLEARANCE);
    desk.complete("mfaClerk", reference, "authorise", Map.of("act", "No. 12"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.AUTHORISATION);
    desk.complete("economyClerk", reference, "initial");
    assertThat(desk.stage(reference)).isEqualTo(Stage.INITIALLED);
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
  }

  @Test
  void beginsAnewWithEachDraftThatIsReturned() {
    Reference reference = open("AGREEMENT", "");
    for (int round = 0; round < 2; round++) {
      desk.complete("economyClerk", reference, "draft");
      desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "RETURNED"));
      assertThat(desk.waitsAt(reference)).containsExactly("draft");
    }
    assertThat(desk.stage(reference)).isEqualTo(Stage.DRAFTING);
  }

  @Test
  void asksNoInitialsOfAMemorandum() {
    Reference reference = open("MEMORANDUM", "");
    desk.complete("economyClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    desk.complete("mfaClerk", reference, "authorise");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
  }

  @Test
  void asksNoExpertiseOfAProgramme() {
    Reference reference = open("PROGRAMME", "");
    desk.complete("economyClerk", reference, "draft");
    assertThat(desk.waitsAt(reference)).containsExactly("authorise");
  }

  @Test
  void isOverForWhatIsAlreadySigned() {
    Reference reference =
        open(
            "AGREEMENT",
            ", 'events': [{'kind': 'SIGNED', 'on': '2019', 'source': {'outlet': 'A'}}]");
    assertThat(trail.of(reference)).contains("preparation/is-prepared-to-already-prepared");
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent", "receive-notification");
  }

  @Test
  void asksAtWhichStageItStandsWhenSourcesTellOfNoEvent() {
    Reference reference = open("AGREEMENT", TOLD);
    assertThat(desk.stage(reference)).isEqualTo(Stage.UNKNOWN);
    assertThat(desk.waitsAt(reference)).containsExactly("clarify-stage");
    desk.complete("economyClerk", reference, "clarify-stage", Map.of("answer", "DRAFTED"));
    assertThat(desk.waitsAt(reference)).containsExactly("give-expertise");
  }

  @Test
  void takesALateStageForAnAnswerWhenAReasonIsGiven() {
    Reference reference = open("AGREEMENT", TOLD);
    assertThatThrownBy(
            () ->
                desk.complete(
                    "economyClerk", reference, "clarify-stage", Map.of("answer", "SIGNED")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("event.order");
    assertThat(desk.waitsAt(reference)).containsExactly("clarify-stage");
    desk.complete(
        "economyClerk",
        reference,
        "clarify-stage",
        Map.of("answer", "SIGNED", "reason", "Found in the archive"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.SIGNED);
    assertThat(desk.waitsAt(reference))
        .containsExactly("complete-consent", "lodge-original", "receive-notification");
  }

  @Test
  void takesAConsentThatIsFoundOutForOurOwn() {
    Reference reference = open("AGREEMENT", TOLD + ", 'consent': 'RATIFICATION'");
    desk.complete(
        "economyClerk",
        reference,
        "clarify-stage",
        Map.of("answer", "RATIFIED", "on", "2019", "reason", "Found in the archive"));
    assertThat(desk.waitsAt(reference))
        .contains("perform-international-act")
        .doesNotContain("submit-to-parliament");
  }

  @Test
  void refusesTheTaskOfAnotherBody() {
    Reference reference = open("AGREEMENT", "");
    Map<String, String> today = Map.of("on", "2026-11-21");
    assertThatThrownBy(() -> desk.attempt("mddtClerk", reference, "draft", today))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unknown");
    assertThatThrownBy(() -> desk.attempt("mfaClerk", reference, "draft", today))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.of-others");
    assertUntouched(reference);
  }

  @Test
  void refusesAnAnswerThatTheStepDoesNotKnow() {
    assertRefused(Map.of("on", "2026-11-21", "answer", "SIGNED"), "field.choice");
  }

  @Test
  void refusesAFieldThatTheStepDoesNotKnow() {
    assertRefused(Map.of("on", "2026-11-21", "stage", "SIGNED"), "/stage");
  }

  @Test
  void refusesAnAnswerWithoutADate() {
    assertRefused(Map.of("remark", "Done"), "/on");
  }

  @Test
  void isNotMovedByTheCorrectionOfAnEvent() {
    Reference reference = open("AGREEMENT", "");
    desk.complete("economyClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "RETURNED"));
    desk.complete("economyClerk", reference, "draft");
    assertThat(desk.waitsAt(reference)).containsExactly("give-expertise");
    desk.record("mfaClerk", reference, "{'kind': 'RETURNED', 'on': '2026-11-21', 'corrects': 2}");
    assertThat(desk.waitsAt(reference)).containsExactly("give-expertise");
    assertThat(desk.stage(reference)).isEqualTo(Stage.DRAFTING);
  }

  private void assertRefused(Map<String, String> fields, String why) {
    Reference reference = open("AGREEMENT", "");
    assertThatThrownBy(() -> desk.attempt("economyClerk", reference, "draft", fields))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(why);
    assertUntouched(reference);
  }

  private void assertUntouched(Reference reference) {
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    assertThat(desk.events(reference)).isEmpty();
  }

  private Reference open(String type, String more) {
    return desk.open("economyClerk", CASE.formatted(type, more));
  }
}
