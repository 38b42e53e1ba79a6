package org.chancery.lifecycle;

import org.chancery.instrument.NewDecision;

/** What a manager rules at one sitting, of all that lies before her. */
public sealed interface Ruling {

  /**
   * She decides on deadlines.
   *
   * @param decision what she decides
   */
  record Deciding(NewDecision decision) implements Ruling {}

  /**
   * She gives the tasks of deadlines to a person.
   *
   * @param assignment to whom, and why
   */
  record Giving(NewAssignment assignment) implements Ruling {}

  /** She confirms waivers that another manager proposed. */
  record Confirming() implements Ruling {}

  /** She withdraws waivers that were only proposed. */
  record Withdrawing() implements Ruling {}
}
