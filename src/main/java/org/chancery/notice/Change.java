package org.chancery.notice;

/** What can change in how a deadline stands, so that a digest tells it; the worst first. */
enum Change {
  OVERDUE,
  DUE_SOON,
  EXTENDED,
  DONE;

  /** Whether it is still so of a deadline that stands like this: what is over is not news. */
  boolean holds(Band band) {
    return switch (this) {
      case OVERDUE -> band == Band.LATE;
      case DUE_SOON -> band == Band.SOON;
      case EXTENDED -> band.isOpen();
      case DONE -> band == Band.DONE;
    };
  }
}
