package org.chancery.instrument.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.chancery.instrument.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is answered.
 *
 * @param instrument the case and what describes it
 * @param stage how far it has come
 * @param milestones its deadlines
 * @param relations the instruments it stands to, and those that stand to it
 */
record CaseView(
    @JsonUnwrapped Instrument instrument,
    Stage stage,
    List<Milestone> milestones,
    List<Related> relations) {

  /**
   * Another case and how the two stand to each other.
   *
   * @param reference the other case
   * @param slug its slug
   * @param relation how the lower stands to the upper
   * @param role what the other is to this one: its parent or its child
   */
  record Related(
      Reference reference, @Nullable String slug, @Nullable Relation relation, Role role) {

    enum Role {
      PARENT,
      CHILD
    }
  }

  static CaseView of(CaseFile file, LocalDate today, List<Related> relations) {
    return new CaseView(file.instrument(), file.stage(today), file.milestones(), relations);
  }
}
