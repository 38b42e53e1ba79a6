package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chancery.deadline.DaysLate;
import org.chancery.deadline.Due;
import org.chancery.deadline.Finding;
import org.chancery.deadline.Judgement;
import org.chancery.deadline.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger keeps of a finding: by what the report finds, orders and counts it. Nothing in it
 * changes while days pass and the finding stays the same.
 *
 * @param number which of the findings of the case, from 1
 * @param lateBy by how many days it is late, where that does not grow from day to day
 */
record Verdict(
    int number,
    String status,
    int place,
    LocalDate dueOn,
    @Nullable String zone,
    @Nullable Integer lateBy,
    @Nullable LocalDate overdueSince,
    boolean extended,
    @Nullable String kind,
    String rule,
    @Nullable String body,
    @Nullable String party,
    String severity,
    @Nullable String basis,
    @Nullable String subject) {

  /** The findings of the case, as they stand at the instant. */
  static List<Verdict> of(Judgement judgement, Instant now) {
    List<Verdict> verdicts = new ArrayList<>();
    for (Finding finding : judgement.findings()) {
      verdicts.add(of(finding, verdicts.size() + 1, judgement, now));
    }
    return verdicts;
  }

  private static Verdict of(Finding finding, int number, Judgement judgement, Instant now) {
    Due due = finding.due();
    LocalDate dueOn = Place.dueOn(finding);
    return new Verdict(
        number,
        finding.status().name(),
        Place.of(finding.status()),
        dueOn,
        due == null ? null : due.zone().getId(),
        lateBy(finding, dueOn, now),
        finding.overdueSince(),
        finding.extended(),
        text(Narrowing.kindOf(finding, judgement.file())),
        finding.rule(),
        text(finding.body()),
        text(Narrowing.partyOf(finding, judgement.file())),
        finding.severity().name(),
        text(finding.basis()),
        judgement.file().description().subject());
  }

  private static @Nullable Integer lateBy(Finding finding, LocalDate dueOn, Instant now) {
    DaysLate late = finding.daysLate();
    int min = late == null ? 0 : late.min();
    Due due = finding.due();
    return due != null && min == daysAfter(dueOn, due.zone(), now) ? null : min;
  }

  /** How many days the day has passed where it ended; 0 while it has not. */
  static int daysAfter(LocalDate day, ZoneId zone, Instant now) {
    long days = ChronoUnit.DAYS.between(day, now.atZone(zone).toLocalDate());
    return Math.toIntExact(Math.max(0, days));
  }

  static Verdict read(ResultSet row, int number) throws SQLException {
    return new Verdict(
        row.getInt("number"),
        row.getString("status"),
        row.getInt("place"),
        row.getObject("due_on", LocalDate.class),
        row.getString("zone"),
        row.getObject("late_by", Integer.class),
        row.getObject("overdue_since", LocalDate.class),
        row.getBoolean("extended"),
        row.getString("kind"),
        row.getString("rule"),
        row.getString("body"),
        row.getString("party"),
        row.getString("severity"),
        row.getString("basis"),
        row.getString("subject"));
  }

  /**
   * The day a figure may ask for: of what can still be done in time the last one allowed, of what
   * is late the first day it was; null where no figure asks.
   */
  @Nullable LocalDate countedOn() {
    return Narrowing.AHEAD.contains(Status.valueOf(status)) ? dueOn : overdueSince;
  }

  private static @Nullable String text(@Nullable Object value) {
    return Objects.toString(value, null);
  }
}
