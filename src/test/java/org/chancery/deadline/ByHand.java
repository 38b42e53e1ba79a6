package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind.Phase;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.MilestoneKind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * The judge once more, as a programmer would write it without rules: the second opinion the rules
 * are checked against, and the limit they are measured against. It shares their values and their
 * sentences, and not one line of their judging.
 */
final class ByHand {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::status)
          .thenComparing(
              finding -> finding.subject().milestone(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.facts().toString());

  /** What is said of a milestone. */
  private record Said(String rule, @Nullable LocalDate since) {}

  private final Judge zones;
  private final Map<String, Rule> rules;
  private final Thresholds thresholds;
  private final PartyCode home;
  private final ZoneId zone;

  ByHand(Judge judge, Thresholds thresholds, PartyCode home, ZoneId zone) {
    this.zones = judge;
    this.rules =
        judge.catalogue().stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    this.thresholds = thresholds;
    this.home = home;
    this.zone = zone;
  }

  Judgement judge(CaseFile file, Kin kin, LocalDate today) {
    List<Happened> standing = standing(file, today);
    StatedDate inForce = new ForceByHand(file, standing, today).date();
    ClosingsByHand closings = new ClosingsByHand(file, standing, inForce);
    List<Standing> standings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    List<Milestone> milestones = new ArrayList<>(file.milestones());
    milestones.sort(Comparator.comparing(Milestone::id));
    for (Milestone milestone : milestones) {
      Due due = due(milestone);
      Deadline deadline =
          new Deadline(
              milestone,
              due,
              today,
              closings.of(milestone, today),
              thresholds.limits(milestone.kind(), milestone.body()),
              null,
              null,
              new Decided(due, null, List.of()));
      add(file, deadline, said(deadline, standing), standings, findings);
    }
    List<Thresholds.Row> days = thresholds.ofCase(file.description().responsibleBody());
    new ContradictionsByHand(
            file,
            milestones,
            kin,
            standing,
            inForce,
            home,
            zone,
            today,
            (rule, since, body, facts) ->
                findings.add(contradiction(file, rule, since, body, facts)))
        .find(days);
    findings.sort(WORST_FIRST);
    return new Judgement(file.inForceOn(inForce), standings, List.of(), findings);
  }

  /**
   * What the rules say of facts that have been computed, statutory terms included: a loop where the
   * rule engine is. It knows no targets and no managers' decisions.
   */
  void judge(Facts facts, Kin kin, LocalDate today, Verdicts verdicts) {
    CaseFile file = facts.file();
    List<Happened> standing = standing(file, today);
    for (Deadline deadline : facts.deadlines()) {
      Said said = reckoned(deadline, standing);
      String title = rule(said.rule()).title();
      if (said.since() == null) {
        verdicts.says(title, deadline);
      } else {
        verdicts.says(title, deadline, said.since());
      }
    }
    List<Milestone> applicable =
        facts.deadlines().stream().filter(Deadline::isApplicable).map(Deadline::milestone).toList();
    new ContradictionsByHand(
            file,
            applicable,
            kin,
            standing,
            file.instrument().inForce(),
            home,
            zone,
            today,
            (rule, since, body, of) -> verdicts.says(rule(rule).title(), since, body, of))
        .find(thresholds.ofCase(file.description().responsibleBody()));
  }

  private static Said reckoned(Deadline deadline, List<Happened> standing) {
    if (deadline.reckoning() instanceof Reckoning.NotApplicable) {
      return new Said("not-applicable", null);
    }
    Said said = said(deadline, standing);
    boolean waits = deadline.reckoning() instanceof Reckoning.NotStarted;
    return waits && said.rule().equals("not-computable") ? new Said("not-started", null) : said;
  }

  private List<Happened> standing(CaseFile file, LocalDate today) {
    Set<Integer> corrected = new HashSet<>();
    for (Event event : file.events()) {
      if (event.corrects() != null) {
        corrected.add(event.corrects());
      }
    }
    List<Happened> standing = new ArrayList<>();
    for (Event event : file.events()) {
      if (!corrected.contains(event.id())) {
        standing.add(Happened.of(event, home, zone, today));
      }
    }
    return standing;
  }

  private Due due(Milestone milestone) {
    StatedDate stated = milestone.due();
    LocalDate latest = stated == null ? null : stated.latest();
    LocalDate earliest = stated == null || stated.isInterval() ? latest : stated.earliest();
    ZoneId its = zones.zoneOf(milestone);
    return new Due(milestone.statedAs(), stated, earliest, latest, null, its, List.of());
  }

  private static Said said(Deadline deadline, List<Happened> standing) {
    LocalDate latest = deadline.due().latest();
    LocalDate earliest = deadline.due().earliest();
    LocalDate today = deadline.today();
    if (isEnded(deadline, latest, standing)) {
      return new Said("cancelled", null);
    }
    Closing closing = deadline.closing();
    if (isDone(closing, today)) {
      StatedDate done = Objects.requireNonNull(closing).on();
      LocalDate first = done.earliest();
      boolean late = first != null && latest != null && first.isAfter(latest);
      return new Said(late ? "done-late" : "done-on-time", late ? done.latest() : null);
    }
    if (latest == null) {
      return new Said("not-computable", recordedOn(deadline));
    }
    boolean right = deadline.milestone().kind() == MilestoneKind.OBJECTION;
    return right && closing == null && today.isAfter(latest)
        ? new Said("accepted-by-silence", null)
        : open(deadline, earliest, latest);
  }

  private static Said open(Deadline deadline, @Nullable LocalDate earliest, LocalDate latest) {
    Thresholds.Limits limits = deadline.limits();
    Closing closing = deadline.closing();
    boolean perhapsDone = closing != null;
    long late = DAYS.between(latest, deadline.today());
    if (!perhapsDone && late > limits.grace()) {
      boolean severe = late >= limits.severe();
      int from = limits.grace() + 1;
      return severe
          ? new Said("severely-overdue", latest.plusDays(Math.max(limits.severe(), from)))
          : new Said("overdue", latest.plusDays(from));
    }
    if (!perhapsDone && late > 0) {
      return new Said("within-grace", latest.plusDays(1));
    }
    if (late == 0) {
      return new Said("due-today", latest);
    }
    long risk = earliest == null ? Long.MIN_VALUE : DAYS.between(earliest, deadline.today());
    if (earliest != null && risk > 0) {
      LocalDate done = closing == null ? null : closing.on().earliest();
      return new Said(
          "at-risk", done != null && done.isAfter(latest) ? done : earliest.plusDays(1));
    }
    if (earliest != null && risk >= -limits.soon()) {
      return new Said("due-soon", earliest.minusDays(limits.soon()));
    }
    return new Said("running", null);
  }

  private static boolean isEnded(
      Deadline deadline, @Nullable LocalDate latest, List<Happened> standing) {
    Closing closing = deadline.closing();
    for (Happened each : standing) {
      boolean end = each.past() && each.kind().phase() == Phase.END;
      if (end
          && (closing == null || !each.event().equals(closing.event()))
          && (latest == null || each.first() == null || each.first().isBefore(latest))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isDone(@Nullable Closing closing, LocalDate today) {
    LocalDate last = closing == null ? null : closing.on().latest();
    return last != null && !last.isAfter(today);
  }

  private static LocalDate recordedOn(Deadline deadline) {
    return deadline.milestone().recordedAt().atZone(deadline.due().zone()).toLocalDate();
  }

  private static @Nullable DaysLate late(Deadline deadline, boolean done) {
    LocalDate earliest = deadline.due().earliest();
    LocalDate latest = deadline.due().latest();
    Closing closing = deadline.closing();
    if (earliest == null || latest == null) {
      return null;
    }
    LocalDate first = closing == null ? deadline.today() : closing.on().earliest();
    LocalDate last = closing != null && done ? closing.on().latest() : deadline.today();
    int min = Math.max(0, (int) DAYS.between(latest, first == null ? earliest : first));
    int max = Math.max(0, (int) DAYS.between(earliest, last == null ? deadline.today() : last));
    return new DaysLate(min, Math.max(min, max));
  }

  private void add(
      CaseFile file,
      Deadline deadline,
      Said said,
      List<Standing> standings,
      List<Finding> findings) {
    Rule rule = rule(said.rule());
    Milestone milestone = deadline.milestone();
    boolean done = isDone(deadline.closing(), deadline.today());
    Closing closing = done ? deadline.closing() : null;
    Event event = closing == null ? null : closing.event();
    boolean lapsed = !done && rule.id().equals("accepted-by-silence");
    DaysLate late = lapsed ? DaysLate.NONE : late(deadline, done);
    LocalDate due = deadline.due().latest();
    boolean accuses = rule.id().equals("overdue") || rule.id().equals("severely-overdue");
    LocalDate overdue =
        accuses && due != null ? due.plusDays(deadline.limits().grace() + 1L) : null;
    standings.add(
        new Standing(
            milestone.id(),
            rule.status(),
            deadline.due(),
            rule.id().equals("cancelled") ? null : late,
            closing == null ? lapse(said, due) : closing.on(),
            event == null ? null : event.id(),
            null,
            overdue,
            false));
    boolean ahead =
        rule.id().equals("running") && due != null && !due.isAfter(deadline.today().plusDays(90));
    if (rule.status().isReported() || rule.id().equals("done-late") || ahead) {
      findings.add(finding(file, deadline, rule, said.since(), late, overdue));
    }
  }

  private static @Nullable StatedDate lapse(Said said, @Nullable LocalDate due) {
    boolean lapsed = said.rule().equals("accepted-by-silence");
    return lapsed && due != null ? StatedDate.of(due) : null;
  }

  private Finding finding(
      CaseFile file,
      Deadline deadline,
      Rule rule,
      @Nullable LocalDate since,
      @Nullable DaysLate late,
      @Nullable LocalDate overdue) {
    Milestone milestone = deadline.milestone();
    Thresholds.Row row = thresholds.of(rule, milestone.kind(), milestone.body());
    List<Finding.Fact> facts = new ArrayList<>();
    facts.add(Finding.Fact.of(milestone));
    if (deadline.closing() != null) {
      facts.add(Finding.Fact.of(deadline.closing()));
    }
    BodyCode body = milestone.body();
    return new Finding(
        rule.id(),
        rule.version(),
        new Finding.Subject(file.reference(), file.description().slug(), milestone.id(), null),
        rule.status(),
        row.severity(),
        milestone.basis() == null && milestone.source() != null ? Basis.STATED : milestone.basis(),
        Wording.citation(milestone.source()),
        deadline.due(),
        late,
        null,
        body == null ? file.description().responsibleBody() : body,
        facts,
        since == null ? recordedOn(deadline) : since,
        overdue,
        Wording.of(rule, deadline, row.days()));
  }

  private Finding contradiction(
      CaseFile file, String id, LocalDate since, @Nullable BodyCode body, Finding.Fact... facts) {
    Rule rule = rule(id);
    BodyCode responsible = file.description().responsibleBody();
    Thresholds.Row row = thresholds.of(rule, null, responsible);
    return new Finding(
        rule.id(),
        rule.version(),
        new Finding.Subject(file.reference(), file.description().slug(), null, null),
        rule.status(),
        row.severity(),
        rule.basis(),
        rule.legalBasis(),
        null,
        null,
        null,
        body == null ? responsible : body,
        List.of(facts),
        since,
        null,
        Wording.of(rule, List.of(facts), row.days()));
  }

  private Rule rule(String id) {
    Rule rule = rules.get(id);
    if (rule == null) {
      throw new IllegalStateException("no rule " + id);
    }
    return rule;
  }
}
