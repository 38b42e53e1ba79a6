package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.NewMilestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code performance}, called by others and alone. */
@ChanceryTest
class PerformanceTest {

  private static final String UNDERTAKING =
      """
      {'type': 'UNDERTAKING', 'title': {'en': 'Undertaking on freight'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}],
       'sources': [{'outlet': 'An agency', 'date': '2026-02-03'}]%s}""";

  private static final String TWO_MEASURES =
      """
      , 'milestones': [{'kind': 'MEASURE', 'name': {'en': 'Terminal'}, 'body': 'economy'},
                       {'kind': 'MEASURE', 'name': {'en': 'Tariff'}}]""";

  private static final String SIGNED =
      ", 'events': [{'kind': 'SIGNED', 'on': '2026-01', 'source': {'outlet': 'An agency'}}]";

  private static final NewMilestone REPORT =
      new NewMilestone(MilestoneKind.REPORT, null, null, null, null, null, null, null, null);

  @Autowired Desk desk;
  @Autowired Trail trail;
  @Autowired Instruments instruments;

  @Test
  void asksForTheStageBesideTheMeasures() {
    Reference reference = open(TWO_MEASURES);
    assertThat(desk.stage(reference)).isEqualTo(Stage.UNKNOWN);
    assertThat(desk.waitsAt(reference))
        .containsExactly("carry-out-measure", "carry-out-measure", "clarify-stage");
    desk.complete("mddtClerk", reference, "clarify-stage", Map.of("answer", "SIGNED"));
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure", "carry-out-measure");
    assertThat(trail.of(reference)).contains("performance/clarify-stage-to-await-performance");
  }

  @Test
  void asksNoStageOfWhatIsKnownToBeSigned() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure", "carry-out-measure");
  }

  @Test
  void givesEachMeasureToItsBodyAndTheRestToTheResponsibleOne() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    desk.complete("economyClerk", reference, "carry-out-measure");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.RUNNING);
    desk.complete("mddtClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(trail.of(reference)).endsWith("performance/await-performance-to-performed");
  }

  @Test
  void closesTheMeasureThatAnEventRecordedElsewhereNames() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    desk.record(
        "mddtClerk", reference, "{'kind': 'MEASURE_DONE', 'milestone': 1, 'on': '2026-11-20'}");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
    desk.complete("mddtClerk", reference, "carry-out-measure");
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void isNotMovedByAnEventThatLeavesOpenWhichOfTwoMeasuresItMeans() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    desk.record("mddtClerk", reference, EventKind.MEASURE_DONE);
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure", "carry-out-measure");
  }

  @Test
  void isNotMovedByTheCorrectionOfAClosing() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    desk.complete("economyClerk", reference, "carry-out-measure");
    desk.record(
        "mddtClerk",
        reference,
        "{'kind': 'MEASURE_DONE', 'milestone': 1, 'on': '2026-11-19', 'corrects': 2}");
    assertThat(desk.waitsAt(reference)).containsExactly("carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.RUNNING);
  }

  @Test
  void keepsItsOtherStepsWhereWhatPerformedItIsCorrected() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'AGREEMENT', 'title': {'en': 'Agreement on ferries'}, 'responsibleBody': 'mddt',
             'consent': 'SIGNATURE', 'binding': true, 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'entryIntoForce': {'general': {'trigger': 'SIGNATURE'}},
             'milestones': [{'kind': 'MEASURE'}],
             'events': [{'kind': 'SIGNED', 'on': '2026-01-10', 'source': {'outlet': 'An agency'}}]}""");
    desk.record(
        "mddtClerk", reference, "{'kind': 'MEASURE_DONE', 'milestone': 1, 'on': '2026-06-01'}");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.waitsAt(reference)).contains("publish", "enter-in-register");
    desk.record(
        "mddtClerk",
        reference,
        "{'kind': 'MEASURE_DONE', 'milestone': 1, 'on': '2026-06-02', 'corrects': 2}");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.waitsAt(reference)).contains("publish", "enter-in-register");
  }

  @Test
  void takesAReportForAReportOnly() {
    Reference reference = open(SIGNED + ", 'milestones': [{'kind': 'REPORT'}]");
    assertThatThrownBy(
            () -> desk.complete("mddtClerk", reference, "report", Map.of("answer", "MEASURE_DONE")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("field.choice");
    desk.complete("mddtClerk", reference, "report");
    assertThat(desk.events(reference)).endsWith(EventKind.REPORTED);
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
  }

  @Test
  void asksForTheNextReportWhereOneIsOwedAgainAndAgain() {
    Reference reference =
        open(
            SIGNED
                + ", 'milestones': [{'kind': 'REPORT', 'due': '2026-12-01', 'name': {'en': 'Yearly'}}]");
    desk.complete("mddtClerk", reference, "report", Map.of("next", "2027-12-01"));
    assertThat(desk.waitsAt(reference)).containsExactly("report");
    assertThat(instruments.known(reference).milestone(2).orElseThrow())
        .extracting(next -> next.kind().name(), next -> String.valueOf(next.due()))
        .containsExactly("REPORT", "2027-12-01");
    assertThatThrownBy(
            () -> desk.complete("mddtClerk", reference, "report", Map.of("next", "next year")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/next");
  }

  @Test
  void asksForNoNextOfWhatIsOver() {
    Reference reference = open(SIGNED + ", 'milestones': [{'kind': 'RENEWAL'}]");
    assertThatThrownBy(
            () ->
                desk.complete(
                    "mddtClerk",
                    reference,
                    "decide-renewal",
                    Map.of("answer", "DENOUNCED", "next", "2028")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unasked");
    assertThatThrownBy(
            () ->
                desk.complete(
                    "mddtClerk",
                    reference,
                    "decide-renewal",
                    Map.of("answer", "RENEWED", "next", "2026-01-01")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.next.earlier");
  }

  @Test
  void isRenewedOrDenounced() {
    Reference renewed = open(SIGNED + ", 'milestones': [{'kind': 'RENEWAL'}]");
    desk.complete("mddtClerk", renewed, "decide-renewal", Map.of("answer", "RENEWED"));
    assertThat(desk.events(renewed)).endsWith(EventKind.RENEWED);
    assertThat(desk.waitsAt(renewed)).isEmpty();
    Reference denounced = open(SIGNED + ", 'milestones': [{'kind': 'RENEWAL'}]");
    desk.complete("mddtClerk", denounced, "decide-renewal", Map.of("answer", "DENOUNCED"));
    assertThat(desk.events(denounced)).endsWith(EventKind.DENOUNCED);
  }

  @Test
  void endsWhereItIsNotRenewed() {
    Reference reference = open(SIGNED + ", 'milestones': [{'kind': 'RENEWAL'}]");
    desk.complete("mddtClerk", reference, "decide-renewal", Map.of("answer", "EXPIRED"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.EXPIRED);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void takesUpAMeasureThatIsAddedLater() {
    Reference reference = open(SIGNED);
    assertThat(desk.waitsAt(reference)).isEmpty();
    desk.as("mddtClerk", () -> instruments.add(reference, REPORT));
    assertThat(desk.waitsAt(reference)).containsExactly("report");
  }

  @Test
  void takesUpAMeasureThatIsAddedWhileTheRegistrarIsNotDone() {
    Reference reference =
        desk.open(
            "mddtClerk",
            """
            {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum on ports'},
             'responsibleBody': 'mddt', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
             'milestones': [{'kind': 'MEASURE'}],
             'events': [{'kind': 'SIGNED', 'on': '2026-01', 'source': {'outlet': 'An agency'}}]}""");
    desk.complete("mddtClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    desk.as("mddtClerk", () -> instruments.add(reference, REPORT));
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "report");
  }

  @Test
  void beginsAnewWhenAMeasureIsAddedToWhatWasPerformed() {
    Reference reference = open(SIGNED + ", 'milestones': [{'kind': 'MEASURE'}]");
    desk.complete("mddtClerk", reference, "carry-out-measure");
    assertThat(desk.isRunning(reference)).isFalse();
    desk.as("mddtClerk", () -> instruments.add(reference, REPORT));
    assertThat(desk.waitsAt(reference)).containsExactly("report");
  }

  @Test
  void refusesTheMeasureOfAnotherBody() {
    Reference reference = open(TWO_MEASURES + SIGNED);
    assertThatThrownBy(
            () ->
                desk.attempt(
                    "energyClerk", reference, "carry-out-measure", Map.of("on", "2026-11-21")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unknown");
    assertThat(desk.waitsAt(reference)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = open(TWO_MEASURES);
    desk.record("mddtManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("performance/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  private Reference open(String more) {
    return desk.open("mddtClerk", UNDERTAKING.formatted(more));
  }
}
