package org.chancery.notice;

/** What can change in how a deadline stands, so that a digest tells it; the worst first. */
enum Change {
  OVERDUE,
  DUE_SOON,
  EXTENDED,
  DONE
}
