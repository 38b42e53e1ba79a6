package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.document.DocumentKind;
import org.chancery.document.Documents;
import org.chancery.document.NewDocument;
import org.chancery.document.Upload;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.chancery.process.Trail;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;

/** The process {@code signature}. */
@ChanceryTest
class SignatureTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Memorandum on museums'}, 'responsibleBody': 'culture',
       'parties': [{'code': 'AZ'}, {'code': 'UZ'}]}""";

  @Autowired Desk desk;
  @Autowired Documents documents;
  @Autowired Trail trail;

  @Test
  void isPlannedMovedAndHeld() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNING_PLANNED", "for", "2026-12-01"));
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
    sign(reference, Map.of("answer", "SIGNING_POSTPONED", "for", "2026-12-15"));
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
    sign(reference, Map.of("answer", "SIGNED", "place", "Samarkand"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_EFFECT);
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "lodge-original");
  }

  @Test
  void needsTheDateForWhichItIsPlanned() {
    Reference reference = prepared();
    assertThatThrownBy(() -> sign(reference, Map.of("answer", "SIGNING_PLANNED")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("/for");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
  }

  @Test
  void adReferendumIsConfirmed() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNED_AD_REFERENDUM"));
    assertThat(desk.waitsAt(reference)).containsExactly("confirm-signature");
    confirm(reference, "SIGNATURE_CONFIRMED");
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "lodge-original");
  }

  @Test
  void adReferendumThatIsNotConfirmedGoesBackToNegotiation() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNED_AD_REFERENDUM"));
    confirm(reference, "RETURNED");
    assertThat(desk.stage(reference)).isEqualTo(Stage.DRAFTING);
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
    assertThat(trail.of(reference))
        .contains("signature/is-confirmed-to-sent-back", "memorandum/is-sent-back-to-prepare");
    prepare(reference);
    sign(reference, Map.of("answer", "SIGNED"));
    assertThat(desk.stage(reference)).isEqualTo(Stage.IN_EFFECT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TREATY", "AGREEMENT", "PROGRAMME"})
  void adReferendumGoesBackToNegotiationWhateverItsKind(String type) {
    Reference reference =
        desk.open(
            "cultureClerk",
            CASE.replace("MEMORANDUM", type)
                .replace(
                    "]}",
                    """
                    ], 'events': [{'kind': 'SIGNED_AD_REFERENDUM', 'on': '2026-11-01', 'party': 'AZ',
                       'reason': 'Signed at the summit'}]}"""));
    assertThat(desk.waitsAt(reference)).containsExactly("confirm-signature");
    confirm(reference, "RETURNED");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
  }

  @Test
  void adReferendumThatIsNotConfirmedMayEndTheCase() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNED_AD_REFERENDUM"));
    confirm(reference, "WITHDRAWN");
    assertThat(desk.stage(reference)).isEqualTo(Stage.WITHDRAWN);
    assertThat(desk.isRunning(reference)).isFalse();
  }

  @Test
  void takesNoSignatureUnderATextThatIsNotComplete() {
    Reference reference =
        desk.open(
            "cultureClerk",
            CASE.replace(
                "]}",
                """
                ], 'authenticLanguages': ['az', 'uz'], 'attachments': [{'name': 'List', 'kind': 'ANNEX'}]}"""));
    prepare(reference);
    assertThatThrownBy(() -> sign(reference, Map.of("answer", "SIGNED")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("sign.incomplete")
        .hasMessageContaining("List");
    sign(reference, Map.of("answer", "SIGNING_PLANNED", "for", "2026-12-01"));
    for (String language : List.of("az", "uz")) {
      put(reference, language, DocumentKind.DRAFT, null);
      put(reference, language, DocumentKind.ANNEX, "List");
    }
    sign(reference, Map.of("answer", "SIGNED"));
    assertThat(desk.events(reference)).endsWith(EventKind.SIGNED);
  }

  private void put(Reference reference, String language, DocumentKind kind, @Nullable String name) {
    byte[] text = (language + kind).getBytes(StandardCharsets.UTF_8);
    desk.as(
        "cultureClerk",
        () ->
            documents.add(
                reference,
                new NewDocument(language, kind, name, null),
                new Upload("text.txt", "text/plain", new ByteArrayResource(text))));
  }

  @Test
  void isNotHeldUpByTheOtherSide() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNED_BY_US"));
    assertThat(desk.events(reference)).endsWith(EventKind.SIGNED);
    assertThat(desk.stage(reference)).isEqualTo(Stage.SIGNED);
    assertThat(desk.waitsAt(reference)).contains("lodge-original").doesNotContain("sign");
  }

  @Test
  void goesBackToOurSignatureWhereTheOtherSideHasSigned() {
    Reference reference = prepared();
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': 'SIGNED', 'on': '2026-11-20', 'party': 'UZ', 'source': {'outlet': 'A'}}");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
    sign(reference, Map.of("answer", "SIGNED_AD_REFERENDUM"));
    confirm(reference, "RETURNED");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
    sign(reference, Map.of("answer", "SIGNED_BY_US"));
    assertThat(desk.waitsAt(reference)).contains("lodge-original");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'kind': 'SIGNED', 'on': '2026-11-20', 'source': {'outlet': 'A paper'}}",
        "{'kind': 'SIGNED', 'on': '2026-11-20', 'reason': 'Signed at the summit'}"
      })
  void ofADraftThatWasSentBackIsTakenForSigned(String signed) {
    Reference reference = desk.open("cultureClerk", CASE);
    desk.complete("cultureClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "RETURNED"));
    desk.record("mfaClerk", reference, signed);
    assertThat(desk.waitsAt(reference)).contains("enter-in-register").doesNotContain("draft");
    desk.record(
        "mfaClerk", reference, "{'kind': 'RETURNED', 'on': '2026-11-21', 'reason': 'Too late'}");
    assertThat(desk.waitsAt(reference)).contains("enter-in-register").doesNotContain("draft");
  }

  @Test
  void isSentBackByWhoeverItWasThatSignedAdReferendum() {
    Reference reference = prepared();
    sign(reference, Map.of("answer", "SIGNED_AD_REFERENDUM"));
    desk.record(
        "cultureClerk", reference, "{'kind': 'RETURNED', 'on': '2026-11-21', 'party': 'AZ'}");
    assertThat(desk.waitsAt(reference)).containsExactly("draft");
  }

  @Test
  void isPlannedForADayThatCanBe() {
    Reference reference = prepared();
    assertThatThrownBy(
            () -> sign(reference, Map.of("answer", "SIGNING_PLANNED", "for", "2020-01-01")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.for.earlier");
    assertThatThrownBy(() -> sign(reference, Map.of("answer", "SIGNED", "on", "XXXX")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.on.unknown");
    assertThatThrownBy(
            () -> sign(reference, Map.of("answer", "SIGNED", "next", "2028", "to", "2027")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("step.unasked");
  }

  @Test
  void isMovedByAnEventAsByATask() {
    Reference reference = prepared();
    desk.record(
        "mfaClerk",
        reference,
        "{'kind': 'SIGNING_POSTPONED', 'on': '2026-11-20', 'for': '2026-12-20'}");
    assertThat(desk.waitsAt(reference)).containsExactly("sign");
    desk.record("mfaClerk", reference, EventKind.SIGNED);
    assertThat(desk.waitsAt(reference)).containsExactly("enter-in-register", "lodge-original");
  }

  private void sign(Reference reference, Map<String, String> fields) {
    desk.complete("mfaClerk", reference, "sign", fields);
  }

  private void confirm(Reference reference, String answer) {
    desk.complete("cultureClerk", reference, "confirm-signature", Map.of("answer", answer));
  }

  private Reference prepared() {
    Reference reference = desk.open("cultureClerk", CASE);
    prepare(reference);
    return reference;
  }

  private void prepare(Reference reference) {
    desk.complete("cultureClerk", reference, "draft");
    desk.complete("justiceClerk", reference, "give-expertise", Map.of("answer", "EXPERTISE_GIVEN"));
    desk.complete("mfaClerk", reference, "authorise");
  }
}
