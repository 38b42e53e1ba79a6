package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.chancery.deadline.EntryIntoForce.State.*;
import static org.chancery.instrument.Clause.Trigger.DEPOSIT;
import static org.chancery.instrument.Clause.Trigger.FIXED_DATE;
import static org.chancery.instrument.EventKind.*;

import java.util.stream.IntStream;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Weight;
import org.chancery.instrument.InstrumentType;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final String NOW = "2026-11-21";

  @Test
  void fiftyFivePartiesAndFiftyFiveHundredthsAreBothNeeded() {
    String[] states = IntStream.range(0, 60).mapToObj(i -> "P" + i).toArray(String[]::new);
    A kyoto = A.of(InstrumentType.TREATY).among(states).clause(weighty(55, "0.55", "P90D"));
    for (int i = 0; i < 55; i++) {
      kyoto.weighing(states[i], "0.007").stated(DEPOSITED, states[i], "2002-05-23");
    }
    for (int i = 55; i < 60; i++) {
      kyoto.weighing(states[i], i == 57 ? "0.174" : "0.05");
    }
    assertThat(kyoto.forceOn(NOW))
        .extracting(EntryIntoForce::state, EntryIntoForce::needed)
        .containsExactly(PENDING, 1);
    assertDate(kyoto.stated(DEPOSITED, "P57", "2004-11-18"), "2005-02-16");
    assertThat(kyoto.forceOn(NOW).working())
        .extracting(Message::code)
        .containsExactly(
            "finding.force.reached.DEPOSIT", "finding.force.weighed", "finding.force.offset");
  }

  @Test
  void weightAloneIsNotEnough() {
    A heavy =
        three()
            .clause(weighty(2, "2/3", null))
            .weighing("AZ", "0.9")
            .stated(DEPOSITED, "AZ", "2026-01-01");
    assertThat(heavy.forceOn(NOW).needed()).isEqualTo(1);
    assertDate(heavy.stated(DEPOSITED, "TR", "2026-02-01"), "2026-02-01");
  }

  @Test
  void aFractionIsExact() {
    A thirds = three().clause(weighty(2, "2/3", null)).weighing("AZ", "0.3333333");
    thirds.weighing("KZ", "0.3333333").stated(DEPOSITED, "AZ", "2026-01-01");
    thirds.weighing("TR", "0.1").stated(DEPOSITED, "KZ", "2026-02-01");
    assertThat(thirds.forceOn(NOW).state()).isEqualTo(PENDING);
    assertDate(thirds.stated(DEPOSITED, "TR", "2026-03-01"), "2026-03-01");
    assertDate(thirds.weighing("KZ", "0.3333334"), "2026-02-01");
  }

  @Test
  void asManyAreNeededAsTheHeaviestOfTheOthersMakeUp() {
    A light =
        A.agreement()
            .among("AZ", "KZ", "TR", "UZ")
            .clause(weighty(1, "0.5", null))
            .weighing("AZ", "0.1")
            .weighing("KZ", "0.3")
            .weighing("TR", "0.15")
            .weighing("UZ", "0.05")
            .stated(DEPOSITED, "AZ", "2026-01-01");
    assertThat(light.forceOn(NOW).needed()).isEqualTo(2);
  }

  @Test
  void anUnknownWeightMakesItNotComputable() {
    A unknown =
        three()
            .clause(weighty(1, "0.5", null))
            .weighing("AZ", "0.2")
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .stated(DEPOSITED, "KZ", "2026-02-01");
    EntryIntoForce answer = unknown.forceOn(NOW);
    assertThat(answer.state()).isEqualTo(NOT_COMPUTABLE);
    assertThat(answer.working())
        .containsExactly(Message.of("finding.force.weight-missing", "0.5", "emissions 1986", "KZ"));
    assertThat(answer.parties()).allMatch(party -> party.state() == NOT_COMPUTABLE);
  }

  @Test
  void anUnknownWeightDoesNotMatterOnceTheKnownOnesAreEnough() {
    A known = three().clause(weighty(2, "0.5", null)).weighing("AZ", "0.3").weighing("KZ", "0.3");
    known.stated(DEPOSITED, "AZ", "2026-01-01").stated(DEPOSITED, "KZ", "2026-02-01");
    assertDate(known.stated(DEPOSITED, "TR", "2026-03-01"), "2026-02-01");
    assertDate(known.stated(DEPOSITED, "TR", "2026-01-15"), "2026-01-15/2026-02-01");
  }

  @Test
  void aWeightOnAFixedDateIsNotComputable() {
    General odd =
        new General(
            FIXED_DATE,
            null,
            new Weight("2/3", "emissions"),
            null,
            null,
            null,
            new StatedDate("1989-01-01"),
            null);
    assertThat(three().clause(odd).forceOn(NOW).state()).isEqualTo(NOT_COMPUTABLE);
  }

  @Test
  void aWithdrawalTakesBackTheDepositItNames() {
    A again =
        three()
            .clause(weighty(1, "0", null))
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .takesBack(1, "AZ", "2026-01-01");
    assertDate(again, "2026-01-01");
    assertThat(again.takesBack(2, "AZ", "2026-01-01").forceOn(NOW).state()).isEqualTo(PENDING);
  }

  @Test
  void aWithdrawalOfACorrectedDepositTakesBackWhatStands() {
    A corrected =
        three()
            .clause(weighty(2, "0", null))
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .takesBack(1, "AZ", "2026-02-01")
            .corrects(1, DEPOSITED, "AZ", "2026-01-05")
            .stated(DEPOSITED, "KZ", "2026-03-01");
    assertThat(corrected.forceOn(NOW).needed()).isEqualTo(1);
  }

  @Test
  void aWithdrawalThatMayHaveComeInTimeLeavesTheEndOpen() {
    A perhaps =
        three()
            .clause(weighty(2, "0", null))
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .stated(CONSENT_WITHDRAWN, "AZ", "2026-02")
            .stated(DEPOSITED, "KZ", "2026-02-10");
    assertDate(perhaps, "2026-02-10/..");
    assertDate(perhaps.stated(DEPOSITED, "TR", "2026-03-01"), "2026-02-10/2026-03-01");
  }

  @Test
  void theOrderOfRecordingDoesNotMatter() {
    A forwards =
        three()
            .clause(weighty(2, "0", "P1M"))
            .stated(DEPOSITED, "AZ", "2026-01-01")
            .stated(CONSENT_WITHDRAWN, "AZ", "2026-02-01")
            .stated(DEPOSITED, "KZ", "2026-02-01")
            .stated(DEPOSITED, "TR", "2026-05-31");
    A backwards =
        three()
            .clause(weighty(2, "0", "P1M"))
            .stated(DEPOSITED, "TR", "2026-05-31")
            .stated(DEPOSITED, "KZ", "2026-02-01")
            .stated(CONSENT_WITHDRAWN, "AZ", "2026-02-01")
            .stated(DEPOSITED, "AZ", "2026-01-01");
    assertDate(forwards, "2026-06-30");
    assertThat(backwards.forceOn(NOW)).isEqualTo(forwards.forceOn(NOW));
  }

  private static A three() {
    return A.agreement().among("AZ", "KZ", "TR");
  }

  private static General weighty(int count, String atLeast, @Nullable String offset) {
    return new General(
        DEPOSIT, count, new Weight(atLeast, "emissions 1986"), offset, null, null, null, null);
  }

  private static void assertDate(A instrument, String edtf) {
    assertThat(instrument.forceOn(NOW).date()).isEqualTo(new StatedDate(edtf));
  }
}
