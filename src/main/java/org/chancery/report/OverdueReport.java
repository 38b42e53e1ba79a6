package org.chancery.report;

import java.time.LocalDate;
import java.util.List;
import org.chancery.calendar.Viewpoints;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Findings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The managers' report: what the rules say of every case that the current account may see. */
@Component
@Transactional(readOnly = true)
public class OverdueReport {

  private final Findings findings;
  private final Zones zones;
  private final Viewpoints viewpoints;

  OverdueReport(Findings findings, Zones zones, Viewpoints viewpoints) {
    this.findings = findings;
    this.zones = zones;
    this.viewpoints = viewpoints;
  }

  /** The answer to the question. */
  public Report answer(Question question) {
    LocalDate day = question.from().asOf().dayIn(zones.home());
    List<Item> items =
        findings.all(question.filter(), question.from()).stream()
            .map(found -> Item.of(found.finding(), found.file(), day))
            .filter(question::fits)
            .toList();
    return Report.of(day, viewpoints.knownAt(question.from()), items);
  }
}
