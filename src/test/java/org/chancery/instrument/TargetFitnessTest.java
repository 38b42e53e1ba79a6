package org.chancery.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Target.Observation;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether what is said of undertakings with a figure hangs together. */
class TargetFitnessTest {

  @Test
  void acceptsAFigureOrAFactor() {
    assertThat(faults(target("turnover", "1000", null, figure("500", "2024")))).isEmpty();
    assertThat(faults(target("freight", null, "3", null))).isEmpty();
    assertThat(faults(target("cable", "380", null, figure("0", "2024")))).isEmpty();
  }

  @Test
  void refusesBothAndNeither() {
    assertThat(faults(target("turnover", "1000", "2", null)))
        .containsExactly("/targets/0/factor target.both");
    assertThat(faults(target("turnover", null, null, null)))
        .containsExactly("/targets/0/value target.none");
  }

  @Test
  void refusesFactorsAndBaselinesThatLeadNowhere() {
    assertThat(faults(target("freight", null, "0", null)))
        .containsExactly("/targets/0/factor target.factor");
    assertThat(faults(target("freight", null, "3", figure("0", "2024"))))
        .containsExactly("/targets/0/baseline/value target.baseline");
    assertThat(faults(target("freight", "3", null, figure("-1", "2024"))))
        .containsExactly("/targets/0/baseline/value target.baseline");
  }

  @Test
  void refusesTheSameNameTwice() {
    Target one = target("turnover", "1", null, null);
    assertThat(faults(one, target("freight", "1", null, null), one))
        .containsExactly("/targets/2/id target.twice");
  }

  @Test
  void refusesAnEndThatSurelyLiesNotAfterTheStart() {
    assertThat(faults(lasting("2025-10", "2025-09"))).containsExactly("/targets/0/end target.end");
    assertThat(faults(lasting("2025-10-01", "2025-10-01")))
        .containsExactly("/targets/0/end target.end");
    assertThat(faults(lasting("2025-10", "2025-10"))).isEmpty();
    assertThat(faults(lasting("2025-10", "../2028-10"))).isEmpty();
    assertThat(faults(lasting("../2025-10", "2024"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025/..", "../2025", "XXXX", "2025~", "2025-XX", "2025?", "2025-01/2025-08%"})
  void refusesAPeriodWhoseDaysNobodyKnows(String period) {
    assertThat(faults(target("turnover", "1", null, figure("1", period), figure("2", period))))
        .containsExactly(
            "/targets/0/baseline/period observation.period",
            "/targets/0/observations/0/period observation.period");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2025", "2025-01", "2025-12-31", "2025-01/2025-08", "2024-07-01/2025-06-30"})
  void acceptsAPeriodWithAFirstAndALastDay(String period) {
    assertThat(faults(target("turnover", "1", null, figure("1", period), figure("2", period))))
        .isEmpty();
  }

  private static List<String> faults(Target... targets) {
    List<Fault> faults = new ArrayList<>();
    TargetFitness.check(Arrays.asList(targets), faults);
    return faults.stream().map(fault -> fault.pointer() + " " + fault.message().code()).toList();
  }

  private static Target lasting(String start, String end) {
    return new Target(
        "turnover",
        "trade turnover",
        BigDecimal.TEN,
        null,
        null,
        null,
        new StatedDate(start),
        new StatedDate(end),
        null,
        null,
        null);
  }

  private static Target target(
      String id,
      @Nullable String value,
      @Nullable String factor,
      @Nullable Observation baseline,
      Observation... observed) {
    return new Target(
        id,
        "what is measured",
        value == null ? null : new BigDecimal(value),
        factor == null ? null : new BigDecimal(factor),
        null,
        baseline,
        null,
        null,
        null,
        null,
        List.of(observed));
  }

  private static Observation figure(String value, String period) {
    return new Observation(new BigDecimal(value), new StatedDate(period), null);
  }
}
