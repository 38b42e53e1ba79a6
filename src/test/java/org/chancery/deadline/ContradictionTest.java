package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.document.DocumentKind.DRAFT;
import static org.chancery.instrument.EventKind.*;

import org.chancery.calendar.StatedDate;
import org.chancery.document.Document;
import org.chancery.document.DocumentKind;
import org.chancery.document.TextFixture;
import org.chancery.instrument.Clause;
import org.chancery.instrument.InstrumentType;
import org.junit.jupiter.api.Test;

/** Does the record contradict itself? */
class ContradictionTest {

  private static final DocumentKind SIGNED_TEXT = DocumentKind.SIGNED;

  private static final String NOW = "2026-11-21";

  @Test
  void aSignatureLiesBeforeTheAuthorityToSign() {
    A early =
        A.agreement().stated(SIGNED, null, "2026-03-01").stated(AUTHORISED, "AZ", "2026-03-02");
    assertThat(early.contradictionsOn(NOW)).containsExactly("signed-before-authority");
    assertThat(early.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-03-02");
    assertThat(early.contradictionsOn("2026-03-01")).isEmpty();
    A onTime = A.agreement().stated(SIGNED, null, "2026-03").stated(AUTHORISED, "AZ", "2026-03-02");
    assertThat(onTime.contradictionsOn(NOW)).isEmpty();
    A twice = early.stated(AUTHORISED, "AZ", "2026-02-01");
    assertThat(twice.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseSignedAndRecordedNoAuthorityToSign() {
    A ours = A.agreement().own(SIGNED, "AZ", "2026-11-20");
    assertThat(ours.contradictionsOn(NOW)).containsExactly("signed-without-authority");
    assertThat(ours.own(AUTHORISED, null, "2026-11-19").contradictionsOn(NOW)).isEmpty();
    assertThat(A.agreement().stated(SIGNED, "AZ", "2026-11-20").contradictionsOn(NOW)).isEmpty();
    assertThat(A.agreement().own(SIGNED, "KZ", "2026-11-20").contradictionsOn(NOW)).isEmpty();
    assertThat(
            A.of(InstrumentType.UNDERTAKING).own(SIGNED, null, "2026-01-01").contradictionsOn(NOW))
        .isEmpty();
  }

  @Test
  void aPartyConsentedToBeBoundBeforeItSigned() {
    A early = A.agreement().stated(RATIFIED, "KZ", "2026-01").stated(SIGNED, "KZ", "2026-02-01");
    assertThat(early.contradictionsOn(NOW)).containsExactly("consent-before-signature");
    assertThat(early.stated(SIGNED_AD_REFERENDUM, "KZ", "2025-12-01").contradictionsOn(NOW))
        .isEmpty();
    A ofAnother =
        A.agreement().stated(RATIFIED, "KZ", "2026-01").stated(SIGNED, "AZ", "2026-02-01");
    assertThat(ofAnother.contradictionsOn(NOW)).isEmpty();
    A acceded = A.agreement().stated(ACCEDED, "KZ", "2026-01").stated(SIGNED, null, "2026-02-01");
    assertThat(acceded.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseRecordedARatificationOrApprovalAndNoSignature() {
    A ours = A.agreement().own(APPROVED, "AZ", "2026-01-01");
    assertThat(ours.contradictionsOn(NOW)).containsExactly("consent-without-signature");
    assertThat(ours.stated(SIGNED, null, "2025").contradictionsOn(NOW)).isEmpty();
    A press = A.agreement().stated(APPROVED, null, "../2025-03-03");
    assertThat(press.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void theStatedEntryIntoForceLiesBeforeTheComputedOne() {
    A early =
        A.agreement().computedInForce("2026-07-01").stated(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(early.contradictionsOn(NOW)).containsExactly("in-force-earlier-than-computed");
    A vague =
        A.agreement().computedInForce("2026-06").stated(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(vague.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void theStatedEntryIntoForceLiesAfterTheComputedOne() {
    A late =
        A.agreement().computedInForce("2026-05").stated(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(late.contradictionsOn(NOW)).containsExactly("in-force-later-than-computed");
    A unknown = A.agreement().stated(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(unknown.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void anInstrumentEnteredIntoForceBeforeItWasSigned() {
    A retroactive =
        A.agreement()
            .stated(ENTERED_INTO_FORCE, null, "2026-01-01")
            .stated(SIGNED, null, "2026-02-01");
    assertThat(retroactive.contradictionsOn(NOW)).containsExactly("in-force-before-signature");
    assertThat(retroactive.contradictionOn(NOW).severity()).isEqualTo(Severity.INFO);
    assertThat(retroactive.stated(SIGNED, "AZ", "2025").contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseRecordedABindingInstrumentAsInForceAndNotAsRegistered() {
    A ours = A.agreement().binding(true).own(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(ours.contradictionsOn(NOW)).containsExactly("in-force-not-registered");
    assertThat(ours.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-06-02");
    assertThat(ours.contradictionsOn("2026-06-01")).isEmpty();
    assertThat(ours.own(REGISTERED_UN, null, "2026-07-01").contradictionsOn(NOW)).isEmpty();
    A computed =
        A.of(InstrumentType.MEMORANDUM)
            .binding(true)
            .clause(
                new Clause.General(
                    Clause.Trigger.LAST_SIGNATURE, null, null, null, null, null, null, null))
            .own(AUTHORISED, "AZ", "2026-05-01")
            .own(SIGNED, null, "2026-06-01")
            .own(ORIGINAL_LODGED, null, "2026-06-02");
    assertThat(computed.contradictionsOn(NOW)).containsExactly("in-force-not-registered");
    A press = A.agreement().binding(true).stated(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(press.contradictionsOn(NOW)).isEmpty();
    A unknown = A.agreement().own(ENTERED_INTO_FORCE, null, "2026-06-01");
    assertThat(unknown.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseSignedAndHasNotLodgedTheOriginal() {
    A ours = A.agreement().own(AUTHORISED, "AZ", "2026-10-01").own(SIGNED, null, "2026-11-01");
    assertThat(ours.contradictionsOn("2026-11-16")).isEmpty();
    assertThat(ours.contradictionsOn("2026-11-17")).containsExactly("original-not-lodged");
    assertThat(ours.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-11-17");
    assertThat(ours.own(ORIGINAL_LODGED, null, "2026-11-20").contradictionsOn(NOW)).isEmpty();
    A notes = A.of(InstrumentType.EXCHANGE_OF_NOTES).own(AUTHORISED, "AZ", "2026-10-01");
    assertThat(notes.own(SIGNED, null, "2026-11-01").contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseSignedAndDoesNotHoldTheSignedTextInAnAuthenticLanguage() {
    A ours = signed().authenticIn("az", "kk").holding(TextFixture.text(1, SIGNED_TEXT, "az"));
    assertThat(ours.contradictionsOn("2026-11-16")).isEmpty();
    assertThat(ours.contradictionsOn("2026-11-17")).containsExactly("text-missing");
    assertThat(ours.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-11-17");
    assertThat(ours.contradictionOn(NOW).facts())
        .extracting(Finding.Fact::language)
        .containsExactly(null, "kk");
  }

  @Test
  void aDraftIsNoSignedText() {
    A ours = signed().authenticIn("az").holding(TextFixture.text(1, DRAFT, "az"));
    assertThat(ours.contradictionsOn(NOW)).containsExactly("text-missing");
  }

  @Test
  void noTextIsMissingWhereItIsThereOrNothingIsKnown() {
    Document text = TextFixture.text(1, SIGNED_TEXT, "az");
    assertThat(signed().authenticIn("az").holding(text).contradictionsOn(NOW)).isEmpty();
    assertThat(signed().holding().contradictionsOn(NOW)).isEmpty();
    assertThat(signed().authenticIn("az").contradictionsOn(NOW)).isEmpty();
    A reported = A.agreement().stated(SIGNED, null, "2026-10-01").authenticIn("az").holding();
    assertThat(reported.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void thisHouseSignedAndDoesNotHoldWhatTheTextSaysBelongsToIt() {
    Document text = TextFixture.text(1, SIGNED_TEXT, "az");
    A ours = signed().authenticIn("az").withAnnex("Annex 1");
    assertThat(ours.holding(text).contradictionsOn(NOW)).containsExactly("attachment-missing");
    assertThat(ours.contradictionOn(NOW).facts())
        .extracting(Finding.Fact::name)
        .containsExactly(null, "Annex 1");
    assertThat(ours.contradictionsOn("2026-11-16")).isEmpty();
    Document other = TextFixture.annex(2, "Annex 2", "az");
    assertThat(ours.holding(text, other).contradictionsOn(NOW))
        .containsExactly("attachment-missing");
    Document annex = TextFixture.annex(2, "annex 1 ", "az");
    assertThat(ours.holding(text, annex).contradictionsOn(NOW)).isEmpty();
  }

  private static A signed() {
    return A.agreement()
        .own(AUTHORISED, "AZ", "2026-10-01")
        .own(SIGNED, null, "2026-11-01")
        .own(ORIGINAL_LODGED, null, "2026-11-02");
  }

  @Test
  void aPartyToAProtocolIsNotAPartyToItsParent() {
    A protocol = A.of(InstrumentType.PROTOCOL).among("AZ", "KZ", "TR").protocolTo("AZ", "KZ");
    assertThat(protocol.contradictionsOn(NOW)).containsExactly("protocol-party-not-in-parent");
    assertThat(protocol.contradictionOn(NOW).facts())
        .singleElement()
        .extracting(fact -> "" + fact.party())
        .isEqualTo("TR");
    assertThat(
            A.of(InstrumentType.PROTOCOL)
                .among("AZ", "KZ")
                .protocolTo("AZ", "KZ", "TR")
                .contradictionsOn(NOW))
        .isEmpty();
    assertThat(A.agreement().contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void twoSourcesStateDifferentDaysForTheSameAct() {
    A disputed =
        A.agreement()
            .stated(SIGNED, null, "2025-10-20", "AZERTAC")
            .stated(SIGNED, null, "2025-10-21", "525.az");
    assertThat(disputed.contradictionsOn(NOW)).containsExactly("sources-disagree");
    assertThat(disputed.contradictionsOn("2025-10-20")).isEmpty();
    A agreeing =
        A.agreement()
            .stated(SIGNED, null, "2025-10", "AZERTAC")
            .stated(SIGNED, null, "2025-10-21", "525.az");
    assertThat(agreeing.contradictionsOn(NOW)).isEmpty();
    A repeated =
        A.agreement()
            .stated(REPORTED, null, "2025", "AZERTAC")
            .stated(REPORTED, null, "2026-01", "525.az");
    assertThat(repeated.contradictionsOn(NOW)).isEmpty();
    A corrected =
        A.agreement()
            .stated(SIGNED, null, "2025-10-20", "525.az")
            .corrects(1, SIGNED, null, "2025-10-21");
    assertThat(corrected.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void anEventIsRecordedBeforeTheDayItIsSaidToHaveHappened() {
    A early = A.agreement().recordedAt("2026-11-20T20:30:00Z").stated(SIGNED, "KZ", "2026-11-22");
    assertThat(early.contradictionsOn(NOW)).containsExactly("happened-in-the-future");
    assertThat(early.contradictionOn(NOW).firstHeldOn()).isEqualTo("2026-11-21");
    A sameDayInBaku =
        A.agreement().recordedAt("2026-11-20T20:30:00Z").stated(SIGNED, "KZ", "2026-11-21");
    assertThat(sameDayInBaku.contradictionsOn(NOW)).isEmpty();
  }

  @Test
  void ofTwoEntriesIntoForceTheEarlierCountsWhicheverWasRecordedFirst() {
    for (String[] days :
        new String[][] {{"2026-03-01", "2026-05-01"}, {"2026-05-01", "2026-03-01"}}) {
      A stated = A.agreement().binding(true);
      for (String day : days) {
        stated.own(ENTERED_INTO_FORCE, null, day);
      }
      assertThat(stated.contradictionOn("2026-11-21").facts())
          .extracting(Finding.Fact::on)
          .containsExactly(new StatedDate("2026-03-01"));
    }
  }
}
