package org.chancery.deadline;

/** How much a finding matters, by the table {@code rules/deadline/thresholds.csv}. */
public enum Severity {
  INFO,
  WARNING,
  URGENT,
  CRITICAL
}
