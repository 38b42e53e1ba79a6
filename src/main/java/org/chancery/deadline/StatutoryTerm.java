package org.chancery.deadline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.Set;
import org.chancery.calendar.Term;
import org.chancery.instrument.Basis;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Level;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of statutory terms: how long the law, or else this house, gives for a step.
 *
 * @param id the name of the term; rows of one id are one term at different times
 * @param jurisdiction a State by its ISO 3166-1 alpha-2 code, VCLT, UN or HOUSE
 * @param types the kinds of instrument it applies to; none: to all
 * @param levels the levels it applies to; none: to all
 * @param consents how the party consents where it applies; none: in any way
 * @param clauses the triggers of the clause on entry into force where it applies, or UNSTATED;
 *     none: all
 * @param bindingOnly whether it does not apply to what is known not to bind
 * @param milestone the kind of deadline it sets; null: none by itself
 * @param body who must act: RESPONSIBLE, PARTICIPATING or the code of a body; null: nobody of ours
 * @param trigger what it is counted from
 * @param whose whose event the trigger is
 * @param unless after which events it is no longer asked for
 * @param term how long, counted how; null: the source names no number
 * @param notBeforeConsent whether it ends no sooner than the day of the party's consent
 * @param basis law or policy
 * @param citation where it stands
 * @param bindsFrom triggers before this day do not bind; null: always, or from the first start
 * @param bindsFromFirstStart whether triggers before this house began to work do not bind
 * @param validFrom the first day of a trigger for which the row holds; null: open
 * @param validTo the last such day; null: open
 * @param note for the reader
 */
public record StatutoryTerm(
    String id,
    String jurisdiction,
    Set<InstrumentType> types,
    Set<Level> levels,
    Set<Consent> consents,
    Set<String> clauses,
    boolean bindingOnly,
    @Nullable MilestoneKind milestone,
    @Nullable String body,
    TermTrigger trigger,
    Whose whose,
    Set<EventKind> unless,
    @Nullable Term term,
    boolean notBeforeConsent,
    Basis basis,
    String citation,
    @Nullable LocalDate bindsFrom,
    boolean bindsFromFirstStart,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String note) {

  /** The jurisdiction of this house's own policy. */
  static final String HOUSE = "HOUSE";

  /** The jurisdiction of the Vienna Convention on the Law of Treaties. */
  static final String VCLT = "VCLT";

  /** The clause of which nothing is stated, in {@link #clauses}. */
  static final String UNSTATED = "UNSTATED";

  private static final Set<MilestoneKind> OF_PARTY =
      Set.of(
          MilestoneKind.PROPOSAL,
          MilestoneKind.CONSENT,
          MilestoneKind.NOTIFICATION,
          MilestoneKind.PARLIAMENT_NOTICE,
          MilestoneKind.OBJECTION);

  static final String RESPONSIBLE = "RESPONSIBLE";
  static final String PARTICIPATING = "PARTICIPATING";

  /** Whose event a trigger is. */
  public enum Whose {
    /** Of the party whose deadline it is. */
    OWN,
    /** Of another party. */
    OTHER,
    /** Of any party. */
    ANY
  }

  /** An immutable copy. */
  public StatutoryTerm {
    types = Set.copyOf(types);
    levels = Set.copyOf(levels);
    consents = Set.copyOf(consents);
    clauses = Set.copyOf(clauses);
    unless = Set.copyOf(unless);
  }

  /** Whether it is the domestic law of a State, and stands in that State's column. */
  @JsonIgnore
  public boolean isOfState() {
    return jurisdiction.length() == 2 && !jurisdiction.equals("UN");
  }

  /** Whether its deadline stands in the column of one party, not of the instrument. */
  boolean isOfParty() {
    return isOfState() || (milestone != null && OF_PARTY.contains(milestone));
  }

  /** Whether each event of its trigger sets a deadline of its own. */
  boolean isOfEachEvent() {
    return trigger.pick() == TermTrigger.Pick.EACH;
  }

  /** The part of the days for which the row holds; null where it holds for none of them. */
  @Nullable Span during(Span days) {
    LocalDate first = Span.later(days.earliest(), validFrom);
    LocalDate last = Span.sooner(days.latest(), validTo);
    return first != null && last != null && first.isAfter(last) ? null : new Span(first, last);
  }
}
