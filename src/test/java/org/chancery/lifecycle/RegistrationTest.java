package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code registration}. */
@ChanceryTest
class RegistrationTest {

  private static final String IN_FORCE =
      """
      {'type': '%s', 'title': {'en': 'A text in force'}, 'responsibleBody': 'energy',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s,
       'events': [{'kind': 'ENTERED_INTO_FORCE', 'on': '2026-06-01',
          'source': {'outlet': 'An agency'}}]}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void publishesEntersAndRegistersWhatBinds() {
    Reference reference = open("AGREEMENT", ", 'binding': true");
    assertThat(desk.waitsAt(reference))
        .containsExactly("enter-in-register", "publish", "register-with-un");
    desk.complete("registrar", reference, "publish", Map.of("act", "Gazette 7"));
    desk.complete("registrar", reference, "enter-in-register");
    assertThat(desk.waitsAt(reference)).containsExactly("register-with-un");
    desk.complete("mfaClerk", reference, "register-with-un", Map.of("act", "I-12345"));
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference)).contains("agreement/register-to-all-done");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_FORCE);
  }

  @Test
  void sendsNothingToTheUnitedNationsThatDoesNotBind() {
    Reference reference = open("AGREEMENT", ", 'binding': false");
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "publish");
    assertThat(trail.of(reference))
        .contains("registration/is-registered-with-un-to-not-registered-with-un");
  }

  @Test
  void onlyEntersAMemorandumInTheRegister() {
    Reference reference = open("MEMORANDUM", "");
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register");
    assertThat(trail.of(reference)).contains("registration/is-published-to-not-published");
  }

  @Test
  void isMovedByAPublicationThatASourceTellsOf() {
    Reference reference = open("AGREEMENT", "");
    desk.record(
        "registrar",
        reference,
        "{'kind': 'PUBLISHED', 'on': '2026-06', 'source': {'outlet': 'A gazette'}}");
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "register-with-un");
  }

  @Test
  void hasAPublicationRectifiedThatHoldsAnError() {
    Reference reference = open("AGREEMENT", ", 'binding': false");
    desk.complete("registrar", reference, "publish");
    desk.complete("registrar", reference, "enter-in-register");
    assertThat(desk.waitsAt(reference)).isEmpty();
    desk.record(
        "energyClerk",
        reference,
        "{'kind': 'RETURNED', 'on': '2026-11-21', 'refersTo': 2, 'remark': 'Article 4 is missing'}");
    assertThat(desk.waitsAt(reference)).containsExactly("rectify");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_EFFECT);
    desk.complete("registrar", reference, "rectify", Map.of("act", "Gazette 9"));
    assertThat(desk.events(reference)).endsWith(EventKind.RECTIFIED);
    assertThat(desk.waitsAt(reference)).isEmpty();
  }

  @Test
  void refusesTheRegistrarsStepToTheResponsibleBody() {
    Reference reference = open("AGREEMENT", "");
    Map<String, String> today = Map.of("on", "2026-11-21");
    assertThatThrownBy(() -> desk.attempt("energyClerk", reference, "publish", today))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unknown");
    assertThat(desk.waitsAt(reference)).contains("publish");
  }

  private Reference open(String type, String more) {
    return desk.open("energyClerk", IN_FORCE.formatted(type, more));
  }
}
