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

/** The process {@code programme}. */
@ChanceryTest
class ProgrammeTest {

  private static final String PROGRAMME =
      """
      {'type': 'PROGRAMME', 'title': {'en': 'Programme of cultural cooperation'},
       'responsibleBody': 'culture', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'period': '%s',
       'milestones': [{'kind': 'MEASURE', 'body': 'culture'},
                      {'kind': 'MEASURE', 'body': 'education'}]%s}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void goesFromTheDraftToItsPerformance() {
    Reference reference = open("2026/2029", "");
    desk.complete("cultureClerk", reference, "draft");
    desk.complete("mfaClerk", reference, "authorise");
    desk.complete("mfaClerk", reference, "sign", Map.of("answer", "SIGNED"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.RUNNING);
    assertThat(desk.waitsAt(reference))
        .containsExactly("carry-out-measure", "carry-out-measure", "enter-in-register");
    desk.complete("registrar", reference, "enter-in-register");
    desk.complete("educationClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.RUNNING);
    desk.complete("cultureClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(trail.of(reference)).endsWith("programme/all-done-to-performed");
  }

  @Test
  void opensAtItsMeasuresWhenASourceTellsOfItsAdoption() {
    Reference reference =
        open(
            "2022/2026",
            ", 'events': [{'kind': 'SIGNED', 'on': '2022', 'source': {'outlet': 'An agency'}}]");
    assertThat(desk.stage(reference)).isEqualTo(Stage.RUNNING);
    assertThat(desk.waitsAt(reference))
        .containsExactly("carry-out-measure", "carry-out-measure", "enter-in-register");
  }

  @Test
  void refusesAMeasureThatIsDoneTomorrow() {
    Reference reference =
        open(
            "2022/2026",
            ", 'events': [{'kind': 'SIGNED', 'on': '2022', 'source': {'outlet': 'An agency'}}]");
    assertThatThrownBy(
            () ->
                desk.complete(
                    "cultureClerk", reference, "carry-out-measure", Map.of("on", "2026-11-22")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("event.future");
    assertThat(desk.waitsAt(reference)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = open("2027/2029", "");
    desk.record("cultureManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("programme/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  private Reference open(String period, String more) {
    return desk.open("cultureClerk", PROGRAMME.formatted(period, more));
  }
}
