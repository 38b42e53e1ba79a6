package org.chancery.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.chancery.instrument.Reference;

/**
 * Somebody who does something whenever a case is judged anew, by listening to {@link CasesJudged}.
 * Asked before, of many cases at once, so that a sweep need not go to those of which nobody would
 * do anything.
 */
public interface Concern {

  /**
   * Those of the cases for which something would be done, were each judged anew as it is here. It
   * only reads, in a handful of statements however many cases; and it decides by the same code that
   * then does it. To name a case too many costs time; one too few is left as it was.
   *
   * @param judgements what the rules say of each case now
   * @param now the present instant
   */
  Set<Reference> concerned(List<Judgement> judgements, Instant now);
}
