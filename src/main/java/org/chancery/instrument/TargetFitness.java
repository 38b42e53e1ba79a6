package org.chancery.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.chancery.calendar.StatedDate;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/** Whether what is said of undertakings with a figure hangs together. */
final class TargetFitness {

  private static final Pattern VAGUE = Pattern.compile("[~?%X]");

  private TargetFitness() {}

  static void check(List<Target> targets, List<Fault> faults) {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      String at = "/targets/" + i;
      if (!names.add(target.id())) {
        faults.add(Fault.at(at + "/id", "target.twice", target.id()));
      }
      figure(target, at, faults);
      term(target, at, faults);
      periods(target, at, faults);
    }
  }

  static void check(Target.Observation observation, String at, List<Fault> faults) {
    StatedDate period = observation.period();
    boolean bounded = period.earliest() != null && period.latest() != null;
    if (!bounded || VAGUE.matcher(period.edtf()).find()) {
      faults.add(Fault.at(at + "/period", "observation.period", period));
    }
  }

  /** Either the figure itself or how many times the baseline. */
  private static void figure(Target target, String at, List<Fault> faults) {
    @Nullable BigDecimal factor = target.factor();
    if (target.value() == null && factor == null) {
      faults.add(Fault.at(at + "/value", "target.none"));
    }
    if (target.value() != null && factor != null) {
      faults.add(Fault.at(at + "/factor", "target.both"));
    }
    if (factor != null && factor.signum() <= 0) {
      faults.add(Fault.at(at + "/factor", "target.factor"));
    }
    Target.@Nullable Observation baseline = target.baseline();
    if (baseline != null && isTooSmall(baseline.value(), factor)) {
      faults.add(Fault.at(at + "/baseline/value", "target.baseline"));
    }
  }

  /** Three times nothing is nothing; but a line may well begin at nothing. */
  private static boolean isTooSmall(BigDecimal baseline, @Nullable BigDecimal factor) {
    return baseline.signum() < 0 || (factor != null && baseline.signum() == 0);
  }

  private static void term(Target target, String at, List<Fault> faults) {
    if (target.start() == null || target.end() == null) {
      return;
    }
    @Nullable LocalDate start = target.start().earliest();
    if (start != null && target.end().isSurelyBy(start)) {
      faults.add(Fault.at(at + "/end", "target.end", target.end(), target.start()));
    }
  }

  private static void periods(Target target, String at, List<Fault> faults) {
    if (target.baseline() != null) {
      check(target.baseline(), at + "/baseline", faults);
    }
    List<Target.Observation> observed = target.observed();
    for (int i = 0; i < observed.size(); i++) {
      check(observed.get(i), at + "/observations/" + i, faults);
    }
  }
}
