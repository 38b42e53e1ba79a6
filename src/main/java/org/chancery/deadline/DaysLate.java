package org.chancery.deadline;

/**
 * How late something is, in calendar days after its due day.
 *
 * @param min surely so many
 * @param max at most so many
 */
public record DaysLate(int min, int max) {

  /** Not late. */
  static final DaysLate NONE = new DaysLate(0, 0);

  /**
   * @throws IllegalArgumentException when negative or upside down
   */
  public DaysLate {
    if (min < 0 || max < min) {
      throw new IllegalArgumentException("days late from " + min + " to " + max);
    }
  }
}
