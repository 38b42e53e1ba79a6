package org.chancery.report.web;

import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.calendar.Viewpoints;
import org.chancery.deadline.FindingFilter;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.report.Question;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Component;

/** Reads the question to the report out of an address. */
@Component
class Questions {

  private final Viewpoints viewpoints;

  Questions(Viewpoints viewpoints) {
    this.viewpoints = viewpoints;
  }

  /**
   * The question, of the usual statuses where none is named.
   *
   * @throws Refusal when a value is not of its kind
   */
  Question usual(Asked asked) {
    Set<Status> statuses = asked.all("status", Status::valueOf);
    return of(asked, statuses.isEmpty() ? Question.USUAL : statuses);
  }

  /** The question, of these statuses; empty for any. */
  Question of(Asked asked, Set<Status> statuses) {
    FindingFilter filter =
        new FindingFilter(
            statuses,
            asked.one("rule", value -> value),
            asked.one("body", BodyCode::new),
            asked.one("party", PartyCode::new),
            asked.one("severity", Severity::valueOf),
            asked.one("basis", Basis::valueOf),
            asked.day("becameOverdueSince"));
    String knownAt = asked.has("knownAt") ? asked.text("knownAt") : null;
    return new Question(
        viewpoints.of(asked.day("asOf"), knownAt),
        filter,
        asked.one("kind", MilestoneKind::valueOf));
  }
}
