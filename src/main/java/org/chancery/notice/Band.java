package org.chancery.notice;

import org.chancery.deadline.Status;

/** How a deadline stands, as coarsely as notices need to know it. */
enum Band {
  /** It has time, or nothing can be said yet. */
  CALM,
  /** It falls due soon, or nobody can say that it is late. */
  SOON,
  /** It is surely late. */
  LATE,
  /** It is done. */
  DONE,
  /** Nobody need meet it now. */
  LIFTED;

  static Band of(Status status) {
    return switch (status) {
      case NOT_COMPUTABLE, NOT_STARTED, RUNNING, CONTRADICTION -> CALM;
      case DUE_SOON, AT_RISK, DUE_TODAY, GRACE -> SOON;
      case OVERDUE, SEVERELY_OVERDUE -> LATE;
      case DONE_ON_TIME, DONE_LATE -> DONE;
      case CANCELLED, NOT_APPLICABLE, WAIVED, SUSPENDED -> LIFTED;
    };
  }

  /** Whether somebody is still to meet it. */
  boolean isOpen() {
    return this == CALM || this == SOON || this == LATE;
  }
}
