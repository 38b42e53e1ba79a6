package org.chancery.deadline;

import org.chancery.instrument.Reference;

/**
 * A case has been judged anew, after a change or because a day has passed; published in the
 * transaction of the judging.
 *
 * @param reference the case
 */
public record CaseJudged(Reference reference) {}
