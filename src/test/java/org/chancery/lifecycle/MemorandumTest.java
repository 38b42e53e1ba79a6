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

/** The process {@code memorandum}. */
@ChanceryTest
class MemorandumTest {

  private static final String MEMORANDUM =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum on energy saving'},
       'responsibleBody': 'energy', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void takesEffectWithItsSignatureAndGoesOnToItsPerformance() {
    Reference reference = open(", 'milestones': [{'kind': 'REPORT'}]");
    prepare(reference);
    desk.complete("mfaClerk", reference, "sign", Map.of("answer", "SIGNED"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_EFFECT);
    assertThat(desk.waitsAt(reference))
        .containsExactly("enter-in-register", "lodge-original", "report");
    desk.complete("registrar", reference, "lodge-original");
    desk.complete("registrar", reference, "enter-in-register");
    desk.complete("energyClerk", reference, "report");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(trail.of(reference)).endsWith("memorandum/all-done-to-performed");
  }

  @Test
  void awaitsTheRegistrarWhenItIsPerformedBefore() {
    Reference reference = open(", 'milestones': [{'kind': 'REPORT'}]");
    prepare(reference);
    desk.complete("mfaClerk", reference, "sign", Map.of("answer", "SIGNED"));
    desk.complete("energyClerk", reference, "report");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "lodge-original");
  }

  @Test
  void asksNoOriginalOfASignatureItOnlyReadOf() {
    Reference reference =
        open(", 'events': [{'kind': 'SIGNED', 'on': '2018', 'source': {'outlet': 'An agency'}}]");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_EFFECT);
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register");
  }

  @Test
  void refusesASignatureThatSaysNotOfWhichKind() {
    Reference reference = open("");
    prepare(reference);
    assertThatThrownBy(() -> desk.complete("mfaClerk", reference, "sign"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/answer");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = open("");
    desk.record("energyManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("memorandum/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  private void prepare(Reference reference) {
    desk.complete("energyClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    desk.complete("mfaClerk", reference, "authorise");
  }

  private Reference open(String more) {
    return desk.open("energyClerk", MEMORANDUM.formatted(more));
  }
}
