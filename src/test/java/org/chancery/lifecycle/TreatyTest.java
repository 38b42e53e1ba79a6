package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The process {@code treaty}. */
@ChanceryTest
class TreatyTest {

  private static final String TREATY =
      """
      {'type': 'TREATY', 'title': {'en': 'Treaty on cultural heritage'}, 'responsibleBody': 'culture',
       'participatingBodies': ['mfa', 'education'], 'consent': 'RATIFICATION',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'MEASURE', 'name': {'en': 'Joint catalogue'}, 'body': 'culture',
          'due': '2027-06-30'}]}""";

  @Autowired Desk desk;
  @Autowired Trail trail;

  @Test
  void goesFromTheDraftToItsPerformance() {
    Reference reference = desk.open("cultureClerk", TREATY);
    prepare(reference);
    desk.complete("mfaClerk", reference, "sign", Map.of("answer", "SIGNED"));
    assertThat(desk.waitsAt(reference))
        .containsExactly(
            "carry-out-measure", "lodge-original", "receive-notification", "submit-to-parliament");
    ratify(reference);
    enterIntoForce(reference);
    desk.complete("cultureClerk", reference, "carry-out-measure");
    assertThat(desk.stage(reference)).isEqualTo(Stage.PERFORMED);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHDRAWN", "TERMINATED", "EXPIRED"})
  void endsEarlyAtTheEndNamedByHow(EventKind how) {
    Reference reference = desk.open("cultureClerk", TREATY);
    desk.record("mfaManager", reference, how);
    assertThat(desk.stage(reference)).isEqualTo(Stage.valueOf(how.name()));
    assertThat(desk.isRunning(reference)).isFalse();
    assertThat(desk.waitsAt(reference)).isEmpty();
    assertThat(trail.of(reference))
        .endsWith("treaty/how-it-ended-to-" + how.name().toLowerCase(Locale.ROOT));
  }

  private void prepare(Reference reference) {
    desk.complete("cultureClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    assertThat(desk.waitsAt(reference)).containsExactly("clear", "clear");
    desk.complete("mfaClerk", reference, "clear", Map.of("answer", "CLEARED"));
    desk.complete("educationClerk", reference, "clear", Map.of("answer", "CLEARED"));
    desk.complete("mfaClerk", reference, "authorise");
    desk.complete("cultureClerk", reference, "initial");
    assertThat(desk.stage(reference)).isEqualTo(Stage.INITIALLED);
  }

  private void ratify(Reference reference) {
    desk.complete("cultureClerk", reference, "submit-to-parliament");
    desk.complete("cultureClerk", reference, "consider-in-committee");
    desk.complete("cultureClerk", reference, "vote", Map.of("answer", "PASSED_BY_PARLIAMENT"));
    desk.complete("cultureClerk", reference, "adopt-law", Map.of("act", "No. 1-VIIQ"));
    desk.complete("cultureClerk", reference, "complete-consent", Map.of("act", "No. 2"));
    desk.complete(
        "mfaClerk",
        reference,
        "perform-international-act",
        Map.of("answer", "NOTIFICATION_SENT", "note", "N-17"));
    desk.complete(
        "mfaClerk", reference, "receive-notification", Map.of("answer", "NOTIFICATION_RECEIVED"));
    desk.complete("registrar", reference, "lodge-original");
  }

  private void enterIntoForce(Reference reference) {
    assertThat(desk.waitsAt(reference))
        .containsExactly("carry-out-measure", "establish-entry-into-force");
    desk.complete("mfaClerk", reference, "establish-entry-into-force");
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_FORCE);
    desk.complete("registrar", reference, "publish");
    desk.complete("registrar", reference, "enter-in-register");
    desk.complete("mfaClerk", reference, "register-with-un");
  }
}
