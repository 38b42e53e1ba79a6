package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.deadline.EntryIntoForce.State.*;
import static org.chancery.instrument.Clause.AppliesTo.*;
import static org.chancery.instrument.Clause.Trigger.DEPOSIT;
import static org.chancery.instrument.Clause.Trigger.EXCHANGE;
import static org.chancery.instrument.Clause.Trigger.FIXED_DATE;
import static org.chancery.instrument.Clause.Trigger.LAST_SIGNATURE;
import static org.chancery.instrument.EventKind.*;

import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Clause.Align;
import org.chancery.instrument.Clause.AppliesTo;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.PerParty;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.InstrumentType;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ForceOfPartiesTest {

  private static final String NOW = "2026-11-21";

  @Test
  void whoDepositsAfterTheThresholdJoinsLater() {
    A treaty = twoOfFour(AFTER_THRESHOLD);
    assertThat(treaty.forceOn(NOW).date()).isEqualTo(new StatedDate("2026-03-31"));
    assertBound(treaty, "AZ", "2026-03-31");
    assertBound(treaty, "KZ", "2026-03-31");
    assertBound(treaty, "TR", "2026-04-14");
    assertThat(codes(treaty, "TR"))
        .containsExactly("finding.force.party.later", "finding.force.offset");
    assertThat(treaty.forceOn(NOW, "UZ").state()).isEqualTo(PENDING);
    assertThat(codes(treaty, "UZ")).containsExactly("finding.force.party.needs");
  }

  @Test
  void whoDepositsBeforeTheEntryIntoForceDoesNotJoinLater() {
    A treaty = twoOfFour(AFTER_ENTRY_INTO_FORCE).stated(DEPOSITED, "UZ", "2026-04-01");
    assertBound(treaty, "TR", "2026-03-31");
    assertBound(treaty, "UZ", "2026-05-01");
    assertThat(codes(treaty, "TR"))
        .containsExactly("finding.force.party.acted", "finding.force.party.first");
  }

  @Test
  void allWhoDepositOnTheDayOfTheThresholdAreAmongTheFirst() {
    A treaty = twoOfFour(AFTER_THRESHOLD).stated(DEPOSITED, "UZ", "2026-03-01");
    assertBound(treaty, "UZ", "2026-03-31");
  }

  @Test
  void nobodyIsBoundBeforeTheInstrumentItself() {
    A treaty =
        four(new General(DEPOSIT, 2, null, "P6M", null, null, null, null), AFTER_THRESHOLD)
            .stated(DEPOSITED, "TR", "2026-03-02");
    assertThat(treaty.forceOn(NOW).date()).isEqualTo(new StatedDate("2026-09-01"));
    assertBound(treaty, "TR", "2026-09-01");
    assertThat(codes(treaty, "TR")).endsWith("finding.force.party.not-before");
  }

  @Test
  void theDateOfALaterOneIsAlignedAndNotBeforeAnother() {
    PerParty later =
        new PerParty(
            DEPOSIT,
            "P3M",
            MonthEnd.CLAMP,
            Align.FIRST_DAY_OF_FOLLOWING_MONTH,
            new StatedDate("2026-08-01"),
            AFTER_THRESHOLD);
    A treaty = deposited(A.agreement().among("AZ", "KZ", "TR", "UZ").clause(counting(2), later));
    assertBound(treaty.stated(DEPOSITED, "TR", "2026-03-15"), "TR", "2026-08-01");
    assertBound(treaty.stated(DEPOSITED, "UZ", "2026-05-31"), "UZ", "2026-09-01");
  }

  @Test
  void aDepositTakenBackBeforeItCouldBindBindsNobody() {
    A treaty = twoOfFour(AFTER_THRESHOLD);
    treaty.stated(CONSENT_WITHDRAWN, "AZ", "2026-03-10");
    treaty.stated(CONSENT_WITHDRAWN, "TR", "2026-03-20");
    assertThat(treaty.forceOn(NOW).date()).isEqualTo(new StatedDate("2026-03-31"));
    assertThat(codes(treaty, "AZ"))
        .containsExactly("finding.force.party.taken-back", "finding.force.party.needs");
    assertThat(treaty.forceOn(NOW, "TR").state()).isEqualTo(PENDING);
    assertBound(treaty.stated(DEPOSITED, "AZ", "2026-06-01"), "AZ", "2026-07-01");
  }

  @Test
  void anImpreciseDepositGivesAnImpreciseAnswer() {
    A treaty = twoOfFour(AFTER_THRESHOLD);
    assertBound(treaty.stated(DEPOSITED, "UZ", "2026-06"), "UZ", "2026-07-01/2026-07-30");
    A perhaps = twoOfFour(AFTER_THRESHOLD).stated(DEPOSITED, "UZ", "2026-03");
    assertBound(perhaps, "UZ", "2026-03-31/2026-04-30");
    assertThat(codes(perhaps, "UZ")).startsWith("finding.force.party.perhaps");
  }

  @Test
  void anImpreciseDayDoesNotMakeThePartyThatReachedTheThresholdJoinLater() {
    for (AppliesTo appliesTo : AppliesTo.values()) {
      A treaty =
          A.agreement()
              .among("AZ", "KZ", "TR")
              .clause(counting(2), later("P1Y", appliesTo))
              .stated(DEPOSITED, "AZ", "2026-01-10")
              .stated(DEPOSITED, "KZ", "2026-03");
      assertBound(treaty, "KZ", "2026-03-31/2026-04-30");
      assertBound(treaty, "AZ", "2026-03-31/2026-04-30");
    }
  }

  @Test
  void ofTwoImpreciseDepositsEachMayBeTheLaterOne() {
    A treaty =
        A.agreement()
            .among("AZ", "KZ", "TR")
            .clause(counting(2), later("P1Y", AFTER_THRESHOLD))
            .stated(DEPOSITED, "AZ", "2026-01-10")
            .stated(DEPOSITED, "KZ", "2026-03")
            .stated(DEPOSITED, "TR", "2026-03");
    assertBound(treaty, "TR", "2026-03-31/2027-03-31");
  }

  @Test
  void whileTheInstrumentWaitsSoDoItsParties() {
    A treaty = A.agreement().among("AZ", "KZ").clause(counting(2), later(null, AFTER_THRESHOLD));
    treaty.stated(DEPOSITED, "AZ", "2026-01-10");
    assertThat(treaty.forceOn(NOW, "AZ").state()).isEqualTo(PENDING);
    assertThat(codes(treaty, "AZ"))
        .containsExactly("finding.force.party.acted", "finding.force.party.waits");
    assertThat(codes(treaty, "KZ")).containsExactly("finding.force.party.needs");
  }

  @Test
  void whereTheClauseIsSilentALaterConsentBindsOnItsDay() {
    A treaty = deposited(A.agreement().among("AZ", "KZ", "TR").clause(counting(2)));
    assertBound(treaty.stated(DEPOSITED, "TR", "2026-07-01"), "TR", "2026-07-01");
  }

  @Test
  void aDateSetForAllBindsAll() {
    General fixed =
        new General(FIXED_DATE, null, null, null, null, null, new StatedDate("2026-05"), null);
    assertBound(A.agreement().clause(fixed), "KZ", "2026-05");
    General exchange = general(EXCHANGE, null, null);
    assertBound(
        A.agreement().clause(exchange).stated(EXCHANGED, null, "2026-04-01"), "KZ", "2026-04-01");
  }

  @Test
  void whoNeverSignedJoinsByDeposit() {
    A open =
        A.agreement()
            .among("AZ", "KZ", "TR")
            .clause(general(LAST_SIGNATURE, 2, null), later("P30D", AFTER_THRESHOLD))
            .stated(SIGNED, "AZ", "2026-01-01")
            .stated(SIGNED, "KZ", "2026-02-01")
            .stated(DEPOSITED, "TR", "2026-03-01");
    assertBound(open, "AZ", "2026-02-01");
    assertBound(open, "TR", "2026-03-31");
  }

  @Test
  void aNoticeOfTheDepositaryMaySetTheDateOfALaterOne() {
    PerParty notice =
        new PerParty(
            Trigger.NOTIFIED_BY_DEPOSITARY, null, null, null, null, AFTER_ENTRY_INTO_FORCE);
    A treaty = deposited(A.agreement().among("AZ", "KZ", "TR").clause(counting(2), notice));
    assertThat(treaty.forceOn(NOW, "TR").state()).isEqualTo(PENDING);
    treaty.sets(
        org.chancery.instrument.EventKind.NOTIFIED_BY_DEPOSITARY, "2026-06-01", "2026-09-01");
    assertBound(treaty, "TR", "2026-09-01");
  }

  @Test
  void aFixedDateWithoutADateIsNotComputableForALaterOne() {
    PerParty fixed = new PerParty(FIXED_DATE, null, null, null, null, AFTER_THRESHOLD);
    A treaty = deposited(A.agreement().among("AZ", "KZ", "TR").clause(counting(2), fixed));
    assertThat(treaty.forceOn(NOW, "TR").state()).isEqualTo(NOT_COMPUTABLE);
    assertBound(treaty, "AZ", "2026-03-31");
  }

  @Test
  void onlyWhatHadHappenedByTheDayCounts() {
    A treaty = twoOfFour(AFTER_THRESHOLD);
    assertThat(treaty.forceOn("2026-02-28", "AZ").state()).isEqualTo(PENDING);
    assertThat(treaty.forceOn("2026-03-14", "TR").state()).isEqualTo(PENDING);
    assertThat(treaty.forceOn("2026-03-15", "TR").state()).isEqualTo(COMPUTED);
  }

  @Test
  void twoHundredPartiesTakeNoTime() {
    String[] states = IntStream.range(0, 200).mapToObj(i -> "P" + i).toArray(String[]::new);
    A treaty =
        A.of(InstrumentType.TREATY)
            .among(states)
            .clause(counting(100), later("P30D", AFTER_ENTRY_INTO_FORCE));
    for (int i = 0; i < 200; i++) {
      String day = LocalDate.parse("2020-01-01").plusDays(i).toString();
      treaty.stated(DEPOSITED, states[i], i == 99 ? "2020-04" : day);
    }
    long start = System.nanoTime();
    EntryIntoForce answer = treaty.forceOn(NOW);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    assertThat(answer.parties()).hasSize(200).allMatch(party -> party.state() == COMPUTED);
    assertBound(treaty, "P199", "2020-08-17");
    assertThat(took).isLessThan(Duration.ofSeconds(2));
  }

  /** Two deposits are needed: AZ 10 January, KZ 1 March; TR follows on 15 March. */
  private static A twoOfFour(AppliesTo appliesTo) {
    return four(counting(2), appliesTo).stated(DEPOSITED, "TR", "2026-03-15");
  }

  private static A four(General general, AppliesTo appliesTo) {
    return deposited(
        A.agreement().among("AZ", "KZ", "TR", "UZ").clause(general, later("P30D", appliesTo)));
  }

  private static A deposited(A treaty) {
    return treaty.stated(DEPOSITED, "AZ", "2026-01-10").stated(DEPOSITED, "KZ", "2026-03-01");
  }

  private static General counting(int count) {
    return general(DEPOSIT, count, "P30D");
  }

  private static General general(
      Trigger trigger, @Nullable Integer count, @Nullable String offset) {
    return new General(trigger, count, null, offset, null, null, null, null);
  }

  private static PerParty later(@Nullable String offset, AppliesTo appliesTo) {
    return new PerParty(DEPOSIT, offset, null, null, null, appliesTo);
  }

  private static Iterable<String> codes(A treaty, String party) {
    return treaty.forceOn(NOW, party).working().stream().map(Message::code).toList();
  }

  private static void assertBound(A treaty, String party, String edtf) {
    EntryIntoForce.OfParty answer = treaty.forceOn(NOW, party);
    assertThat(answer.state()).isEqualTo(COMPUTED);
    assertThat(answer.date()).isEqualTo(new StatedDate(edtf));
  }
}
