package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.EntryIntoForce.OfInstrument;
import org.chancery.deadline.EntryIntoForce.State;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.PerParty;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Clause.Weight;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * Works out one instrument's entry into force as a whole. Dates and months are arithmetic, so this
 * is plain code and no rule.
 */
final class ForceFromClause {

  private final CaseFile file;
  private final LocalDate day;
  private final List<Event> events;
  private final Working working = new Working();
  private final @Nullable General general;
  private final @Nullable Tally tally;
  private @Nullable Span trigger;

  ForceFromClause(CaseFile file, LocalDate day) {
    this.file = file;
    this.day = day;
    this.events =
        file.standing().stream().filter(event -> Span.of(event.on()).mayBeBy(day)).toList();
    Clause clause = file.description().entryIntoForce();
    this.general = clause == null ? usual(file.description()) : clause.general();
    this.tally = general == null || !countsActs(general) ? null : tally(general);
  }

  OfInstrument answer() {
    if (general == null) {
      return notComputable("no-clause");
    }
    if (tally != null) {
      return counted(general, tally);
    }
    Weight weight = general.weight();
    if (weight != null) {
      return notComputable("weight-uncounted", weight.atLeast(), weight.of());
    }
    return general.trigger() == Trigger.FIXED_DATE ? fixed(general) : notified(general);
  }

  CaseFile file() {
    return file;
  }

  /** What the clause says of the instrument as a whole. */
  General general() {
    return Objects.requireNonNull(general);
  }

  /** What the clause says of those who join later; null where it says nothing. */
  @Nullable PerParty perParty() {
    Clause clause = file.description().entryIntoForce();
    return clause == null ? null : clause.perParty();
  }

  /** The acts that had happened by the day, if only perhaps. */
  Acts acts(Trigger ofTrigger) {
    return Acts.of(ofTrigger, file, events);
  }

  /** When the threshold was reached, as the party must see it; for a computed answer alone. */
  Span thresholdSeenBy(Acts.Act act) {
    Span reached = Objects.requireNonNull(trigger);
    return tally == null || reached.isOneDay() ? reached : tally.seenBy(act.party());
  }

  private static boolean countsActs(General general) {
    return general.trigger() != Trigger.FIXED_DATE
        && general.trigger() != Trigger.NOTIFIED_BY_DEPOSITARY;
  }

  private Tally tally(General counting) {
    Weight weight = counting.weight();
    return new Tally(
        acts(counting.trigger()),
        wanted(counting),
        weight == null ? null : Share.of(weight.atLeast()),
        file.description().parties());
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
    working.note("presumed.unadopted");
    return new General(Trigger.LAST_SIGNATURE, null, null, null, null, null, null, null);
  }

  private General presumed(Trigger trigger, @Nullable StatedDate on) {
    working.note("presumed." + trigger);
    return new General(trigger, null, null, null, null, null, on, null);
  }

  private OfInstrument fixed(General general) {
    StatedDate on = general.on();
    if (on == null) {
      return notComputable("no-fixed-date");
    }
    working.note("fixed", Wording.date(on));
    return computed(general, Span.of(on));
  }

  private OfInstrument notified(General general) {
    Event notice =
        events.stream()
            .filter(event -> event.kind() == EventKind.NOTIFIED_BY_DEPOSITARY)
            .filter(
                event -> event.party() == null || !isOfEachParty(Trigger.NOTIFIED_BY_DEPOSITARY))
            .max(Comparator.comparing(Event::on).thenComparing(Event::id))
            .orElse(null);
    if (notice == null) {
      return pending(general, 1);
    }
    StatedDate set = notice.forDate();
    if (set == null) {
      return notComputable("notice-without-date");
    }
    working.note("notified", Wording.date(notice.on()), Wording.date(set));
    return computed(general, Span.of(set));
  }

  private boolean isOfEachParty(Trigger ofTrigger) {
    PerParty later = perParty();
    return later != null && later.trigger() == ofTrigger;
  }

  private OfInstrument counted(General general, Tally tally) {
    Tally.Outcome outcome = tally.outcome();
    if (outcome instanceof Tally.Lacking lacking) {
      return pending(general, lacking.needed());
    }
    Weight weight = general.weight();
    if (outcome instanceof Tally.Unweighed unweighed && weight != null) {
      String unknown =
          unweighed.parties().stream().map(Object::toString).collect(Collectors.joining(", "));
      return notComputable("weight-missing", weight.atLeast(), weight.of(), unknown);
    }
    return reached(general, ((Tally.Reached) outcome).when());
  }

  private OfInstrument reached(General general, Span when) {
    StatedDate on = when.stated();
    if (on == null) {
      return notComputable("undated", Working.trigger(general.trigger()));
    }
    String wanted = String.valueOf(wanted(general));
    working.note("reached." + general.trigger(), Wording.date(on), wanted);
    Weight weight = general.weight();
    if (weight != null) {
      working.note("weighed", weight.atLeast(), weight.of());
    }
    return computed(general, when);
  }

  private int wanted(General general) {
    return switch (general.trigger()) {
      case SIGNATURE, EXCHANGE -> 1;
      default -> general.count() == null ? file.description().parties().size() : general.count();
    };
  }

  private OfInstrument computed(General general, Span reached) {
    Span date = Delay.of(general).from(reached, working);
    StatedDate answer = date.stated();
    if (answer == null) {
      return notComputable("undated", Working.trigger(general.trigger()));
    }
    trigger = reached;
    if (isBeforeSignature(date)) {
      working.note("retroactive");
    }
    return new OfInstrument(answer, State.COMPUTED, 0, working.sentences());
  }

  /** Legal where the parties agree on it (VCLT art. 28), and worth a look. */
  private boolean isBeforeSignature(Span date) {
    List<Event> signed = events.stream().filter(event -> event.kind() == EventKind.SIGNED).toList();
    return !signed.isEmpty()
        && signed.stream().allMatch(event -> date.isSurelyBefore(Span.of(event.on())));
  }

  private OfInstrument pending(General general, int needed) {
    Message act = Working.trigger(general.trigger());
    working.note("pending", act, String.valueOf(needed), day.toString());
    Weight weight = general.weight();
    if (weight != null) {
      working.note("weight-needed", weight.atLeast(), weight.of());
    }
    return new OfInstrument(null, State.PENDING, needed, working.sentences());
  }

  private OfInstrument notComputable(String why, Object... arguments) {
    working.note(why, arguments);
    return new OfInstrument(null, State.NOT_COMPUTABLE, 0, working.sentences());
  }
}
