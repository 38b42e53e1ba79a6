package org.chancery.deadline;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.instrument.Target;
import org.chancery.instrument.Target.Observation;

/**
 * What is said of one stretch of days: one figure, or conflicting ones side by side.
 *
 * @param stretch the days
 * @param observations what is said, in the order of recording; never none
 */
public record Measured(Stretch stretch, List<Observation> observations) {

  private static final Comparator<Stretch> BY_LAST_DAY =
      Comparator.comparing(Stretch::last).thenComparing(Stretch::first);

  /** An immutable copy. */
  public Measured {
    observations = List.copyOf(observations);
  }

  /** The figures of the target for periods that have surely ended by the day, earliest first. */
  static List<Measured> of(Target target, LocalDate day) {
    Map<Stretch, List<Observation>> byStretch =
        target.observed().stream()
            .filter(each -> Stretch.of(each.period()).isPresent())
            .filter(each -> each.period().isSurelyBy(day))
            .collect(
                groupingBy(
                    each -> Stretch.of(each.period()).orElseThrow(),
                    () -> new TreeMap<>(BY_LAST_DAY),
                    java.util.stream.Collectors.toList()));
    return byStretch.entrySet().stream()
        .map(each -> new Measured(each.getKey(), each.getValue()))
        .toList();
  }

  /** The last day it covers. */
  public LocalDate last() {
    return stretch.last();
  }

  /** The figure, from the lowest to the highest that is said. */
  public Figure figure() {
    return Figure.among(observations.stream().map(Observation::value).toList());
  }
}
