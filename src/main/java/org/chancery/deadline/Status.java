package org.chancery.deadline;

import java.util.EnumSet;
import java.util.Set;

/**
 * How a milestone stands. It is in exactly one status: the first that applies in this order. Which
 * one applies is said by {@code rules/deadline} alone.
 */
public enum Status {
  /** The case was withdrawn, terminated or expired before it fell due. */
  CANCELLED,
  /** It does not bind this case. */
  NOT_APPLICABLE,
  /** Two managers of its body have waived it. */
  WAIVED,
  /** Done by the end of its last possible day. */
  DONE_ON_TIME,
  /** Done, but surely after its last possible day. */
  DONE_LATE,
  /** A manager of its body has suspended it. */
  SUSPENDED,
  /** Nothing says by when. */
  NOT_COMPUTABLE,
  /** What sets it going has not happened. */
  NOT_STARTED,
  /** Overdue for longer than the house tolerates. */
  SEVERELY_OVERDUE,
  /** Surely late, and its days of grace are over. */
  OVERDUE,
  /** Surely late, within its days of grace. */
  GRACE,
  /** Its last possible day is today. */
  DUE_TODAY,
  /** It may be late: its earliest possible day has passed. */
  AT_RISK,
  /** It falls due soon. */
  DUE_SOON,
  /** It has time. */
  RUNNING,
  /** Not of a milestone but of the record: two of its facts do not go together. */
  CONTRADICTION;

  private static final Set<Status> REPORTED = EnumSet.of(NOT_COMPUTABLE, CONTRADICTION);

  static {
    REPORTED.addAll(EnumSet.range(SEVERELY_OVERDUE, DUE_SOON));
  }

  /** Whether it is a finding: something to be told. */
  public boolean isReported() {
    return REPORTED.contains(this);
  }

  /**
   * Whether it is told to whoever asks for it: what is reported, what managers lifted, and what was
   * done late.
   */
  public boolean isTold() {
    return isReported() || this == WAIVED || this == SUSPENDED || this == DONE_LATE;
  }

  /** Whether it means that nothing is due now, whatever the date. */
  public boolean liftsTheDeadline() {
    return this == CANCELLED || this == WAIVED || this == SUSPENDED;
  }

  /** Whether it is over, or never was due: there is nothing left to decide on it. */
  public boolean isOver() {
    return compareTo(SUSPENDED) < 0;
  }

  /** Whether its last possible day has passed. */
  public boolean isPastDue() {
    return isOverdue() || this == GRACE;
  }

  /** Whether it accuses: the milestone is surely late and not done. */
  public boolean isOverdue() {
    return this == SEVERELY_OVERDUE || this == OVERDUE;
  }
}
