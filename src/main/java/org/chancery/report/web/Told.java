package org.chancery.report.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chancery.deadline.Status;
import org.chancery.report.Item;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.springframework.stereotype.Component;

/** What the rules have to tell, as the pictures and the pages beside the report ask for it. */
@Component
class Told {

  /** What is late now. */
  static final Set<Status> LATE = Set.of(Status.SEVERELY_OVERDUE, Status.OVERDUE);

  /** What is late, or comes: all that has a day. */
  static final Set<Status> LATE_OR_COMING =
      Set.copyOf(EnumSet.range(Status.SEVERELY_OVERDUE, Status.DUE_SOON));

  private final OverdueReport report;

  Told(OverdueReport report) {
    this.report = report;
  }

  /** The findings that answer the question, worst first. */
  List<Item> items(Question question) {
    return report.answer(question).items();
  }
}
