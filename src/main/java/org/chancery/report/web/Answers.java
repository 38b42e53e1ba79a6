package org.chancery.report.web;

import org.chancery.calendar.Viewpoints;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.web.Refusal;
import org.springframework.stereotype.Component;

/** Where exports ask the report, and the only place. */
@Component
class Answers {

  private final OverdueReport report;
  private final Questions questions;
  private final Viewpoints viewpoints;

  Answers(OverdueReport report, Questions questions, Viewpoints viewpoints) {
    this.report = report;
    this.questions = questions;
    this.viewpoints = viewpoints;
  }

  /**
   * The answer to what the address asks for; it is found while it is read.
   *
   * @throws Refusal when it asks for what there is not
   */
  Answered to(Asked asked) {
    Question question = questions.usual(asked);
    return new Answered(
        asked,
        report.dayOf(question),
        viewpoints.knownAt(question.from()),
        taking -> report.each(question, taking));
  }
}
