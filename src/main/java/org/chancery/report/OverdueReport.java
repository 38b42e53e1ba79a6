package org.chancery.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.chancery.calendar.AsOf;
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
  private final Clock clock;

  OverdueReport(Findings findings, Zones zones, Clock clock) {
    this.findings = findings;
    this.zones = zones;
    this.clock = clock;
  }

  /** The answer to the question. */
  public Report answer(Question question) {
    AsOf asOf = question.asOf() == null ? AsOf.now(clock) : AsOf.day(question.asOf());
    LocalDate day = asOf.dayIn(zones.home());
    List<Item> items =
        findings.all(question.filter(), asOf).stream()
            .map(found -> Item.of(found.finding(), found.file(), day))
            .filter(question::fits)
            .toList();
    return Report.of(day, clock.instant(), items);
  }
}
