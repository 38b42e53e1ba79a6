package org.chancery.deadline;

import java.math.BigDecimal;
import java.util.List;
import org.chancery.instrument.Target;
import org.jspecify.annotations.Nullable;

/**
 * The figure that a target is to reach: stated, or so many times its baseline.
 *
 * @param value the figure; null where only a factor is stated
 * @param factor how many times the baseline; counts only where no value is stated
 */
record Goal(@Nullable BigDecimal value, @Nullable BigDecimal factor) {

  static Goal of(Target target) {
    return new Goal(target.value(), target.factor());
  }

  boolean isStated() {
    return value != null || factor != null;
  }

  /** The figure for the baseline. */
  BigDecimal from(BigDecimal baseline) {
    if (value != null) {
      return value;
    }
    if (factor == null) {
      throw new IllegalStateException("a target without a figure to reach");
    }
    return baseline.multiply(factor);
  }

  /** The figure for a baseline on which sources conflict. */
  Figure from(Figure baseline) {
    return Figure.among(List.of(from(baseline.min()), from(baseline.max())));
  }
}
