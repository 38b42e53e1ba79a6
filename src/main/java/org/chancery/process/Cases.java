package org.chancery.process;

import org.chancery.instrument.Reference;

/** What is asked of the register when the process of a case is moved to a newer model. */
public interface Cases {

  /**
   * Lets nobody else change the case until this transaction ends.
   *
   * @return whether others could until now; false where this transaction held the case before
   */
  boolean hold(Reference reference);

  /** Whether the current account may see the case. */
  boolean isInSight(Reference reference);

  /**
   * Lets the process of the case follow the register again: passes what has happened, and starts it
   * where none runs and the case has not ended.
   */
  void goOn(Reference reference);
}
