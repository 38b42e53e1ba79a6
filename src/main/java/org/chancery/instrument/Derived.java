package org.chancery.instrument;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the register keeps of a case beside its record, and can compute again at any time.
 *
 * @param stage the name of its stage
 * @param inForce the computed entry into force, as stated
 * @param milestones how many deadlines it has, those set by statutory terms included
 */
record Derived(String stage, @Nullable String inForce, int milestones) {

  /** What is to be kept of the case, which has all its deadlines, on the day. */
  static Derived of(CaseFile file, LocalDate day) {
    return of(file, file.stage(day).name());
  }

  /** What is kept of the case, which has all its deadlines, when it is at the stage. */
  static Derived of(CaseFile file, String stage) {
    return new Derived(stage, Rows.text(file.instrument().inForce()), file.milestones().size());
  }
}
