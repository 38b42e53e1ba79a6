package org.chancery.report;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.chancery.access.BodyCode;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Severity;
import org.chancery.deadline.Status;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filter;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What the report is asked; null narrows nothing.
 *
 * @param asOf the day to judge at; null: the present instant
 * @param statuses the statuses to list
 * @param rule the id of the rule that found it
 * @param body the body that must act
 * @param party the party whose deadline it is; of an instrument as a whole, one of its parties
 * @param kind the kind of the milestone
 * @param severity how much it matters
 * @param basis what it rests on
 */
public record Question(
    @Nullable LocalDate asOf,
    Set<Status> statuses,
    @Nullable String rule,
    @Nullable BodyCode body,
    @Nullable PartyCode party,
    @Nullable MilestoneKind kind,
    @Nullable Severity severity,
    @Nullable Basis basis) {

  /** What the report lists unless asked otherwise: all that is late, due or not computable. */
  public static final Set<Status> USUAL =
      Set.copyOf(
          EnumSet.of(
              Status.SEVERELY_OVERDUE,
              Status.OVERDUE,
              Status.GRACE,
              Status.DUE_TODAY,
              Status.AT_RISK,
              Status.DUE_SOON,
              Status.NOT_COMPUTABLE));

  /** An immutable copy. */
  public Question {
    statuses = Set.copyOf(statuses);
  }

  /** The same, asked of other statuses. */
  public Question of(Set<Status> others) {
    return new Question(asOf, others, rule, body, party, kind, severity, basis);
  }

  /** The cases that can have an answer. */
  Filter cases() {
    return new Filter(null, null, null, party, null, null, null, null, null);
  }

  /** Whether the finding of the case is asked for. */
  boolean fits(Finding finding, CaseFile file) {
    return statuses.contains(finding.status())
        && fits(rule, finding.rule())
        && fits(body, finding.body())
        && fits(severity, finding.severity())
        && fits(basis, finding.basis())
        && fits(milestone(finding, file));
  }

  private boolean fits(@Nullable Milestone milestone) {
    PartyCode owner = milestone == null ? null : milestone.party();
    boolean ofParty = owner == null || fits(party, owner);
    return ofParty && fits(kind, milestone == null ? null : milestone.kind());
  }

  static @Nullable Milestone milestone(Finding finding, CaseFile file) {
    Integer number = finding.subject().milestone();
    return number == null ? null : file.milestone(number).orElse(null);
  }

  private static boolean fits(@Nullable Object asked, @Nullable Object found) {
    return asked == null || asked.equals(found);
  }
}
