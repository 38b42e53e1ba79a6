package org.chancery.notice;

/** What a person is written to about; she can turn each off. */
public enum Kind {
  /** A deadline of her body draws near, or is overdue. */
  REMINDER,
  /** A manager asks her body for a report on a deadline. */
  REQUEST,
  /** A deadline long overdue waits for her decision. */
  ESCALATION,
  /** What has changed in the deadlines of her bodies. */
  DIGEST
}
