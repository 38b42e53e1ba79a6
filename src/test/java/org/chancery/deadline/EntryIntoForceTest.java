package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.calendar.MonthEnd.*;
import static org.chancery.deadline.EntryIntoForce.State.*;
import static org.chancery.instrument.Clause.Trigger.*;
import static org.chancery.instrument.EventKind.*;

import java.util.stream.IntStream;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Clause.Align;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.InstrumentType;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EntryIntoForceTest {

  private static final String NOW = "2026-11-21";

  @Test
  void theViennaConventionEntersIntoForceOnTheThirtiethDayAfterTheThirtyFifthInstrument() {
    String[] states =
        IntStream.range(0, 40)
            .mapToObj(i -> "P" + (char) ('A' + i / 26) + i)
            .toArray(String[]::new);
    A vienna = A.of(InstrumentType.TREATY).among(states).clause(counting(DEPOSIT, 35, "P30D"));
    for (int i = 0; i < 34; i++) {
      vienna.stated(DEPOSITED, states[i], "1979-01-01");
    }
    assertThat(vienna.forceOn("1979-12-27"))
        .extracting(EntryIntoForce::state, EntryIntoForce::needed)
        .containsExactly(PENDING, 1);
    vienna.stated(DEPOSITED, states[34], "1979-12-28").stated(DEPOSITED, states[35], "1980-02-01");
    assertDate(vienna, "1980-01-27");
  }

  @Test
  void aDepositTakenBackBeforeTheThresholdDoesNotCount() {
    A withdrawn =
        A.agreement()
            .among("AZ", "KZ", "TR")
            .clause(counting(DEPOSIT, 2, null))
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .stated(CONSENT_WITHDRAWN, "AZ", "2026-02-01")
            .stated(DEPOSITED, "KZ", "2026-03-01");
    assertThat(withdrawn.forceOn(NOW).needed()).isEqualTo(1);
    assertDate(withdrawn.stated(DEPOSITED, "TR", "2026-04-01"), "2026-04-01");
    assertDate(withdrawn.stated(CONSENT_WITHDRAWN, "KZ", "2026-05-01"), "2026-04-01");
  }

  @Test
  void theLastNotificationReceivedCounts() {
    A notes =
        A.agreement()
            .clause(clause(LAST_NOTIFICATION_RECEIVED, "P30D", null))
            .stated(NOTIFICATION_SENT, "AZ", "2026-01-01")
            .stated(NOTIFICATION_RECEIVED, "AZ", "2026-01-10");
    assertThat(notes.forceOn(NOW))
        .extracting(EntryIntoForce::state, EntryIntoForce::needed)
        .containsExactly(PENDING, 1);
    assertDate(notes.stated(NOTIFICATION_RECEIVED, "KZ", "2026-02-01"), "2026-03-03");
  }

  @Test
  void aNoteThatWasReturnedWasNotReceived() {
    A notes =
        A.agreement()
            .clause(clause(LAST_NOTIFICATION_RECEIVED, "P30D", null))
            .stated(NOTIFICATION_RECEIVED, "KZ", "2026-01-05")
            .stated(NOTIFICATION_RECEIVED, "AZ", "2026-01-10")
            .stated(NOTE_RETURNED, "AZ", "2026-01-20");
    assertThat(notes.forceOn(NOW))
        .extracting(EntryIntoForce::state, EntryIntoForce::needed)
        .containsExactly(PENDING, 1);
    assertDate(notes.stated(NOTIFICATION_RECEIVED, "AZ", "2026-02-01"), "2026-03-03");
  }

  @Test
  void anActOfAnUnknownPartyCountsForNone() {
    A unknown =
        A.agreement()
            .clause(clause(LAST_NOTIFICATION_RECEIVED, null, null))
            .stated(NOTIFICATION_RECEIVED, null, "2026-01-10");
    assertThat(unknown.forceOn(NOW).needed()).isEqualTo(2);
  }

  @Test
  void theFirstSignatureCountsOrTheLast() {
    A first = A.agreement().clause(clause(SIGNATURE, null, null));
    assertThat(first.forceOn(NOW).state()).isEqualTo(PENDING);
    first.stated(SIGNED, "AZ", "2026-01-01").stated(SIGNED, "KZ", "2026-02-01");
    assertDate(first, "2026-01-01");
    assertDate(
        A.agreement()
            .clause(clause(LAST_SIGNATURE, null, null))
            .stated(SIGNED, "AZ", "2026-01-01")
            .stated(SIGNED_AD_REFERENDUM, "KZ", "2026-02-01")
            .stated(SIGNATURE_CONFIRMED, "KZ", "2026-03-01"),
        "2026-03-01");
    assertDate(
        A.agreement().clause(clause(EXCHANGE, null, null)).stated(EXCHANGED, null, "2026-04-01"),
        "2026-04-01");
  }

  @Test
  void theDepositarySetsTheDate() {
    A notified = A.agreement().clause(clause(Trigger.NOTIFIED_BY_DEPOSITARY, null, null));
    assertThat(notified.forceOn(NOW).state()).isEqualTo(PENDING);
    notified.sets(
        org.chancery.instrument.EventKind.NOTIFIED_BY_DEPOSITARY, "2026-05-01", "2026-09-01");
    assertDate(notified, "2026-09-01");
  }

  @Test
  void aFixedDateIsTheDate() {
    assertDate(A.agreement().clause(fixed("1989-01-01")), "1989-01-01");
    assertThat(A.agreement().clause(fixed(null)).forceOn(NOW).state()).isEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void aMonthThatIsTooShortIsClampedOrRolledOver() {
    assertDate(signedOn("2026-03-31", clause(SIGNATURE, "P3M", CLAMP)), "2026-06-30");
    assertDate(signedOn("2026-03-31", clause(SIGNATURE, "P3M", ROLL)), "2026-07-01");
    assertDate(signedOn("2024-02-29", clause(SIGNATURE, "P1Y", CLAMP)), "2025-02-28");
    assertDate(signedOn("2024-02-29", clause(SIGNATURE, "P1Y", ROLL)), "2025-03-01");
    assertDate(signedOn("2026-03-31", clause(SIGNATURE, "P90D", null)), "2026-06-29");
    assertDate(signedOn("2026-03-31", clause(SIGNATURE, "P2W", null)), "2026-04-14");
  }

  @Test
  void aDateIsMovedToTheFirstOfTheFollowingMonthAndNotBeforeAnother() {
    General aligned =
        new General(
            SIGNATURE,
            null,
            null,
            "P1M",
            CLAMP,
            Align.FIRST_DAY_OF_FOLLOWING_MONTH,
            null,
            new StatedDate("2026-04-01"));
    assertDate(signedOn("2026-01-01", aligned), "2026-04-01");
    assertDate(signedOn("2026-03-01", aligned), "2026-05-01");
  }

  @Test
  void anImpreciseInputGivesAnImpreciseAnswer() {
    assertDate(signedOn("2026-01", clause(SIGNATURE, null, null)), "2026-01");
    assertDate(signedOn("2026", clause(SIGNATURE, "P1Y", null)), "2027");
    assertDate(signedOn("2026-01", clause(SIGNATURE, "P10D", null)), "2026-01-11/2026-02-10");
    assertDate(signedOn("../2026-01-10", clause(SIGNATURE, "P10D", null)), "../2026-01-20");
    assertThat(signedOn("XXXX", clause(SIGNATURE, null, null)).forceOn(NOW).state())
        .isEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void onlyWhatHadHappenedByTheDayCounts() {
    A signed = signedOn("2026-03-31", clause(SIGNATURE, null, null));
    assertThat(signed.forceOn("2026-03-30").state()).isEqualTo(PENDING);
    assertThat(signed.forceOn("2026-03-31").state()).isEqualTo(COMPUTED);
  }

  @Test
  void withoutAClauseOnlyAProgrammeAndAPoliticalTextHaveADate() {
    A memorandum = A.of(InstrumentType.MEMORANDUM);
    assertThat(memorandum.forceOn(NOW).state()).isEqualTo(PENDING);
    assertDate(memorandum.stated(SIGNED, null, "2025-03-03"), "2025-03-03");
    A programme = A.of(InstrumentType.PROGRAMME).during("2022/2026");
    assertThat(programme.forceOn(NOW).state()).isEqualTo(PENDING);
    assertDate(programme.stated(SIGNED, null, "2022-03-01"), "2022-01-01");
    for (InstrumentType type :
        new InstrumentType[] {
          InstrumentType.AGREEMENT, InstrumentType.EXCHANGE_OF_NOTES, InstrumentType.UNDERTAKING
        }) {
      assertThat(A.of(type).stated(SIGNED, null, "2025").forceOn(NOW).state())
          .isEqualTo(NOT_COMPUTABLE);
    }
    assertThat(
            A.of(InstrumentType.MEMORANDUM)
                .binding(true)
                .stated(SIGNED, null, "2025")
                .forceOn(NOW)
                .state())
        .isEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void anEntryIntoForceBeforeSignatureIsLegalAndSaid() {
    EntryIntoForce answer =
        A.agreement().clause(fixed("2020-01-01")).stated(SIGNED, null, "2021-03-01").forceOn(NOW);
    assertThat(answer.date()).isEqualTo(new StatedDate("2020-01-01"));
    assertThat(answer.working())
        .extracting(Message::code)
        .containsExactly("finding.force.fixed", "finding.force.retroactive");
    assertThat(
            A.agreement()
                .clause(fixed("2021-03-01"))
                .stated(SIGNED, null, "2021-03-01")
                .forceOn(NOW)
                .working())
        .hasSize(1);
  }

  @Test
  void theWorkingIsShown() {
    assertThat(signedOn("2026-03-31", clause(SIGNATURE, "P3M", null)).forceOn(NOW).working())
        .extracting(Message::code)
        .containsExactly("finding.force.reached.SIGNATURE", "finding.force.offset");
  }

  private static A signedOn(String on, General general) {
    return A.agreement().clause(general).stated(SIGNED, null, on);
  }

  private static void assertDate(A instrument, String edtf) {
    EntryIntoForce answer = instrument.forceOn(NOW);
    assertThat(answer.state()).isEqualTo(COMPUTED);
    assertThat(answer.date()).isEqualTo(new StatedDate(edtf));
  }

  private static General clause(
      Trigger trigger, @Nullable String offset, @Nullable MonthEnd monthEnd) {
    return new General(trigger, null, null, offset, monthEnd, null, null, null);
  }

  private static General counting(Trigger trigger, int count, @Nullable String offset) {
    return new General(trigger, count, null, offset, null, null, null, null);
  }

  private static General fixed(@Nullable String on) {
    StatedDate date = on == null ? null : new StatedDate(on);
    return new General(FIXED_DATE, null, null, null, null, null, date, null);
  }
}
