package org.chancery.deadline;

import static java.time.temporal.ChronoUnit.DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.instrument.Basis;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Target;
import org.chancery.instrument.Target.Observation;
import org.jspecify.annotations.Nullable;

/** What is told of targets: how each stands, and a finding where that is to be reported. */
final class TargetFindings {

  /** What is computed is told to so many decimals more than the most precise figure stated. */
  private static final int MORE_DECIMALS = 2;

  private TargetFindings() {}

  static List<Finding> of(CaseFile file, List<Verdicts.OfTarget> targets, Thresholds thresholds) {
    return targets.stream()
        .filter(verdict -> verdict.rule().status().isReported())
        .map(verdict -> finding(file, verdict, thresholds))
        .toList();
  }

  static List<TargetStanding> standings(List<Verdicts.OfTarget> targets) {
    return targets.stream().map(TargetFindings::standing).toList();
  }

  private static TargetStanding standing(Verdicts.OfTarget verdict) {
    TargetLine line = verdict.line();
    return new TargetStanding(
        line.target().id(),
        verdict.rule().status(),
        line.last() == null ? null : told(line.target(), line.line()),
        told(line.target(), line.shortfall()),
        TargetWording.of(verdict.rule(), line));
  }

  private static Finding finding(CaseFile file, Verdicts.OfTarget verdict, Thresholds thresholds) {
    Rule rule = verdict.rule();
    TargetLine line = verdict.line();
    Target target = line.target();
    return new Finding(
        rule.id(),
        rule.version(),
        new Finding.Subject(file.reference(), file.description().slug(), null, target.id()),
        rule.status(),
        thresholds.of(rule, null, file.description().responsibleBody()).severity(),
        target.source() == null ? rule.basis() : Basis.STATED,
        Wording.citation(target.source()),
        line.due(),
        daysLate(rule.status(), line),
        told(target, line.shortfall()),
        file.description().responsibleBody(),
        facts(line),
        verdict.since(),
        rule.status().isOverdue() ? verdict.since() : null,
        TargetWording.of(rule, line));
  }

  /** What may have been reached is perhaps not late; of what is unknown nothing is said. */
  private static @Nullable DaysLate daysLate(Status status, TargetLine line) {
    LocalDate earliest = line.due().earliest();
    LocalDate latest = line.due().latest();
    if (status == Status.NOT_COMPUTABLE || earliest == null || latest == null) {
      return null;
    }
    int min = status.isOverdue() ? days(latest, line.today()) : 0;
    return new DaysLate(min, days(earliest, line.today()));
  }

  private static int days(LocalDate due, LocalDate today) {
    return Math.max(0, Math.toIntExact(DAYS.between(due, today)));
  }

  private static List<Finding.Fact> facts(TargetLine line) {
    List<Finding.Fact> facts = new ArrayList<>();
    Target target = line.target();
    facts.add(Finding.Fact.of(target));
    if (target.baseline() != null) {
      facts.add(Finding.Fact.of("BASELINE", target.baseline()));
    }
    if (line.last() != null) {
      line.last().observations().stream()
          .map(observation -> Finding.Fact.of("OBSERVATION", observation))
          .forEach(facts::add);
    }
    return facts;
  }

  /** A computed figure, as precise as it is worth telling. */
  static @Nullable Figure told(Target target, @Nullable Figure figure) {
    return figure == null ? null : figure.rounded(decimals(target) + MORE_DECIMALS);
  }

  private static int decimals(Target target) {
    Stream<Observation> figures =
        Stream.concat(Stream.ofNullable(target.baseline()), target.observed().stream());
    return Stream.concat(Stream.ofNullable(target.value()), figures.map(Observation::value))
        .mapToInt(BigDecimal::scale)
        .reduce(0, Math::max);
  }
}
