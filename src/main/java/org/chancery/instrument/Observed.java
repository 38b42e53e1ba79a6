package org.chancery.instrument;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * A figure observed, with its place in the case.
 *
 * @param id its number among the figures of its target, from 1
 * @param target the target it is a figure of
 * @param value the figure, in the target's unit
 * @param period the period it covers
 * @param source where it is stated; null: this house's own knowledge
 */
public record Observed(
    int id, String target, BigDecimal value, StatedDate period, @Nullable Source source) {

  /** All figures of the target, in the order of recording. */
  public static List<Observed> all(Target target) {
    return IntStream.rangeClosed(1, target.observed().size())
        .mapToObj(id -> of(target, id))
        .toList();
  }

  static Observed of(Target target, int id) {
    Target.Observation said = target.observed().get(id - 1);
    return new Observed(id, target.id(), said.value(), said.period(), said.source());
  }
}
