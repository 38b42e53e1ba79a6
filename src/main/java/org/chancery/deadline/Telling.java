package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Decision.Kind;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/** Says in findings what the rules said of one case, with severity, basis and facts. */
final class Telling {

  /** How many days before its due day a deadline is told of, whatever notice the house gives. */
  private static final int AHEAD = 90;

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::status)
          .thenComparing(
              finding -> finding.subject().milestone(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.facts().toString());

  private final CaseFile file;
  private final PartyCode home;
  private final Thresholds thresholds;

  /**
   * @param file the case as judged
   * @param home the State whose house this is
   */
  Telling(CaseFile file, PartyCode home, Thresholds thresholds) {
    this.file = file;
    this.home = home;
    this.thresholds = thresholds;
  }

  /** How each milestone and target stands, and what is to be told of them and of the record. */
  Judgement of(Facts facts, Verdicts verdicts) {
    List<Standing> standings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Deadline deadline : facts.deadlines()) {
      Verdicts.OfMilestone verdict = verdicts.of(deadline.milestone().id());
      standings.add(standing(verdict));
      if (isTold(verdict) && deadline.milestone().isOf(home)) {
        findings.add(finding(verdict));
      }
    }
    List<Verdicts.OfTarget> targets = facts.targets().stream().map(verdicts::of).toList();
    findings.addAll(TargetFindings.of(file, targets, thresholds));
    verdicts.contradictions().forEach(verdict -> findings.add(finding(verdict)));
    findings.sort(WORST_FIRST);
    return new Judgement(file, standings, TargetFindings.standings(targets), findings);
  }

  /** Of what has time it is told that it was extended, or falls due within {@link #AHEAD} days. */
  private static boolean isTold(Verdicts.OfMilestone verdict) {
    Status status = verdict.rule().status();
    Deadline deadline = verdict.deadline();
    return status.isTold()
        || (status == Status.RUNNING
            && (deadline.decided().extension() != null || deadline.daysPastLatest() >= -AHEAD));
  }

  private static Standing standing(Verdicts.OfMilestone verdict) {
    Deadline deadline = verdict.deadline();
    Closing closing = deadline.isDone() ? deadline.closing() : null;
    return new Standing(
        deadline.milestone().id(),
        verdict.rule().status(),
        deadline.due(),
        daysLate(verdict),
        closing == null ? lapse(verdict) : closing.on(),
        closing == null || closing.event() == null ? null : closing.event().id(),
        deadline.earliestPossible(),
        overdueSince(verdict),
        deadline.decided().extension() != null);
  }

  private static @Nullable DaysLate daysLate(Verdicts.OfMilestone verdict) {
    if (verdict.rule().status().liftsTheDeadline()) {
      return null;
    }
    Deadline deadline = verdict.deadline();
    boolean lapsed = !deadline.isDone() && lapse(verdict) != null;
    return lapsed ? DaysLate.NONE : deadline.daysLate();
  }

  /** What the law itself takes as done at the end of its time. */
  private static @Nullable StatedDate lapse(Verdicts.OfMilestone verdict) {
    boolean isDone = verdict.rule().status() == Status.DONE_ON_TIME;
    LocalDate latest = verdict.deadline().due().latest();
    return isDone && latest != null ? StatedDate.of(latest) : null;
  }

  private static @Nullable LocalDate overdueSince(Verdicts.OfMilestone verdict) {
    Deadline deadline = verdict.deadline();
    boolean isOverdue = verdict.rule().status().isOverdue();
    return isOverdue
        ? deadline.sinceItIsThis(deadline.latestPlus(deadline.limits().grace() + 1))
        : null;
  }

  private Finding finding(Verdicts.OfMilestone verdict) {
    Rule rule = verdict.rule();
    Deadline deadline = verdict.deadline();
    Milestone milestone = deadline.milestone();
    Thresholds.Row row = thresholds.of(rule, milestone.kind(), milestone.body());
    LocalDate since = verdict.since();
    return new Finding(
        rule.id(),
        rule.version(),
        subject(milestone.id()),
        rule.status(),
        row.severity(),
        milestone.restsOn(),
        Wording.citationOf(deadline),
        deadline.due(),
        deadline.daysLate(),
        null,
        file.bodyOf(milestone),
        facts(deadline),
        deadline.sinceItIsThis(since == null ? deadline.recordedOn() : since),
        overdueSince(verdict),
        Wording.of(rule, deadline, row.days()));
  }

  private Finding finding(Verdicts.OfRecord verdict) {
    Rule rule = verdict.rule();
    BodyCode body = file.description().responsibleBody();
    Thresholds.Row row = thresholds.of(rule, null, body);
    return new Finding(
        rule.id(),
        rule.version(),
        subject(null),
        rule.status(),
        row.severity(),
        rule.basis(),
        rule.legalBasis(),
        null,
        null,
        null,
        verdict.body() == null ? body : verdict.body(),
        verdict.facts(),
        verdict.since(),
        null,
        Wording.of(rule, verdict.facts(), row.days()));
  }

  private static List<Finding.Fact> facts(Deadline deadline) {
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.of(deadline.milestone()));
    Closing closing = deadline.closing();
    if (closing != null) {
      facts.add(Finding.Fact.of(closing));
    }
    deadline.decided().counting().stream()
        .filter(
            each -> each.kind() != Kind.EXTENSION || each.equals(deadline.decided().extension()))
        .forEach(decision -> facts.add(Finding.Fact.of(decision, deadline.due())));
    return facts;
  }

  private Finding.Subject subject(@Nullable Integer milestone) {
    return new Finding.Subject(file.reference(), file.description().slug(), milestone, null);
  }
}
