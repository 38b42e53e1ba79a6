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

/** The process {@code exchange-of-notes}. */
@ChanceryTest
class ExchangeOfNotesTest {

  private static final String NOTES =
      """
      {'type': 'EXCHANGE_OF_NOTES', 'title': {'en': 'Notes on visas'}, 'responsibleBody': 'mfa',
       'binding': true, 'consent': 'SIGNATURE', 'parties': [{'code': 'AZ'}, {'code': 'KZ'}]%s}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void goesFromTheDraftNoteToItsPerformance() {
    Reference reference = open(", 'milestones': [{'kind': 'MEASURE', 'body': 'economy'}]");
    prepare(reference);
    assertThat(desk.waitsAt(reference)).containsExactly("receive-reply", "send-note");
    desk.complete("mfaClerk", reference, "send-note", Map.of("note", "N-1"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.SIGNED);
    assertThat(desk.waitsAt(reference)).containsExactly("receive-reply");
    desk.complete("mfaClerk", reference, "receive-reply", Map.of("note", "K-1"));
    assertThat(desk.waitsAt(reference))
        .containsExactly("carry-out-measure", "establish-entry-into-force");
    desk.complete("mfaClerk", reference, "establish-entry-into-force");
    desk.complete("registrar", reference, "publish");
    desk.complete("registrar", reference, "enter-in-register");
    desk.complete("mfaClerk", reference, "register-with-un");
    desk.complete("economyClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(trail.of(reference)).endsWith("exchange-of-notes/all-done-to-performed");
  }

  @Test
  void takesTheirNoteBeforeOurs() {
    Reference reference = open("");
    prepare(reference);
    desk.complete("mfaClerk", reference, "receive-reply");
    assertThat(desk.waitsAt(reference)).containsExactly("send-note");
    desk.complete("mfaClerk", reference, "send-note");
    assertThat(desk.waitsAt(reference)).containsExactly("establish-entry-into-force");
  }

  @Test
  void isInForceWithTheReplyWhereItsClauseSaysSo() {
    Reference reference = open(", 'entryIntoForce': {'general': {'trigger': 'LAST_SIGNATURE'}}");
    prepare(reference);
    desk.complete("mfaClerk", reference, "send-note");
    assertThat(desk.stage(reference)).isEqualTo(Stage.SIGNED);
    desk.complete("mfaClerk", reference, "receive-reply");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_FORCE);
    assertThat(desk.waitsAt(reference))
        .containsExactly("enter-in-register", "publish", "register-with-un");
  }

  @Test
  void opensAtTheReplyWhenOurNoteWasSentLongAgo() {
    Reference reference =
        open(
            """
            , 'events': [{'kind': 'SIGNED', 'party': 'AZ', 'on': '2020-05-05',
               'source': {'outlet': 'The archive'}}]""");
    assertThat(desk.waitsAt(reference)).containsExactly("receive-reply");
  }

  @Test
  void refusesANoteThatIsNotTheMinistrys() {
    Reference reference = open("");
    prepare(reference);
    assertThatThrownBy(
            () -> desk.attempt("economyClerk", reference, "send-note", Map.of("on", "2026-11-21")))
        .isInstanceOf(Refusal.class);
    assertThat(desk.waitsAt(reference)).containsExactly("receive-reply", "send-note");
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = open("");
    desk.record("mfaManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("exchange-of-notes/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  private void prepare(Reference reference) {
    desk.complete("mfaClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    desk.complete("mfaClerk", reference, "authorise");
  }

  private Reference open(String more) {
    return desk.open("mfaClerk", NOTES.formatted(more));
  }
}
