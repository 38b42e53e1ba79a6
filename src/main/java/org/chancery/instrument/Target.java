package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * An undertaking with a figure.
 *
 * @param id its name within the case, fit for an address
 * @param quantity what is measured
 * @param value the figure to reach; null when a factor of the baseline is stated instead
 * @param factor how many times the baseline
 * @param unit the unit of the figures
 * @param baseline where it starts from
 * @param start when it starts
 * @param end by when
 * @param yearly whether the figure is to be reached each year
 * @param source where it is stated
 * @param observations figures observed, conflicting ones side by side
 */
public record Target(
    @NotBlank
        @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "trade-turnover")
        @Size(max = 50)
        String id,
    @NotBlank @Size(max = 200) String quantity,
    @Nullable BigDecimal value,
    @Nullable BigDecimal factor,
    @Size(max = 50) @Nullable String unit,
    @Valid @Nullable Observation baseline,
    @Nullable StatedDate start,
    @Nullable StatedDate end,
    @Nullable Boolean yearly,
    @Valid @Nullable Source source,
    @Size(max = Target.MOST) @Nullable List<@NotNull @Valid Observation> observations) {

  /** How many figures one target may have. */
  static final int MOST = 1_000;

  /**
   * A figure observed.
   *
   * @param value the figure, in the target's unit
   * @param period the period it covers
   * @param source where it is stated
   */
  public record Observation(
      @NotNull BigDecimal value, @NotNull StatedDate period, @Valid @Nullable Source source) {}

  /** The figures observed, none where none is known. */
  @JsonIgnore
  public List<Observation> observed() {
    return observations == null ? List.of() : observations;
  }

  /** Whether the figure is to be reached in each year, and not once by the end. */
  @JsonIgnore
  public boolean isOfEachYear() {
    return Boolean.TRUE.equals(yearly);
  }

  /** The same with one more figure. */
  Target observing(Observation observation) {
    List<Observation> more = new ArrayList<>(observed());
    more.add(observation);
    return new Target(
        id, quantity, value, factor, unit, baseline, start, end, yearly, source, more);
  }
}
