package org.chancery.deadline;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.calendar.AsOf;
import org.chancery.calendar.Calendars;
import org.chancery.calendar.Zones;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Closing;
import org.chancery.instrument.Milestone;
import org.chancery.instrument.PartyCode;
import org.chancery.rule.RuleBase;

/**
 * Says in which status each milestone of a case is, and what in its record does not go together.
 *
 * <p>Judging is a pure function of the facts and one point in time: it reads no clock, no database
 * and no earlier verdict. So one code gives today's report, yesterday's, and the forecast. Any
 * number of threads may judge at once.
 */
public final class Judge {

  private final RuleBase rules;
  private final Map<String, Rule> ruleByTitle;
  private final Places places;
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
    this.places = new Places(bodies, states, calendars, home);
    this.home = home;
  }

  /** The rules, in their order. */
  public List<Rule> catalogue() {
    return rules.rules().stream().map(rule -> ruleByTitle.get(rule.title())).toList();
  }

  /** What the rules say of the case at the point in time, by the tables. */
  public Judgement judge(CaseFile recorded, Kin kin, AsOf asOf, Tables tables) {
    Facts facts = facts(recorded, kin, asOf, tables);
    Verdicts verdicts = verdicts();
    rules.run(facts.all(), Map.of("verdicts", verdicts));
    return judgement(facts, verdicts, tables.thresholds());
  }

  /** What follows from what the rules said of the facts. */
  Judgement judgement(Facts facts, Verdicts verdicts, Thresholds thresholds) {
    return new Telling(facts.file(), home, thresholds).of(facts, verdicts);
  }

  /** What the rules look at when they judge the case at the point in time. */
  Facts facts(CaseFile recorded, Kin kin, AsOf asOf, Tables tables) {
    ZoneId zone = places.home();
    LocalDate today = asOf.dayIn(zone);
    TermsOfCase terms = terms(recorded, today, tables);
    CaseFile file = terms.complete();
    List<Deadline> deadlines = deadlines(file, asOf, tables, terms);
    List<TargetLine> targets = targets(file, asOf);
    List<Object> all = new ArrayList<>(deadlines);
    all.add(new Matter(file, kin, home, zone, today));
    file.standing().forEach(event -> all.add(Happening.of(event, home, zone, today)));
    all.addAll(targets);
    kin.papers().originals(today, zone).forEach(each -> all.add(new Keeping(each, zone, today)));
    all.addAll(tables.thresholds().ofCase(file.description().responsibleBody()));
    return new Facts(file, deadlines, targets, all);
  }

  /** Nothing said yet. */
  Verdicts verdicts() {
    return new Verdicts(ruleByTitle);
  }

  private List<TargetLine> targets(CaseFile file, AsOf asOf) {
    ZoneId zone = places.zoneOf(file.description().responsibleBody());
    return TargetLines.of(file, asOf.dayIn(zone), zone);
  }

  /** Where the day of the milestone ends. */
  ZoneId zoneOf(Milestone milestone) {
    return places.zoneOf(milestone);
  }

  /** The case with the deadlines that statutory terms have set by the point in time. */
  CaseFile complete(CaseFile recorded, AsOf asOf, Tables tables) {
    return terms(recorded, asOf.dayIn(places.home()), tables).complete();
  }

  private TermsOfCase terms(CaseFile recorded, LocalDate today, Tables tables) {
    return new TermsOfCase(asKnownOn(recorded, today), home, today, tables.terms());
  }

  /** The case with the entry into force that was, or will be, computed on the day. */
  private static CaseFile asKnownOn(CaseFile file, LocalDate day) {
    return file.inForceOn(EntryIntoForce.dateOf(file, day));
  }

  /** When the instrument enters into force, from what had happened by the point in time. */
  public EntryIntoForce entryIntoForce(CaseFile file, AsOf asOf) {
    return EntryIntoForce.of(file, asOf.dayIn(places.home()));
  }

  private List<Deadline> deadlines(CaseFile file, AsOf asOf, Tables tables, TermsOfCase terms) {
    Closing.Finder closings = new Closing.Finder(file);
    Reckoner reckoner =
        new Reckoner(terms, tables.terms(), tables.firstStart(), places::calendarOf);
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
    ZoneId zone = places.zoneOf(milestone);
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
}
