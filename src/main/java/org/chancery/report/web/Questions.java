package org.chancery.report.web;

import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.report.Question;
import org.chancery.web.Refusal;

/** Reads the question to the report out of an address. */
final class Questions {

  private Questions() {}

  /**
   * The question, of the usual statuses where none is named.
   *
   * @throws Refusal when a value is not of its kind, or when what was known at another moment is
   *     asked for, which is not kept yet
   */
  static Question usual(Asked asked) {
    Set<Status> statuses = asked.all("status", Status::valueOf);
    return of(asked, statuses.isEmpty() ? Question.USUAL : statuses);
  }

  /** The question, of these statuses; empty for any. */
  static Question of(Asked asked, Set<Status> statuses) {
    if (asked.has("knownAt")) {
      throw Refusal.of(Refusal.Kind.INVALID_PARAMETER, "parameter.knownAt");
    }
    FindingFilter filter =
        new FindingFilter(
            statuses,
            asked.one("rule", value -> value),
            asked.one("body", BodyCode::new),
            asked.one("party", PartyCode::new),
            asked.one("severity", Severity::valueOf),
            asked.one("basis", Basis::valueOf),
            asked.day("becameOverdueSince"));
    return new Question(asked.day("asOf"), filter, asked.one("kind", MilestoneKind::valueOf));
  }
}
