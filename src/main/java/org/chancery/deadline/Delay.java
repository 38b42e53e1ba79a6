package org.chancery.deadline;

import java.time.temporal.TemporalAdjusters;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Clause.Align;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.PerParty;
import org.jspecify.annotations.Nullable;

/**
 * The way from the day that sets an entry into force going to the entry into force: a period, then
 * the first of the following month, then not before a date.
 */
record Delay(
    @Nullable String period,
    @Nullable MonthEnd monthEnd,
    @Nullable Align align,
    @Nullable StatedDate notBefore) {

  static Delay of(General general) {
    return new Delay(general.offset(), general.monthEnd(), general.align(), general.notBefore());
  }

  static Delay of(PerParty later) {
    return new Delay(later.offset(), later.monthEnd(), later.align(), later.notBefore());
  }

  /** The entry into force, with each move written down. */
  Span from(Span trigger, Working working) {
    Span date = aligned(delayed(trigger, working), working);
    if (notBefore == null) {
      return date;
    }
    Span late = date.notBefore(Span.of(notBefore));
    working.note("not-before", Wording.date(notBefore), Working.said(late));
    return late;
  }

  private Span delayed(Span trigger, Working working) {
    Offset offset = Offset.of(period);
    if (offset.equals(Offset.NONE)) {
      return trigger;
    }
    MonthEnd end = monthEnd == null ? MonthEnd.CLAMP : monthEnd;
    Span date = trigger.map(start -> offset.after(start, end));
    working.note("offset", Offset.said(String.valueOf(period)), Working.said(date));
    return date;
  }

  private Span aligned(Span date, Working working) {
    if (align == null) {
      return date;
    }
    Span aligned = date.map(end -> end.with(TemporalAdjusters.firstDayOfNextMonth()));
    working.note("aligned", Working.said(aligned));
    return aligned;
  }
}
