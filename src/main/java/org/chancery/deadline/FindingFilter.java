package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * What a list of findings is narrowed to; null narrows nothing.
 *
 * @param status one of these statuses; empty for any that is reported unasked
 * @param rule the rule
 * @param body the body that must act
 * @param party a party of the instrument
 * @param severity how urgent it is
 * @param basis what it rests on
 * @param becameOverdueSince became overdue after this day
 */
public record FindingFilter(
    Set<Status> status,
    @Nullable String rule,
    @Nullable BodyCode body,
    @Nullable PartyCode party,
    @Nullable Severity severity,
    @Nullable Basis basis,
    @Nullable LocalDate becameOverdueSince) {

  /** An immutable copy. */
  public FindingFilter {
    // An empty value among those of a parameter is read as none.
    status = status.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
  }

  /** Narrows to the statuses and to nothing else. */
  public static FindingFilter of(Set<Status> status) {
    return new FindingFilter(status, null, null, null, null, null, null);
  }

  /** Whether the finding of the case passes. */
  public boolean passes(Finding finding, CaseFile file) {
    return (status.isEmpty() ? finding.status().isReported() : status.contains(finding.status()))
        && (rule == null || rule.equals(finding.rule()))
        && (body == null || body.equals(finding.body()))
        && (party == null || file.description().party(party).isPresent())
        && (severity == null || severity == finding.severity())
        && (basis == null || basis == finding.basis())
        && (becameOverdueSince == null || becameOverdueAfter(finding, becameOverdueSince));
  }

  private static boolean becameOverdueAfter(Finding finding, LocalDate day) {
    return finding.overdueSince() != null && finding.overdueSince().isAfter(day);
  }
}
