package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.StatedDate;
import org.chancery.calendar.WorkingCalendar;
import org.chancery.calendar.Zones;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.rule.RuleBase;
import org.jspecify.annotations.Nullable;

/**
 * Says in which status each milestone of a case is, and what in its record does not go together.
 *
 * <p>Judging is a pure function of the facts and one point in time: it reads no clock, no database
 * and no earlier verdict. So one code gives today's report, yesterday's, and the forecast. Any
 * number of threads may judge at once.
 */
public final class Judge {

  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::status)
          .thenComparing(
              finding -> finding.subject().milestone(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Finding::rule)
          .thenComparing(finding -> finding.facts().toString());

  private final RuleBase rules;
  private final Map<String, Rule> ruleByTitle;
  private final BodyZones bodies;
  private final Zones states;
  private final Calendars calendars;
  private final PartyCode home;

  /**
   * A judge by the rules.
   *
   * @param home the State whose house this is
   * @throws IllegalStateException when a rule is malformed
   */
  public Judge(
      RuleBase rules, BodyZones bodies, Zones states, Calendars calendars, PartyCode home) {
    this.rules = rules;
    this.ruleByTitle =
        rules.rules().stream()
            .map(Rule::of)
            .collect(Collectors.toUnmodifiableMap(Rule::title, Function.identity()));
    this.bodies = bodies;
    this.states = states;
    this.calendars = calendars;
    this.home = home;
  }

  /** The rules, in their order. */
  public List<Rule> catalogue() {
    return rules.rules().stream().map(rule -> ruleByTitle.get(rule.title())).toList();
  }

  /** What the rules say of the case at the point in time, by the tables. */
  public Judgement judge(CaseFile recorded, Kin kin, AsOf asOf, Tables tables) {
    ZoneId zone = zoneOf(home);
    LocalDate today = asOf.dayIn(zone);
    TermsOfCase terms = terms(recorded, today, tables);
    CaseFile file = terms.complete();
    Thresholds thresholds = tables.thresholds();
    List<Deadline> deadlines = deadlines(file, asOf, tables, terms);
    List<Object> facts = new ArrayList<>(deadlines);
    facts.add(new Matter(file, kin, home, zone, today));
    file.standing().forEach(event -> facts.add(Happening.of(event, home, zone, today)));
    List<TargetLine> targets = targets(file, asOf);
    facts.addAll(targets);
    facts.addAll(thresholds.ofCase(file.description().responsibleBody()));
    Verdicts verdicts = new Verdicts(ruleByTitle);
    rules.run(facts, Map.of("verdicts", verdicts));
    return judgement(file, deadlines, targets, verdicts, thresholds);
  }

  private List<TargetLine> targets(CaseFile file, AsOf asOf) {
    ZoneId zone = bodies.zoneOf(file.description().responsibleBody()).orElse(zoneOf(home));
    return TargetLines.of(file, asOf.dayIn(zone), zone);
  }

  /** The case with the deadlines that statutory terms have set by the point in time. */
  CaseFile complete(CaseFile recorded, AsOf asOf, Tables tables) {
    return terms(recorded, asOf.dayIn(zoneOf(home)), tables).complete();
  }

  private TermsOfCase terms(CaseFile recorded, LocalDate today, Tables tables) {
    return new TermsOfCase(asKnownOn(recorded, today), home, today, tables.terms());
  }

  /** The case with the entry into force that was, or will be, computed on the day. */
  private static CaseFile asKnownOn(CaseFile file, LocalDate day) {
    return file.inForceOn(EntryIntoForce.of(file, day).date());
  }

  /** When the instrument enters into force, from what had happened by the point in time. */
  public EntryIntoForce entryIntoForce(CaseFile file, AsOf asOf) {
    return EntryIntoForce.of(file, asOf.dayIn(zoneOf(home)));
  }

  /** Where the day of the milestone ends: with its body, else its party's State, else here. */
  public ZoneId zoneOf(Milestone milestone) {
    BodyCode body = milestone.body();
    ZoneId ofBody = body == null ? null : bodies.zoneOf(body).orElse(null);
    if (ofBody != null) {
      return ofBody;
    }
    PartyCode party = milestone.party();
    return zoneOf(party == null ? home : party);
  }

  private ZoneId zoneOf(PartyCode state) {
    return states
        .of(state.value())
        .or(() -> states.of(home.value()))
        .orElseThrow(() -> new IllegalStateException("rules/calendar/zones.csv lacks " + home));
  }

  private List<Deadline> deadlines(CaseFile file, AsOf asOf, Tables tables, TermsOfCase terms) {
    Closing.Finder closings = new Closing.Finder(file);
    Reckoner reckoner = new Reckoner(terms, tables.terms(), tables.firstStart(), this::calendarOf);
    return file.milestones().stream()
        .sorted(Comparator.comparing(Milestone::id))
        .map(milestone -> deadline(file, milestone, closings, asOf, tables.thresholds(), reckoner))
        .toList();
  }

  private Deadline deadline(
      CaseFile file,
      Milestone milestone,
      Closing.Finder closings,
      AsOf asOf,
      Thresholds thresholds,
      Reckoner reckoner) {
    ZoneId zone = zoneOf(milestone);
    LocalDate today = asOf.dayIn(zone);
    Closing closing = closings.of(milestone, today);
    boolean isDone = closing != null && closing.on().isSurelyBy(today);
    Reckoning reckoning = milestone.statutory() == null ? null : reckoner.of(milestone, isDone);
    Due first =
        reckoning == null
            ? Due.stated(milestone.due(), milestone.statedAs(), zone)
            : Due.computed(reckoning, zone);
    Decided decided = Decided.on(file, milestone.id(), first, today);
    return new Deadline(
        milestone,
        decided.due(),
        today,
        closing,
        thresholds.limits(milestone.kind(), milestone.body()),
        reckoning,
        reckoning == null || closing != null || decided.givesWay()
            ? null
            : reckoner.earliestPossible(milestone, reckoning, today),
        decided);
  }

  /** The working days of the body that must act, else of the party's State, else of this one. */
  private WorkingCalendar calendarOf(Milestone milestone) {
    BodyCode body = milestone.body();
    PartyCode party = milestone.party() == null ? home : milestone.party();
    return body == null
        ? calendars.of(party.value(), null)
        : calendars.of(bodies.stateOf(body).orElse(home.value()), body.value());
  }

  private Judgement judgement(
      CaseFile file,
      List<Deadline> deadlines,
      List<TargetLine> lines,
      Verdicts verdicts,
      Thresholds thresholds) {
    List<Standing> standings = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Deadline deadline : deadlines) {
      Verdicts.OfMilestone verdict = verdicts.of(deadline.milestone().id());
      standings.add(standing(verdict));
      if (verdict.rule().status().isReported() && isOurs(deadline)) {
        findings.add(finding(file, verdict, thresholds));
      }
    }
    List<Verdicts.OfTarget> targets = lines.stream().map(verdicts::of).toList();
    findings.addAll(TargetFindings.of(file, targets, thresholds));
    verdicts.contradictions().forEach(verdict -> findings.add(finding(file, verdict, thresholds)));
    findings.sort(WORST_FIRST);
    return new Judgement(file, standings, TargetFindings.standings(targets), findings);
  }

  /** Another State's law stands in its own column as information, and accuses nobody. */
  private boolean isOurs(Deadline deadline) {
    return deadline.milestone().statutory() == null
        || deadline.milestone().party() == null
        || deadline.milestone().party().equals(home);
  }

  private static Standing standing(Verdicts.OfMilestone verdict) {
    Deadline deadline = verdict.deadline();
    Closing closing = deadline.isDone() ? deadline.closing() : null;
    return new Standing(
        deadline.milestone().id(),
        verdict.rule().status(),
        deadline.due(),
        verdict.rule().status().liftsTheDeadline() ? null : deadline.daysLate(),
        closing == null ? lapse(verdict) : closing.on(),
        closing == null || closing.event() == null ? null : closing.event().id(),
        deadline.earliestPossible(),
        overdueSince(verdict),
        deadline.decided().extension() != null);
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

  private static Finding finding(
      CaseFile file, Verdicts.OfMilestone verdict, Thresholds thresholds) {
    Rule rule = verdict.rule();
    Deadline deadline = verdict.deadline();
    Milestone milestone = deadline.milestone();
    Thresholds.Row row = thresholds.of(rule, milestone.kind(), milestone.body());
    LocalDate since = verdict.since();
    return new Finding(
        rule.id(),
        rule.version(),
        subject(file, milestone.id()),
        rule.status(),
        row.severity(),
        Wording.basisOf(milestone),
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

  private static Finding finding(CaseFile file, Verdicts.OfRecord verdict, Thresholds thresholds) {
    Rule rule = verdict.rule();
    BodyCode body = file.description().responsibleBody();
    Thresholds.Row row = thresholds.of(rule, null, body);
    return new Finding(
        rule.id(),
        rule.version(),
        subject(file, null),
        rule.status(),
        row.severity(),
        rule.basis(),
        rule.legalBasis(),
        null,
        null,
        null,
        body,
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
    Decision extension = deadline.decided().extension();
    if (extension != null) {
      facts.add(Finding.Fact.of(extension, deadline.due()));
    }
    return facts;
  }

  private static Finding.Subject subject(CaseFile file, @Nullable Integer milestone) {
    return new Finding.Subject(file.reference(), file.description().slug(), milestone, null);
  }
}
