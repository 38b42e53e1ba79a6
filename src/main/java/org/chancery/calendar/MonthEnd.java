package org.chancery.calendar;

/** What becomes of a day counted in months or years that its month does not have. */
public enum MonthEnd {
  /** The last day of that month: 31 March + 3 months is 30 June. */
  CLAMP,
  /** The first day of the month after it: 31 March + 3 months is 1 July. */
  ROLL
}
