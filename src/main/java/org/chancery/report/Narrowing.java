package org.chancery.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Status;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What the report is narrowed to beyond what findings are; null narrows nothing.
 *
 * @param kind the kind of the milestone
 * @param type the kind of instrument
 * @param subject the field of the instrument
 * @param stage how far the case has come
 * @param extended whether the deadline was extended
 * @param dueWithin open, and due today or within so many days
 * @param side whose act the deadline asks for
 * @param person somebody who has claimed a task of the case
 * @param cases the cases of hers
 */
public record Narrowing(
    @Nullable MilestoneKind kind,
    @Nullable InstrumentType type,
    @Nullable String subject,
    @Nullable Stage stage,
    @Nullable Boolean extended,
    @Nullable Integer dueWithin,
    @Nullable Side side,
    @Nullable String person,
    @Nullable Set<Reference> cases) {

  /** Narrows nothing. */
  public static final Narrowing NONE =
      new Narrowing(null, null, null, null, null, null, null, null, null);

  /** The statuses of what can still be done in time. */
  static final Set<Status> AHEAD =
      Set.copyOf(EnumSet.of(Status.DUE_TODAY, Status.AT_RISK, Status.DUE_SOON, Status.RUNNING));

  /** An immutable copy. */
  public Narrowing {
    cases = cases == null ? null : Set.copyOf(cases);
  }

  /** Without what a figure at the head of the report stands for. */
  Narrowing whole() {
    return new Narrowing(kind, type, subject, stage, null, null, side, person, cases);
  }

  boolean fits(Finding finding, CaseFile file, LocalDate day) {
    return (kind == null || kind == kindOf(finding, file))
        && (type == null || type == file.description().type())
        && (subject == null || subject.equals(file.description().subject()))
        && (stage == null || stage == file.stage(day))
        && (extended == null || extended == finding.extended())
        && (dueWithin == null || isDueWithin(finding, day, dueWithin))
        && (side == null || side.isOf(partyOf(finding, file)))
        && (cases == null || cases.contains(file.reference()));
  }

  static @Nullable MilestoneKind kindOf(Finding finding, CaseFile file) {
    return milestone(finding, file).map(Milestone::kind).orElse(null);
  }

  /** The party that must act, where the record names one and none of our bodies. */
  static @Nullable PartyCode partyOf(Finding finding, CaseFile file) {
    return milestone(finding, file)
        .filter(milestone -> milestone.body() == null)
        .map(Milestone::party)
        .orElse(null);
  }

  private static Optional<Milestone> milestone(Finding finding, CaseFile file) {
    return Optional.ofNullable(finding.subject().milestone()).flatMap(file::milestone);
  }

  /** Whether it can still be done in time, and only so many days are left. */
  static boolean isDueWithin(Finding finding, LocalDate day, int days) {
    Due due = finding.due();
    LocalDate last = due == null ? null : due.latest();
    return AHEAD.contains(finding.status()) && last != null && !last.isAfter(day.plusDays(days));
  }
}
