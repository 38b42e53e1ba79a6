package org.chancery.deadline;

import java.util.List;

/**
 * Cases have been judged anew, after a change or because a day has passed; published in the
 * transaction of the judging. They are more than one where they were changed together. Whoever
 * listens changes none of them: he would have them judged in between.
 *
 * @param judgements what the rules say of each of them now, each case once
 * @param areNew whether they were opened just before, so that nothing is known yet of what was said
 *     of them and follows from it
 */
public record CasesJudged(List<Judgement> judgements, boolean areNew) {}
