package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code clearance}. */
@ChanceryTest
class ClearanceTest {

  private static final String MEMORANDUM =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum on vocational schools'},
       'responsibleBody': 'education', 'participatingBodies': [%s],
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  private static final Map<String, String> CLEARED = Map.of("answer", "CLEARED");
  private static final Map<String, String> OBJECTED = Map.of("answer", "OBJECTED");

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void asksAllBodiesAtOnce() {
    Reference reference = circulate("'economy', 'mddt'");
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
    desk.complete("mddtClerk", reference, "clear", CLEARED);
    assertThat(desk.waitsAt(reference)).containsExactly("clear");
    assertThat(desk.stage(reference)).isEqualTo(Stage.CLEARANCE);
    desk.complete("economyClerk", reference, "clear", CLEARED);
    assertThat(desk.waitsAt(reference)).containsExactly("authorise");
    assertThat(desk.stage(reference)).isEqualTo(Stage.AUTHORISATION);
  }

  @Test
  void asksNobodyWhereNobodyTakesPart() {
    assertThat(desk.waitsAt(circulate(""))).containsExactly("authorise");
  }

  @Test
  void asksABodyAgainOnceItsObjectionIsSettled() {
    Reference reference = circulate("'economy', 'mddt'");
    desk.complete("mddtClerk", reference, "clear", OBJECTED);
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "reconcile");
    desk.complete("educationClerk", reference, "reconcile", Map.of("answer", "DRAFTED"));
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
    desk.complete("mddtClerk", reference, "clear", CLEARED);
    desk.complete("economyClerk", reference, "clear", CLEARED);
    assertThat(desk.waitsAt(reference)).containsExactly("authorise");
    assertThat(trail.of(reference)).containsOnlyOnce("clearance/is-upheld-to-clear");
  }

  @Test
  void takesANewDraftForAnAnswerToEveryObjection() {
    Reference reference = circulate("'economy', 'mddt'");
    desk.complete("mddtClerk", reference, "clear", OBJECTED);
    desk.complete("economyClerk", reference, "clear", OBJECTED);
    assertThat(desk.waitsAt(reference)).containsExactly("reconcile", "reconcile");
    desk.complete("educationClerk", reference, "reconcile", Map.of("answer", "DRAFTED"));
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
  }

  @Test
  void isBegunAnewWithTheDraftWhereAnObjectionIsUpheld() {
    Reference reference = circulate("'economy', 'mddt'");
    desk.complete("mddtClerk", reference, "clear", Map.of("answer", "CLEARED"));
    desk.complete("economyClerk", reference, "clear", OBJECTED);
    Event upheld =
        desk.complete("educationClerk", reference, "reconcile", Map.of("answer", "RETURNED"));
    assertThat(upheld.body()).as("whose act it is").hasToString("education");
    assertThat(desk.stage(reference)).isEqualTo(Stage.DRAFTING);
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    desk.complete("educationClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
    assertThat(desk.stage(reference)).isEqualTo(Stage.CLEARANCE);
  }

  @Test
  void mayEndTheCaseOverAnObjection() {
    Reference reference = circulate("'economy'");
    desk.complete("economyClerk", reference, "clear", OBJECTED);
    desk.complete("educationClerk", reference, "reconcile", Map.of("answer", "WITHDRAWN"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.WITHDRAWN);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void takesAgreementWithRemarksForAgreement() {
    Reference reference = circulate("'economy'");
    Map<String, String> bare = Map.of("answer", "CLEARED_WITH_REMARKS");
    assertThatThrownBy(() -> desk.complete("economyClerk", reference, "clear", bare))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/remark");
    desk.complete(
        "economyClerk",
        reference,
        "clear",
        Map.of("answer", "CLEARED_WITH_REMARKS", "remark", "Article 3 should be shorter"));
    assertThat(desk.events(reference)).endsWith(EventKind.CLEARED);
    assertThat(desk.waitsAt(reference)).containsExactly("authorise");
  }

  @Test
  void letsABodyTakeItsObjectionBack() {
    Reference reference = circulate("'mddt'");
    desk.complete("mddtClerk", reference, "clear", OBJECTED);
    desk.record(
        "educationClerk", reference, "{'kind': 'CLEARED', 'body': 'mddt', 'on': '2026-11-21'}");
    assertThat(desk.waitsAt(reference)).containsExactly("authorise");
  }

  @Test
  void isMovedByAnAnswerRecordedElsewhere() {
    Reference reference = circulate("'economy', 'mddt'");
    desk.record("mddtClerk", reference, EventKind.CLEARED);
    assertThat(desk.waitsAt(reference)).containsExactly("clear");
    desk.record("economyClerk", reference, EventKind.OBJECTED);
    assertThat(desk.waitsAt(reference)).containsExactly("reconcile");
  }

  @Test
  void isNotMovedByTheCorrectionOfAnAnswer() {
    Reference reference = circulate("'economy', 'mddt'");
    desk.complete("mddtClerk", reference, "clear", OBJECTED);
    desk.complete("educationClerk", reference, "reconcile", Map.of("answer", "DRAFTED"));
    desk.record("mddtClerk", reference, "{'kind': 'OBJECTED', 'on': '2026-11-21', 'corrects': 3}");
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
  }

  @Test
  void refusesTheAnswerOfABodyThatIsNotAsked() {
    Reference reference = circulate("'mddt'");
    Map<String, String> answer = Map.of("answer", "CLEARED", "on", "2026-11-21");
    assertThatThrownBy(() -> desk.attempt("economyClerk", reference, "clear", answer))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unknown");
    assertThat(desk.waitsAt(reference)).containsExactly("clear");
  }

  @Test
  void refusesAnAnswerThatSaysNeitherYesNorNo() {
    Reference reference = circulate("'mddt'");
    assertThatThrownBy(() -> desk.complete("mddtClerk", reference, "clear"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/answer");
    assertThat(desk.waitsAt(reference)).containsExactly("clear");
  }

  private Reference circulate(String bodies) {
    Reference reference = desk.open("educationClerk", MEMORANDUM.formatted(bodies));
    desk.complete("educationClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    return reference;
  }
}
