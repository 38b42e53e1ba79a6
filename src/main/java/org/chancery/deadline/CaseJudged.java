package org.chancery.deadline;

import org.chancery.instrument.Reference;

/**
 * A case has been judged anew, after a change or because a day has passed; published in the
 * transaction of the judging.
 *
 * @param judgement what the rules say of it now
 */
public record CaseJudged(Judgement judgement) {

  /** The case. */
  public Reference reference() {
    return judgement.reference();
  }
}
