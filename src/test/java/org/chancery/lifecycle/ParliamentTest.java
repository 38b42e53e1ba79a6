package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code parliament}. */
@ChanceryTest
class ParliamentTest {

  private static final String CASE =
      """
      {'type': 'TREATY', 'title': {'en': 'Treaty on extradition'}, 'responsibleBody': 'justice',
       'parties': [{'code': 'AZ', 'consent': 'RATIFICATION'}, {'code': 'KZ', 'consent': 'SIGNATURE'}],
       'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}}]}""";

  @Autowired Desk desk;

  @Test
  void considersVotesAndAdoptsTheLaw() {
    Reference reference = open();
    does(reference, "submit-to-parliament", Map.of());
    does(reference, "consider-in-committee", Map.of("act", "Report 4"));
    does(reference, "vote", Map.of("answer", "PASSED_BY_PARLIAMENT"));
    does(reference, "adopt-law", Map.of("act", "No. 7-VIIQ"));
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent");
  }

  @Test
  void mayRefuseItAndGetItAnew() {
    Reference reference = refused();
    assertThat(desk.waitsAt(reference)).containsExactly("decide-after-refusal");
    does(reference, "decide-after-refusal", Map.of("answer", "SUBMITTED_TO_PARLIAMENT"));
    assertThat(desk.waitsAt(reference)).containsExactly("consider-in-committee");
    does(reference, "consider-in-committee", Map.of());
    does(reference, "vote", Map.of("answer", "PASSED_BY_PARLIAMENT"));
    assertThat(desk.waitsAt(reference)).containsExactly("adopt-law");
  }

  @Test
  void endsTheCaseThatIsGivenUpAfterARefusal() {
    Reference reference = refused();
    does(reference, "decide-after-refusal", Map.of("answer", "WITHDRAWN"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.WITHDRAWN);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void isPassedThroughWhereTheLawIsKnown() {
    Reference reference = open();
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': 'LAW_ADOPTED', 'on': '2026-06', 'party': 'AZ', 'source': {'outlet': 'A paper'}}");
    assertThat(desk.waitsAt(reference)).containsExactly("complete-consent");
  }

  @Test
  void isNotSetBackByAnEarlierStepThatIsLearntOfLater() {
    Reference reference = open();
    desk.record("justiceClerk", reference, ours("SUBMITTED_TO_PARLIAMENT"));
    desk.record("justiceClerk", reference, ours("PASSED_BY_PARLIAMENT"));
    desk.record("justiceClerk", reference, ours("CONSIDERED_BY_COMMITTEE"));
    assertThat(desk.waitsAt(reference)).containsExactly("adopt-law");
  }

  @Test
  void refusesAReportOnWhatWasNotSubmitted() {
    Reference reference = open();
    assertThatThrownBy(
            () -> desk.record("justiceClerk", reference, ours("CONSIDERED_BY_COMMITTEE")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("event.order");
  }

  private Reference refused() {
    Reference reference = open();
    does(reference, "submit-to-parliament", Map.of());
    does(reference, "consider-in-committee", Map.of());
    does(reference, "vote", Map.of("answer", "REFUSED_BY_PARLIAMENT"));
    assertThat(desk.events(reference)).endsWith(EventKind.REFUSED_BY_PARLIAMENT);
    return reference;
  }

  private static String ours(String kind) {
    return "{'kind': '%s', 'on': '2026-11-20', 'party': 'AZ'}".formatted(kind);
  }

  private void does(Reference reference, String step, Map<String, String> fields) {
    desk.complete("justiceClerk", reference, step, fields);
  }

  private Reference open() {
    return desk.open("justiceClerk", CASE);
  }
}
