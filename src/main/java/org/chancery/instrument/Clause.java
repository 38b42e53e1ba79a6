package org.chancery.instrument;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * The clause on entry into force, as data (VCLT art. 24).
 *
 * @param general when the instrument as a whole enters into force
 * @param perParty when it enters into force for those who join later
 */
public record Clause(@NotNull @Valid General general, @Valid @Nullable PerParty perParty) {

  /** What sets the entry into force going. */
  public enum Trigger {
    SIGNATURE,
    LAST_SIGNATURE,
    EXCHANGE,
    LAST_NOTIFICATION_RECEIVED,
    DEPOSIT,
    NOTIFIED_BY_DEPOSITARY,
    FIXED_DATE
  }

  /** To which day the date is moved. */
  public enum Align {
    FIRST_DAY_OF_FOLLOWING_MONTH
  }

  /** Who joins later. */
  public enum AppliesTo {
    AFTER_ENTRY_INTO_FORCE,
    AFTER_THRESHOLD
  }

  /**
   * A further condition: the parties that consented must together weigh enough.
   *
   * @param atLeast a fraction or a decimal, such as {@code 2/3}
   * @param of the whole that the weights are shares of
   */
  public record Weight(
      @NotNull @Pattern(regexp = "\\d+(\\.\\d+)?|\\d+/[1-9]\\d*", message = "2/3, 0.55")
          String atLeast,
      @NotBlank String of) {}

  /**
   * When the instrument as a whole enters into force.
   *
   * @param trigger what sets it going
   * @param count how many consents; null: of every party
   * @param weight a further condition
   * @param offset an ISO 8601 period of days, weeks, months or years after the trigger
   * @param monthEnd what a too short month does
   * @param align to which day the date is moved
   * @param on the fixed date
   * @param notBefore never before this date
   */
  public record General(
      @NotNull Trigger trigger,
      @Min(1) @Nullable Integer count,
      @Valid @Nullable Weight weight,
      @Pattern(regexp = OFFSET, message = "P30D, P3M, P1Y") @Nullable String offset,
      @Nullable MonthEnd monthEnd,
      @Nullable Align align,
      @Nullable StatedDate on,
      @Nullable StatedDate notBefore) {}

  /**
   * When it enters into force for those who join later.
   *
   * @param trigger what sets it going
   * @param offset the period after the trigger
   * @param monthEnd what a too short month does
   * @param align to which day the date is moved
   * @param notBefore never before this date
   * @param appliesTo who joins later
   */
  public record PerParty(
      @NotNull Trigger trigger,
      @Pattern(regexp = OFFSET, message = "P30D, P3M, P1Y") @Nullable String offset,
      @Nullable MonthEnd monthEnd,
      @Nullable Align align,
      @Nullable StatedDate notBefore,
      @Nullable AppliesTo appliesTo) {}

  private static final String OFFSET = "P(\\d{1,4}[YMWD])+";
}
