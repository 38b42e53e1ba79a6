package org.chancery.deadline;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.EntryIntoForce.State;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * Works out one instrument's entry into force. Dates and months are arithmetic, so this is plain
 * code and no rule.
 */
final class ForceFromClause {

  private final CaseFile file;
  private final LocalDate day;
  private final List<Event> events;
  private final List<Message> working = new ArrayList<>();

  ForceFromClause(CaseFile file, LocalDate day) {
    this.file = file;
    this.day = day;
    this.events =
        file.standing().stream().filter(event -> Span.of(event.on()).mayBeBy(day)).toList();
  }

  EntryIntoForce answer() {
    Clause clause = file.description().entryIntoForce();
    General general = clause == null ? usual(file.description()) : clause.general();
    if (general == null) {
      return notComputable("no-clause");
    }
    if (general.weight() != null) {
      return notComputable("weight", general.weight().atLeast(), general.weight().of());
    }
    return switch (general.trigger()) {
      case FIXED_DATE -> fixed(general);
      case NOTIFIED_BY_DEPOSITARY -> notified(general);
      default -> counted(general);
    };
  }

  /** What is usual where no clause is stated; null where nothing may be presumed. */
  private @Nullable General usual(Description description) {
    boolean mayBind = Boolean.TRUE.equals(description.binding());
    boolean political = Boolean.FALSE.equals(description.binding());
    if (description.type().isProgramme()) {
      return ofProgramme(description);
    }
    boolean onSignature = description.type().isMemorandum() && !mayBind;
    boolean other = political && !description.type().isPerformedOnly();
    return onSignature || other ? presumed(Trigger.LAST_SIGNATURE, null) : null;
  }

  /** It runs from the first day of its period, once it is adopted. */
  private @Nullable General ofProgramme(Description description) {
    LocalDate start = description.period() == null ? null : description.period().earliest();
    if (start == null) {
      return null;
    }
    boolean adopted =
        events.stream().anyMatch(event -> event.kind().phase() != EventKind.Phase.PREPARATION);
    if (adopted) {
      return presumed(Trigger.FIXED_DATE, StatedDate.of(start));
    }
    note("presumed.unadopted");
    return new General(Trigger.LAST_SIGNATURE, null, null, null, null, null, null, null);
  }

  private General presumed(Trigger trigger, @Nullable StatedDate on) {
    note("presumed." + trigger);
    return new General(trigger, null, null, null, null, null, on, null);
  }

  private EntryIntoForce fixed(General general) {
    StatedDate on = general.on();
    if (on == null) {
      return notComputable("no-fixed-date");
    }
    note("fixed", Wording.date(on));
    return computed(general, Span.of(on));
  }

  private EntryIntoForce notified(General general) {
    Event notice =
        events.stream()
            .filter(event -> event.kind() == EventKind.NOTIFIED_BY_DEPOSITARY)
            .max(Comparator.comparing(Event::id))
            .orElse(null);
    if (notice == null) {
      return pending(general, 1);
    }
    StatedDate set = notice.forDate();
    if (set == null) {
      return notComputable("notice-without-date");
    }
    note("notified", Wording.date(notice.on()), Wording.date(set));
    return computed(general, Span.of(set));
  }

  private EntryIntoForce counted(General general) {
    Tally tally = Tally.of(general.trigger(), file.description(), events);
    int wanted = wanted(general);
    Span reached = tally.reached(wanted);
    if (reached == null) {
      return pending(general, Math.max(1, wanted - tally.now()));
    }
    StatedDate on = reached.stated();
    if (on == null) {
      return notComputable("undated", trigger(general));
    }
    note("reached." + general.trigger(), Wording.date(on), String.valueOf(wanted));
    return computed(general, reached);
  }

  private int wanted(General general) {
    return switch (general.trigger()) {
      case SIGNATURE, EXCHANGE -> 1;
      default -> general.count() == null ? file.description().parties().size() : general.count();
    };
  }

  private EntryIntoForce computed(General general, Span trigger) {
    Span date = aligned(general, delayed(general, trigger));
    if (general.notBefore() != null) {
      date = date.notBefore(Span.of(general.notBefore()));
      note("not-before", Wording.date(general.notBefore()), said(date));
    }
    StatedDate answer = date.stated();
    if (answer == null) {
      return notComputable("undated", trigger(general));
    }
    return new EntryIntoForce(State.COMPUTED, answer, 0, working);
  }

  private Span delayed(General general, Span trigger) {
    Offset offset = Offset.of(general.offset());
    if (offset.equals(Offset.NONE)) {
      return trigger;
    }
    MonthEnd monthEnd = general.monthEnd() == null ? MonthEnd.CLAMP : general.monthEnd();
    Span date = trigger.map(start -> offset.after(start, monthEnd));
    note("offset", String.valueOf(general.offset()), said(date));
    return date;
  }

  private Span aligned(General general, Span date) {
    if (general.align() == null) {
      return date;
    }
    Span aligned = date.map(end -> end.with(TemporalAdjusters.firstDayOfNextMonth()));
    note("aligned", said(aligned));
    return aligned;
  }

  private EntryIntoForce pending(General general, int needed) {
    note("pending", trigger(general), String.valueOf(needed), day.toString());
    return new EntryIntoForce(State.PENDING, null, needed, working);
  }

  private EntryIntoForce notComputable(String why, Object... arguments) {
    note(why, arguments);
    return new EntryIntoForce(State.NOT_COMPUTABLE, null, 0, working);
  }

  private void note(String key, Object... arguments) {
    working.add(Message.of("finding.force." + key, arguments));
  }

  private static Message trigger(General general) {
    return Message.of("finding.force.trigger." + general.trigger());
  }

  private static Object said(Span span) {
    StatedDate date = span.stated();
    return date == null ? Message.of("finding.date.unknown") : Wording.date(date);
  }
}
