package org.chancery.deadline;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Source;
import org.chancery.instrument.Target;
import org.chancery.instrument.Target.Observation;
import org.jspecify.annotations.Nullable;

/** An undertaking with a figure for a test, told in few words; what is not told is unknown. */
final class Aim {

  private @Nullable BigDecimal value;
  private @Nullable BigDecimal factor;
  private @Nullable Observation baseline;
  private @Nullable StatedDate start;
  private @Nullable StatedDate end;
  private boolean yearly;
  private final List<Observation> observations = new ArrayList<>();

  private Aim() {}

  /** To reach the figure. */
  static Aim of(String value) {
    Aim aim = new Aim();
    aim.value = new BigDecimal(value);
    return aim;
  }

  /** To reach so many times the baseline. */
  static Aim times(String factor) {
    Aim aim = new Aim();
    aim.factor = new BigDecimal(factor);
    return aim;
  }

  Aim yearly() {
    yearly = true;
    return this;
  }

  /** From the baseline that all agree on. */
  Aim from(String figure, String period) {
    baseline = observation(figure, period, new Source("AZERTAC", null, null));
    return this;
  }

  /** From a baseline that somebody derived. */
  Aim derivedFrom(String figure, String period) {
    baseline = observation(figure, period, new Source("AZERTAC", null, true));
    return this;
  }

  Aim start(String edtf) {
    start = new StatedDate(edtf);
    return this;
  }

  Aim end(String edtf) {
    end = new StatedDate(edtf);
    return this;
  }

  Aim observed(String figure, String period) {
    return observed(figure, period, "AZERTAC");
  }

  Aim observed(String figure, String period, String outlet) {
    observations.add(observation(figure, period, new Source(outlet, null, null)));
    return this;
  }

  Target made() {
    return new Target(
        "turnover",
        "trade turnover",
        value,
        factor,
        "USD",
        baseline,
        start,
        end,
        yearly,
        new Source("SpecialEurasia", new StatedDate("2025-10-27"), null),
        observations);
  }

  private static Observation observation(String figure, String period, Source source) {
    return new Observation(new BigDecimal(figure), new StatedDate(period), source);
  }
}
