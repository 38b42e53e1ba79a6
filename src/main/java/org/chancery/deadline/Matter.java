package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.chancery.calendar.StatedDate;
import org.chancery.document.Completeness;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Relation;
import org.jspecify.annotations.Nullable;

/**
 * A fact for the rules: the case as a whole on the day of judging.
 *
 * @param file the case
 * @param kin its relatives
 * @param home the State whose house this is
 * @param zone where the days of this house end
 * @param today the day of judging in this house
 */
public record Matter(CaseFile file, Kin kin, PartyCode home, ZoneId zone, LocalDate today) {

  private static final Set<EventKind.Phase> CONCLUDING =
      EnumSet.of(EventKind.Phase.SIGNATURE, EventKind.Phase.CONSENT);

  /** Whether it is a plan of measures. */
  public boolean isProgramme() {
    return file.description().type().isProgramme();
  }

  /** Whether it is followed in its performance alone, so that nobody had to be authorised. */
  public boolean isPerformedOnly() {
    return file.description().type().isPerformedOnly();
  }

  /** Whether its kind has an original on paper that is to be lodged. */
  public boolean isKeepsOriginal() {
    InstrumentType type = file.description().type();
    return !type.isPerformedOnly()
        && !type.isProgramme()
        && type != InstrumentType.EXCHANGE_OF_NOTES;
  }

  /** Whether this house brought it into force, surely more than so many days ago. */
  public boolean isInForceHereFor(int days) {
    Finding.Fact force = forceHere();
    return force != null && force.on() != null && force.on().isSurelyBy(today.minusDays(days + 1L));
  }

  /** From when on the lack of its registration is to be told. */
  public LocalDate unregisteredSince(int days) {
    StatedDate on = forceFact().on();
    LocalDate latest = on == null ? null : on.latest();
    return (latest == null ? today : latest).plusDays(days + 1L);
  }

  /** The entry into force that this house recorded, or ran the steps for; for a finding. */
  public Finding.Fact forceFact() {
    return Objects.requireNonNull(forceHere());
  }

  private Finding.@Nullable Fact forceHere() {
    List<Event> own = file.standing().stream().filter(event -> event.source() == null).toList();
    StatedDate computed = file.instrument().inForce();
    boolean ran = own.stream().anyMatch(event -> CONCLUDING.contains(event.kind().phase()));
    return own.stream()
        .filter(event -> event.kind() == EventKind.ENTERED_INTO_FORCE)
        .min(Comparator.comparing(Event::on).thenComparing(Event::id))
        .map(Finding.Fact::of)
        .orElse(ran && computed != null ? Finding.Fact.dated("COMPUTED", computed) : null);
  }

  /** Whether it is known to bind under international law. */
  public boolean isBinding() {
    return Boolean.TRUE.equals(file.description().binding());
  }

  /** Whether another instrument replaces it. */
  public boolean isSucceeded() {
    return kin.isSucceeded();
  }

  /** The last day of its period; null when none is known. */
  public @Nullable LocalDate periodEnd() {
    StatedDate period = file.description().period();
    return period == null ? null : period.latest();
  }

  /** Days until its period ends: 0 on the last day, negative after it, and when none is known. */
  public int daysToPeriodEnd() {
    LocalDate end = periodEnd();
    return end == null ? -1 : Math.toIntExact(DAYS.between(today, end));
  }

  /** The last day of its period, for a finding. */
  public Finding.Fact periodFact() {
    LocalDate end = periodEnd();
    return dated("PERIOD", end == null ? null : StatedDate.of(end));
  }

  /** Whether the entry into force computed from the clause lies surely after the happening. */
  public boolean isComputedAfter(Happening happening) {
    StatedDate inForce = file.instrument().inForce();
    return inForce != null && happening.when().isSurelyBefore(Span.of(inForce));
  }

  /** Whether the entry into force computed from the clause lies surely before the happening. */
  public boolean isComputedBefore(Happening happening) {
    StatedDate inForce = file.instrument().inForce();
    return inForce != null && Span.of(inForce).isSurelyBefore(happening.when());
  }

  /** The computed entry into force, for a finding. */
  public Finding.Fact computedFact() {
    return dated("COMPUTED", file.instrument().inForce());
  }

  /** The parties of a protocol that are not parties to its parent, where the parent is known. */
  public List<PartyCode> strangers() {
    var parent = file.description().parent();
    var known = kin.parentParties();
    if (parent == null || parent.relation() != Relation.PROTOCOL_TO || known == null) {
      return List.of();
    }
    return file.description().parties().stream()
        .map(party -> party.code())
        .filter(code -> !known.contains(code))
        .sorted()
        .toList();
  }

  /** Whether it says in which languages it is authentic, and somebody has looked for the texts. */
  public boolean isKeepsTexts() {
    return kin.papers().isKnown() && !file.description().authentic().isEmpty();
  }

  /** Whether somebody has looked for its originals. */
  public boolean isKeepsCustody() {
    return kin.papers().custody() != null;
  }

  /** The authentic languages in which the signed text is not held. */
  public List<String> missingLanguages() {
    return Completeness.onceSigned(file.description(), kin.papers()).languages();
  }

  /** The annexes and side letters that are not held, each in one authentic language. */
  public List<Completeness.Missing> missingAttachments() {
    return Completeness.onceSigned(file.description(), kin.papers()).attachments();
  }

  /** That it has an authentic text in the language, for a finding. */
  public Finding.Fact textFact(String language) {
    return Finding.Fact.text(language);
  }

  /** That an annex or side letter belongs to its text, for a finding. */
  public Finding.Fact attachmentFact(Completeness.Missing missing) {
    return Finding.Fact.of(missing);
  }

  /** That the State or organisation is a party, for a finding. */
  public Finding.Fact partyFact(PartyCode party) {
    return Finding.Fact.of(party);
  }

  /** The day the case was opened. */
  public LocalDate openedOn() {
    return file.instrument().openedAt().atZone(zone).toLocalDate();
  }

  private static Finding.Fact dated(String kind, @Nullable StatedDate date) {
    if (date == null) {
      throw new IllegalStateException("no " + kind + " is known");
    }
    return Finding.Fact.dated(kind, date);
  }
}
