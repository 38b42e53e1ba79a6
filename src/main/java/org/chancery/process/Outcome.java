package org.chancery.process;

import java.util.List;

/** What became of a process that was to move to the newest version of its model. */
sealed interface Outcome {

  /**
   * It goes on by the newest version, at the step where it stood.
   *
   * @param givenUp the claims that did not hold: the step falls to others now
   */
  record Moved(List<String> givenUp) implements Outcome {

    /** An immutable copy. */
    public Moved {
      givenUp = List.copyOf(givenUp);
    }
  }

  /**
   * It stays with its version, and goes on by it.
   *
   * @param why in words for the operator
   */
  record Stayed(String why) implements Outcome {}

  /**
   * It could not move, so the process of the case was begun anew and passed what has happened.
   *
   * @param why why it could not move
   * @param givenUp the claims that were lost: the step is not open again, or falls to others now
   */
  record BegunAnew(String why, List<String> givenUp) implements Outcome {

    /** An immutable copy. */
    public BegunAnew {
      givenUp = List.copyOf(givenUp);
    }
  }
}
