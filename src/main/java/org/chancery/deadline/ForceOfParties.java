package org.chancery.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.Acts.Act;
import org.chancery.deadline.EntryIntoForce.OfInstrument;
import org.chancery.deadline.EntryIntoForce.OfParty;
import org.chancery.deadline.EntryIntoForce.State;
import org.chancery.instrument.Clause.AppliesTo;
import org.chancery.instrument.Clause.General;
import org.chancery.instrument.Clause.PerParty;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Works out when an instrument enters into force for each party. Who does not join later is bound
 * on the day of the instrument itself, and nobody before it. Where the clause is silent, who
 * consents after that day is bound on the day of the consent (VCLT art. 24(3)).
 */
final class ForceOfParties {

  private final ForceFromClause clause;
  private final OfInstrument instrument;

  ForceOfParties(ForceFromClause clause, OfInstrument instrument) {
    this.clause = clause;
    this.instrument = instrument;
  }

  List<OfParty> answers() {
    Stream<PartyCode> parties = clause.file().description().parties().stream().map(Party::code);
    if (instrument.state() == State.NOT_COMPUTABLE) {
      return parties.map(ForceOfParties::notComputable).toList();
    }
    General general = clause.general();
    PerParty stated = clause.perParty();
    if (stated == null && isSetForAll(general.trigger())) {
      return parties.map(this::asTheInstrument).toList();
    }
    PerParty later = stated == null ? silent(general) : stated;
    Acts first = clause.acts(general.trigger());
    Acts joining = clause.acts(later.trigger());
    return parties
        .map(party -> new One(party, later, first.of(party), joining.of(party)).answer())
        .toList();
  }

  /** Whether the date is set without an act of the parties. */
  private static boolean isSetForAll(Trigger trigger) {
    return trigger == Trigger.FIXED_DATE || trigger == Trigger.NOTIFIED_BY_DEPOSITARY;
  }

  private static PerParty silent(General general) {
    return new PerParty(
        general.trigger(), null, null, null, null, AppliesTo.AFTER_ENTRY_INTO_FORCE);
  }

  private OfParty asTheInstrument(PartyCode party) {
    Working working = new Working();
    StatedDate date = instrument.date();
    if (date == null) {
      working.note("party.waits");
    } else {
      working.note("party.all", Wording.date(date));
    }
    return new OfParty(party, date, instrument.state(), working.sentences());
  }

  private static OfParty notComputable(PartyCode party) {
    Working working = new Working();
    working.note("party.instrument");
    return new OfParty(party, null, State.NOT_COMPUTABLE, working.sentences());
  }

  /** One party's answer. */
  private final class One {

    private final PartyCode party;
    private final PerParty later;
    private final List<Act> first;
    private final List<Act> joining;
    private final Working working = new Working();

    One(PartyCode party, PerParty later, List<Act> first, List<Act> joining) {
      this.party = party;
      this.later = later;
      this.first = first;
      this.joining = joining;
    }

    OfParty answer() {
      StatedDate date = instrument.date();
      return date == null ? waiting() : bound(Span.of(date));
    }

    private OfParty waiting() {
      Act acted = lasting(null).findFirst().orElse(null);
      if (acted == null) {
        return lacking();
      }
      working.note("party.acted", Working.said(acted.when()));
      working.note("party.waits");
      return answer(State.PENDING, null);
    }

    private OfParty bound(Span general) {
      Act early = lasting(general).filter(act -> !isLater(act, general)).findFirst().orElse(null);
      if (early != null && early.when().isSurelyNotAfter(cutoff(early, general))) {
        working.note("party.acted", Working.said(early.when()));
        working.note("party.first", Working.said(general));
        return answer(State.COMPUTED, general.stated());
      }
      return early == null ? joinsLater(general) : perhapsLater(early, general);
    }

    private OfParty joinsLater(Span general) {
      if (later.trigger() == Trigger.FIXED_DATE) {
        working.note("no-fixed-date");
        return answer(State.NOT_COMPUTABLE, null);
      }
      for (Act act : joining) {
        Working found = new Working();
        Span date = from(act, general, found);
        if (act.takenBack() == null || !act.takenBack().isSurelyBefore(date)) {
          working.add(found);
          return dated(date);
        }
      }
      return lacking();
    }

    private OfParty perhapsLater(Act act, Span general) {
      working.note("party.perhaps", Working.said(act.when()), Working.said(general));
      Span date = joining.contains(act) ? from(act, general, working) : Span.UNKNOWN;
      return dated(general.or(date.notBefore(general)));
    }

    private Span from(Act act, Span general, Working found) {
      found.note("party.later", Working.trigger(later.trigger()), Working.said(act.when()));
      Span own = Delay.of(later).from(act.when(), found);
      Span date = own.notBefore(general);
      if (!date.equals(own)) {
        found.note("party.not-before", Working.said(date));
      }
      return date;
    }

    private OfParty lacking() {
      Stream.concat(first.stream(), joining.stream())
          .distinct()
          .map(Act::takenBack)
          .filter(Objects::nonNull)
          .forEach(back -> working.note("party.taken-back", Working.said(back)));
      working.note("party.needs", Working.trigger(later.trigger()));
      return answer(State.PENDING, null);
    }

    /** Its acts that were not taken back before they could bind it. */
    private Stream<Act> lasting(@Nullable Span general) {
      return Stream.concat(first.stream(), joining.stream())
          .distinct()
          .filter(act -> lasts(act.takenBack(), general));
    }

    private static boolean lasts(@Nullable Span takenBack, @Nullable Span general) {
      return takenBack == null || (general != null && !takenBack.isSurelyBefore(general));
    }

    private boolean isLater(Act act, Span general) {
      return cutoff(act, general).isSurelyBefore(act.when());
    }

    /** Who acted by this day does not join later. */
    private Span cutoff(Act act, Span general) {
      if (general.isOneDay() && later.appliesTo() != AppliesTo.AFTER_THRESHOLD) {
        return general;
      }
      Span threshold = clause.thresholdSeenBy(act);
      if (later.appliesTo() == AppliesTo.AFTER_THRESHOLD) {
        return threshold;
      }
      return new Span(
          general(threshold.earliest()).earliest(), general(threshold.latest()).latest());
    }

    /** The day of the instrument itself, had the threshold been reached on this day. */
    private Span general(@Nullable LocalDate threshold) {
      return Delay.of(clause.general()).from(new Span(threshold, threshold), new Working());
    }

    private OfParty dated(Span date) {
      StatedDate stated = date.stated();
      if (stated == null) {
        working.note("undated", Working.trigger(later.trigger()));
        return answer(State.NOT_COMPUTABLE, null);
      }
      return answer(State.COMPUTED, stated);
    }

    private OfParty answer(State state, @Nullable StatedDate date) {
      return new OfParty(party, date, state, working.sentences());
    }
  }
}
