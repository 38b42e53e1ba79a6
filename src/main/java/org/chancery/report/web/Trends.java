package org.chancery.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.chancery.deadline.Status;
import org.chancery.report.OverdueReport;
import org.chancery.report.Question;
import org.chancery.report.Summary;
import org.springframework.stereotype.Component;

/** Works out how late the bodies were over time: the register is judged for each month. */
@Component
class Trends {

  /** What is late. */
  static final Set<Status> LATE = Set.of(Status.SEVERELY_OVERDUE, Status.OVERDUE);

  private final OverdueReport report;
  private final Questions questions;

  Trends(OverdueReport report, Questions questions) {
    this.report = report;
    this.questions = questions;
  }

  /** The months up to the day, of what the address asks for. */
  Trend of(Asked asked, LocalDate day) {
    List<LocalDate> days = Trend.endsOfMonths(day);
    List<Question> months =
        days.stream().map(end -> questions.of(asked.asking("asOf", end), LATE)).toList();
    report.awaitAll(months);
    List<Summary> summaries = report.summaries(months);
    Map<String, List<Long>> counts = new TreeMap<>();
    for (int month = 0; month < days.size(); month++) {
      for (Map.Entry<String, Long> body : summaries.get(month).byBody().entrySet()) {
        counts
            .computeIfAbsent(
                body.getKey(), each -> new ArrayList<>(Collections.nCopies(days.size(), 0L)))
            .set(month, body.getValue());
      }
    }
    return new Trend(days, counts, summaries.get(0).knownAt());
  }
}
