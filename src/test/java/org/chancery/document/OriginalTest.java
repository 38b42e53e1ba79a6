package org.chancery.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.web.InvalidValue;
import org.junit.jupiter.api.Test;

/** Where an original is follows from what was done with it. */
class OriginalTest {

  private static final Holder MDDT = Holder.of(new BodyCode("mddt"));
  private static final Holder ENERGY = Holder.of(new BodyCode("energy"));
  private static final Holder ARCHIVE = new Holder(null, "National Archive");
  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

  @Test
  void isWithWhomItWasRegistered() {
    Original original = only(Hands.of(MDDT, "2026-11-02"));
    assertThat(original.holder()).isEqualTo(MDDT);
    assertThat(original.since().edtf()).isEqualTo("2026-11-02");
    assertThat(original.underWay()).isNull();
  }

  @Test
  void isUnderWayUntilItIsReceivedOrRefused() {
    Hands hands = Hands.of(MDDT, "2026-11-02").gives(ENERGY, "2026-11-05");
    assertThat(only(hands).holder()).isEqualTo(MDDT);
    assertThat(only(hands).underWay()).isNotNull();
    Original received = only(hands.received("2026-11-07"));
    assertThat(received.holder()).isEqualTo(ENERGY);
    assertThat(received.stations())
        .extracting(Original.Station::holder)
        .containsExactly(MDDT, ENERGY);
    Original refused =
        only(Hands.of(MDDT, "2026-11-02").gives(ENERGY, "2026-11-05").refused("2026-11-07"));
    assertThat(refused.holder()).isEqualTo(MDDT);
    assertThat(refused.underWay()).isNull();
  }

  @Test
  void aHandoverByAnotherThanItsHolderIsAGap() {
    Hands hands = Hands.of(MDDT, "2026-11-02").gives(ARCHIVE, ENERGY, "2026-11-05");
    assertThat(only(hands).gaps()).extracting(Original.Gap::holder).containsExactly(MDDT);
    assertThat(only(Hands.of(MDDT, "2026-11-02").gives(ENERGY, "2026-11-05")).gaps()).isEmpty();
  }

  @Test
  void aCorrectionStandsWhereWhatItCorrectsDid() {
    Hands hands =
        Hands.of(MDDT, "2026-11-02")
            .gives(ARCHIVE, "2026-11-05")
            .received("2026-11-07")
            .corrects(2, MDDT, ENERGY, "2026-11-06");
    assertThat(only(hands).holder()).isEqualTo(ENERGY);
    assertThat(only(hands).stations()).hasSize(2);
    assertThat(only(hands).history()).hasSize(4);
  }

  @Test
  void whoeverGaveItOutsideAnswersForIt() {
    assertThat(only(Hands.of(ARCHIVE, "2026-11-02")).custodian()).isNull();
    Hands given = Hands.of(MDDT, "2026-11-02").gives(ARCHIVE, "2026-11-05").received("2026-11-07");
    assertThat(only(given).custodian()).isEqualTo(MDDT.body());
    assertThat(only(given).wasWith(MDDT)).isTrue();
    assertThat(only(given).wasWith(ENERGY)).isFalse();
  }

  @Test
  void standsOnADayAsItStoodThen() {
    Hands hands = Hands.of(MDDT, "2026-11-02").gives(ENERGY, "2026-11-05").received("2026-11-07");
    assertThat(on("2026-11-01", hands)).isEmpty();
    assertThat(on("2026-11-04", hands).get(0).underWay()).isNull();
    assertThat(on("2026-11-06", hands).get(0).underWay()).isNotNull();
    assertThat(on("2026-11-07", hands).get(0).holder()).isEqualTo(ENERGY);
  }

  @Test
  void whatIsNotExactHadHappenedWhenItWasRecorded() {
    Hands hands = Hands.of(MDDT, "2026-11");
    assertThat(on("2026-11-19", hands)).isEmpty();
    assertThat(on("2026-11-20", hands)).hasSize(1);
  }

  @Test
  void aHolderIsABodyOrSomebodyOutside() {
    List<Runnable> wrong =
        List.of(
            () -> new Holder(null, " "),
            () -> new Holder(null, null),
            () -> new Holder(MDDT.body(), "National Archive"));
    for (Runnable each : wrong) {
      org.assertj.core.api.Assertions.assertThatThrownBy(each::run)
          .isInstanceOf(InvalidValue.class);
    }
    assertThat(ARCHIVE.isOutside()).isTrue();
    assertThat(Holder.REGISTRY.isOutside()).isFalse();
  }

  private static Original only(Hands hands) {
    return Original.all(hands.acts()).get(0);
  }

  private static List<Original> on(String day, Hands hands) {
    return new ArrayList<>(Original.on(LocalDate.parse(day), BAKU, hands.acts()));
  }
}
