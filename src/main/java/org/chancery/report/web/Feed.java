package org.chancery.report.web;

import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Standing;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The open deadlines of all cases that the current account may see, late or not. */
@Component
class Feed {

  private static final int CHUNK = 200;

  private final Instruments instruments;
  private final Deadlines deadlines;
  private final CalendarEntries entries;
  private final PartyCode home;

  Feed(
      Instruments instruments,
      Deadlines deadlines,
      CalendarEntries entries,
      @Value("${chancery.home}") String home) {
    this.instruments = instruments;
    this.deadlines = deadlines;
    this.entries = entries;
    this.home = new PartyCode(home);
  }

  /** Those of which a day is known, case by case, read page by page as they are needed. */
  Stream<CalendarEntry> entries() {
    return Stream.iterate(
            page(null),
            page -> page != null,
            page -> page.next() == null ? null : page(page.next()))
        .flatMap(page -> page.items().stream())
        .flatMap(this::of);
  }

  private Page<CaseFile> page(@Nullable String after) {
    return instruments.list(Filter.ALL, after, CHUNK);
  }

  private Stream<CalendarEntry> of(CaseFile known) {
    Judgement judgement = deadlines.judgeDeadlines(known);
    return judgement.file().milestones().stream()
        .filter(milestone -> milestone.isOf(home))
        .map(milestone -> of(judgement, milestone))
        .flatMap(Optional::stream);
  }

  private Optional<CalendarEntry> of(Judgement judgement, Milestone milestone) {
    return judgement
        .standing(milestone.id())
        .filter(Feed::isOpen)
        .flatMap(standing -> entries.of(judgement.file(), milestone, standing));
  }

  private static boolean isOpen(Standing standing) {
    Status status = standing.status();
    return !status.isOver() && !status.liftsTheDeadline();
  }
}
