package org.chancery.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Zones;
import org.chancery.deadline.Deadlines;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Stage;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The managers' report: judges every case that the current account may see. */
@Component
@Transactional(readOnly = true)
public class OverdueReport {

  private static final int AT_A_TIME = 200;

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final Zones zones;
  private final Clock clock;

  OverdueReport(Instruments instruments, Deadlines deadlines, Zones zones, Clock clock) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.zones = zones;
    this.clock = clock;
  }

  /** The answer to the question. */
  public Report answer(Question question) {
    AsOf asOf = question.asOf() == null ? AsOf.now(clock) : AsOf.day(question.asOf());
    LocalDate day = asOf.dayIn(zones.home());
    List<Item> items = new ArrayList<>();
    @Nullable String after = null;
    do {
      Page<CaseFile> page = instruments.list(question.cases(), after, AT_A_TIME);
      page.items().forEach(file -> items.addAll(items(file, question, asOf, day)));
      after = page.next();
    } while (after != null);
    return Report.of(day, clock.instant(), items);
  }

  private List<Item> items(CaseFile file, Question question, AsOf asOf, LocalDate day) {
    Stage stage = file.stage(day);
    return deadlines.judge(file, asOf).findings().stream()
        .filter(finding -> question.fits(finding, file))
        .map(finding -> Item.of(finding, file, stage))
        .toList();
  }
}
