package org.chancery.report.web;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.deadline.Status;
import org.chancery.report.Report;

/** The figures at the head of the report; each stands for some statuses, and leads to them. */
enum Headline {
  OVERDUE(Status.SEVERELY_OVERDUE, Status.OVERDUE),
  GRACE(Status.GRACE),
  DUE_TODAY(Status.DUE_TODAY),
  AT_RISK(Status.AT_RISK),
  DUE_SOON(Status.DUE_SOON),
  NOT_COMPUTABLE(Status.NOT_COMPUTABLE),
  CONTRADICTION(Status.CONTRADICTION),
  LIFTED(Status.WAIVED, Status.SUSPENDED);

  @SuppressWarnings("ImmutableEnumChecker") // Set.copyOf is immutable
  private final Set<Status> statuses;

  Headline(Status first, Status... more) {
    this.statuses = Set.copyOf(EnumSet.of(first, more));
  }

  /** The statuses it stands for, as an address names them. */
  public Set<String> statuses() {
    return statuses.stream().map(Status::name).collect(Collectors.toUnmodifiableSet());
  }

  /** How many items of the report. */
  public long count(Report report) {
    return statuses.stream().mapToLong(each -> report.totals().getOrDefault(each, 0L)).sum();
  }

  /** Whether it is worth a place although nothing is counted: some are rare. */
  public boolean isShown(Report report) {
    return (this != GRACE && this != LIFTED) || count(report) > 0;
  }
}
