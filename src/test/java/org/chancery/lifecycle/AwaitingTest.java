package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.instrument.EventFixture.event;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.CaseFixture;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.PartyCode;
import org.junit.jupiter.api.Test;

/** What we await of the other sides, by what the record says. */
class AwaitingTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

  @Test
  void awaitsTheSignatureOfWhoeverHasNotSigned() {
    CaseFile file =
        CaseFixture.memorandum().with(event(EventKind.SIGNED, "2026-10-01").by("AZ")).file();
    assertThat(codes(of(file).signatures())).containsExactly("KZ");
    assertThat(of(file).ourActs()).hasSize(1);
  }

  @Test
  void awaitsNoSignatureBeforeOurOwn() {
    CaseFile file =
        CaseFixture.memorandum().with(event(EventKind.SIGNED, "2026-10-01").by("KZ")).file();
    assertThat(of(file).signatures()).isEmpty();
  }

  @Test
  void awaitsNoSignatureOfWhatAllHaveSigned() {
    assertThat(of(CaseFixture.memorandum().signed("2026-10-01").file()).signatures()).isEmpty();
  }

  @Test
  void awaitsTheReplyToOurNoteAndNoSignature() {
    CaseFile file =
        CaseFixture.of(InstrumentType.EXCHANGE_OF_NOTES)
            .with(event(EventKind.SIGNED, "2026-10-01").by("AZ"))
            .file();
    assertThat(codes(of(file).replies())).containsExactly("KZ");
    assertThat(of(file).signatures()).isEmpty();
  }

  @Test
  void awaitsTheNoticeOnceOursIsOut() {
    CaseFile file = told().file();
    assertThat(codes(of(file).notices())).containsExactly("KZ");
    assertThat(codes(of(file).noticesOnceOursIsOut())).containsExactly("KZ");
  }

  @Test
  void awaitsNoNoticeBeforeOurOwn() {
    CaseFile file = signed().file();
    assertThat(of(file).noticesOnceOursIsOut()).isEmpty();
  }

  @Test
  void awaitsNoMoreOnceTheOtherSideHasToldUs() {
    CaseFile file =
        told().with(event(EventKind.NOTIFICATION_RECEIVED, "2026-07-01").by("KZ")).file();
    assertThat(of(file).noticesOnceOursIsOut()).isEmpty();
  }

  @Test
  void tellsApartWhetherOurNoteIsOutOrReceivedWhereReceiptCounts() {
    CaseFile file = told().clause(clause(Clause.Trigger.LAST_NOTIFICATION_RECEIVED)).file();
    assertThat(of(file).notices()).isEmpty();
    assertThat(codes(of(file).noticesOnceOursIsOut())).containsExactly("KZ");
  }

  @Test
  void awaitsNothingWhereADepositaryCounts() {
    CaseFile file = told().clause(clause(Clause.Trigger.DEPOSIT)).file();
    assertThat(of(file).noticesOnceOursIsOut()).isEmpty();
  }

  private static CaseFixture signed() {
    return CaseFixture.agreement().consent(Consent.APPROVAL).signed("2026-02-01");
  }

  private static CaseFixture told() {
    return signed().with(event(EventKind.NOTIFICATION_SENT, "2026-06-01").by("AZ"));
  }

  private static Clause clause(Clause.Trigger trigger) {
    return new Clause(new Clause.General(trigger, null, null, null, null, null, null, null), null);
  }

  private static Awaiting of(CaseFile file) {
    return new Awaiting(new Course(file, new PartyCode("AZ"), TODAY));
  }

  private static List<String> codes(Stream<PartyCode> parties) {
    return parties.map(PartyCode::value).toList();
  }
}
