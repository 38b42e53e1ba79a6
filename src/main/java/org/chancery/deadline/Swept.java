package org.chancery.deadline;

import java.time.Instant;
import java.util.List;
import org.chancery.instrument.Reference;

/**
 * Every case that can be judged has been judged since the instant.
 *
 * @param since when the first of them was judged
 * @param unjudged the cases that could not be judged
 */
public record Swept(Instant since, List<Reference> unjudged) {

  /** An immutable copy. */
  public Swept {
    unjudged = List.copyOf(unjudged);
  }
}
