package org.chancery.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Description;
import org.chancery.instrument.Event;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Which statutory terms set a deadline for a case, from what has happened by a day: a pure function
 * of the table and the facts.
 */
final class TermsOfCase {

  private final CaseFile file;
  private final PartyCode home;
  private final StatutoryTerms terms;
  private final Starts starts;

  /**
   * @param file the case with its computed entry into force
   * @param home the State whose house this is
   * @param today the day of judging in this house
   */
  TermsOfCase(CaseFile file, PartyCode home, LocalDate today, StatutoryTerms terms) {
    this.file = file;
    this.home = home;
    this.terms = terms;
    this.starts = new Starts(file, home, today);
  }

  /**
   * The case with the deadlines that are set by now and not yet recorded, and with the day for
   * which the signing is planned. They are recorded as of the event that set them, so that whoever
   * computes them gets the same.
   */
  CaseFile complete() {
    List<Milestone> all = new ArrayList<>(planned());
    for (List<StatutoryTerm> versions : terms.setting(file.description().type())) {
      for (StatutoryTerm row : versions) {
        if (applies(row)) {
          set(row)
              .filter(each -> all.stream().noneMatch(other -> isSame(each, other)))
              .forEach(each -> all.add(numbered(each, all)));
        }
      }
    }
    return all.equals(file.milestones()) ? file : file.withMilestones(all);
  }

  /** The recorded deadlines; that of the signing is planned for the day last planned. */
  private List<Milestone> planned() {
    StatedDate plan = starts.planOfSigning();
    return plan == null
        ? file.milestones()
        : file.milestones().stream()
            .map(each -> each.kind() == MilestoneKind.SIGNING ? each.plannedFor(plan) : each)
            .toList();
  }

  /** Whether the row is for an instrument like this one, by what is stated of it. */
  boolean applies(StatutoryTerm row) {
    Description description = file.description();
    Party party = description.party(partyOf(row)).orElse(null);
    return party != null
        && fits(row.types(), description.type())
        && fits(row.levels(), description.level())
        && fits(row.consents(), description.consentOf(party))
        && fits(row.clauses(), clause(description))
        && !(row.bindingOnly() && Boolean.FALSE.equals(description.binding()));
  }

  /** Whether the row sets this very deadline today: of its kind, in its column, for its body. */
  boolean sets(StatutoryTerm row, Milestone milestone) {
    PartyCode column = row.isOfParty() ? partyOf(row) : null;
    return milestone.kind() == row.milestone()
        && Objects.equals(milestone.party(), column)
        && applies(row)
        && bodies(row).anyMatch(body -> Objects.equals(body.orElse(null), milestone.body()));
  }

  /** The party in whose column the term stands. */
  PartyCode partyOf(StatutoryTerm row) {
    return row.isOfState() ? new PartyCode(row.jurisdiction()) : home;
  }

  /** What sets the term going for the deadline; empty while it has not happened. */
  Optional<Starts.Start> start(StatutoryTerm row, @Nullable Integer event) {
    return starts.of(row, partyOf(row)).stream()
        .filter(start -> event == null || event.equals(start.number()))
        .findFirst();
  }

  /** The day of the party's consent to be bound; empty while it is not known. */
  Optional<Span> consent(StatutoryTerm row) {
    return starts.consentOf(partyOf(row));
  }

  /** Whether something may have happened after which the deadline is no longer asked for. */
  boolean isOver(StatutoryTerm row, Milestone milestone) {
    return starts.mayHaveHappened(row.unless(), partyOf(row))
        || (milestone.kind() == MilestoneKind.CLEARANCE && hasObjected(row, milestone));
  }

  /** An objection is an answer too. */
  private boolean hasObjected(StatutoryTerm row, Milestone milestone) {
    Span asked = start(row, null).map(Starts.Start::when).orElse(Span.UNKNOWN);
    return starts.mayHaveObjected(milestone.body(), asked);
  }

  /**
   * Whether a deadline that somebody states for the same takes its place: that of the house yields
   * to a source or a clause, the law of treaties to the treaty's own clause.
   */
  boolean isDisplaced(StatutoryTerm row, Milestone milestone) {
    return (row.basis() == Basis.POLICY || row.jurisdiction().equals(StatutoryTerm.VCLT))
        && file.milestones().stream()
            .filter(other -> other.basis() == Basis.CLAUSE || isStated(row, other))
            .filter(other -> other.statutory() == null && other.kind() == milestone.kind())
            .filter(other -> other.party() == null || other.party().equals(partyOf(row)))
            .anyMatch(other -> other.body() == null || other.body().equals(milestone.body()));
  }

  /** What a source states, and not what somebody merely typed. */
  private static boolean isStated(StatutoryTerm row, Milestone other) {
    return row.basis() == Basis.POLICY && other.source() != null;
  }

  private Stream<Milestone> set(StatutoryTerm row) {
    return starts.of(row, partyOf(row)).stream()
        .filter(start -> row.during(start.when()) != null)
        .flatMap(start -> bodies(row).map(body -> milestone(row, body.orElse(null), start)))
        .filter(milestone -> !isDisplaced(row, milestone));
  }

  private Stream<Optional<BodyCode>> bodies(StatutoryTerm row) {
    String body = row.body();
    if (body == null) {
      return Stream.of(Optional.empty());
    }
    return switch (body) {
      case StatutoryTerm.RESPONSIBLE ->
          Stream.of(Optional.of(file.description().responsibleBody()));
      case StatutoryTerm.PARTICIPATING ->
          file.description().participants().stream().map(Optional::of);
      default -> Stream.of(Optional.of(new BodyCode(body)));
    };
  }

  private Milestone milestone(StatutoryTerm row, @Nullable BodyCode body, Starts.Start start) {
    Instant recordedAt = start.event() == null ? lastRecordedAt() : start.event().recordedAt();
    return new Milestone(
        0,
        Objects.requireNonNull(row.milestone()),
        null,
        null,
        null,
        null,
        body,
        row.isOfParty() ? partyOf(row) : null,
        row.basis(),
        null,
        new Milestone.Statutory(row.id(), row.isOfEachEvent() ? start.number() : null),
        recordedAt);
  }

  private Instant lastRecordedAt() {
    return file.events().stream()
        .map(Event::recordedAt)
        .max(Comparator.naturalOrder())
        .orElse(file.instrument().openedAt());
  }

  private static Milestone numbered(Milestone made, List<Milestone> all) {
    int last = all.stream().mapToInt(Milestone::id).max().orElse(0);
    return made.numbered(last + 1);
  }

  private static boolean isSame(Milestone one, Milestone other) {
    return Objects.equals(one.statutory(), other.statutory())
        && Objects.equals(one.body(), other.body());
  }

  private static String clause(Description description) {
    Clause clause = description.entryIntoForce();
    return clause == null ? StatutoryTerm.UNSTATED : clause.general().trigger().name();
  }

  private static <T> boolean fits(java.util.Set<T> wanted, @Nullable T stated) {
    return wanted.isEmpty() || (stated != null && wanted.contains(stated));
  }
}
