package org.chancery.deadline;

import java.util.List;
import org.chancery.instrument.CaseFile;

/**
 * What the rules look at when they judge one case.
 *
 * @param file the case as it is known on the day
 * @param deadlines its milestones, by number
 * @param targets its figures, in their order
 * @param all these and all the others
 */
record Facts(CaseFile file, List<Deadline> deadlines, List<TargetLine> targets, List<Object> all) {}
