package org.chancery.deadline;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.TargetLine.Lack;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Target;
import org.jspecify.annotations.Nullable;

/** Draws the line of each target of a case, on one day. */
final class TargetLines {

  private final LocalDate today;
  private final ZoneId zone;
  private final LocalDate recordedOn;

  private TargetLines(LocalDate today, ZoneId zone, LocalDate recordedOn) {
    this.today = today;
    this.zone = zone;
    this.recordedOn = recordedOn;
  }

  /** The facts for the rules, in the order of the targets. */
  static List<TargetLine> of(CaseFile file, LocalDate today, ZoneId zone) {
    LocalDate opened = file.instrument().openedAt().atZone(zone).toLocalDate();
    TargetLines lines = new TargetLines(today, zone, opened);
    return file.description().figures().stream().map(lines::line).toList();
  }

  private TargetLine line(Target target) {
    Set<Lack> lacks = lacks(target);
    if (!lacks.isEmpty()) {
      Due due = Due.stated(target.end(), null, zone);
      return new TargetLine(target, due, today, recordedOn, lacks, null, null, null, false);
    }
    return target.isOfEachYear() ? yearly(target) : straight(target);
  }

  private static Set<Lack> lacks(Target target) {
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (!Goal.of(target).isStated()) {
      lacks.add(Lack.VALUE);
    }
    boolean needsBaseline = !target.isOfEachYear() || target.value() == null;
    if (needsBaseline && baselineOf(target).isEmpty()) {
      lacks.add(Lack.BASELINE);
    }
    if (!target.isOfEachYear() && daysOf(target.start()).isEmpty()) {
      lacks.add(Lack.START);
    }
    if (!target.isOfEachYear() && (target.end() == null || target.end().latest() == null)) {
      lacks.add(Lack.END);
    }
    return lacks;
  }

  /** The figure is compared with the line at the last day of its period. */
  private TargetLine straight(Target target) {
    Due due = Due.stated(target.end(), null, zone);
    Stretch end = new Stretch(requireNonNull(due.earliest()), requireNonNull(due.latest()));
    Stretch start = daysOf(target.start()).orElseThrow();
    Stretch unit = baselineOf(target).orElseThrow();
    Figure baseline = baseline(target, unit);
    StraightLine line = new StraightLine(start, end, baseline, Goal.of(target));
    List<Measured> since =
        Measured.of(target, today).stream()
            .filter(each -> each.stretch().isAsLongAs(unit))
            .filter(each -> each.last().isAfter(start.last()))
            .toList();
    Measured last = reached(since, line).orElse(lastOf(since));
    Figure here = last == null ? line.end() : line.at(last.last());
    return new TargetLine(
        target, due, today, recordedOn, Set.of(), baseline, last, here, line.isFalling());
  }

  /** What was reached at the end, or later, stays reached whatever comes after. */
  private static Optional<Measured> reached(List<Measured> since, StraightLine line) {
    return since.stream()
        .filter(each -> !each.last().isBefore(line.ended().last()))
        .filter(each -> !TargetLine.mayBeBehind(each.figure(), line.end(), line.isFalling()))
        .findFirst();
  }

  /** Each year is judged when it is over, against the figure itself. */
  private TargetLine yearly(Target target) {
    Optional<Figure> baseline = baselineOf(target).map(unit -> baseline(target, unit));
    Figure goal = baseline.map(Goal.of(target)::from).orElseGet(() -> Figure.of(value(target)));
    boolean falling = baseline.isPresent() && goal.isSurelyBelow(baseline.get());
    Measured last =
        lastOf(
            Measured.of(target, today.minusDays(1)).stream()
                .filter(each -> each.stretch().isYear() && isOfItsTerm(target, each.stretch()))
                .toList());
    Due due =
        last != null && TargetLine.mayBeBehind(last.figure(), goal, falling)
            ? endOf(last.last())
            : yearEnd(target);
    return new TargetLine(
        target, due, today, recordedOn, Set.of(), baseline.orElse(null), last, goal, falling);
  }

  /** The end of the last year that is over and lies in the target's term, else its own end. */
  private Due yearEnd(Target target) {
    LocalDate latest = target.end() == null ? null : target.end().latest();
    LocalDate day = latest == null || latest.isAfter(today) ? today : latest.plusDays(1);
    LocalDate first = day.withDayOfYear(1).minusYears(1);
    Stretch year = new Stretch(first, first.plusYears(1).minusDays(1));
    return isOfItsTerm(target, year) ? endOf(year.last()) : Due.stated(target.end(), null, zone);
  }

  private Due endOf(LocalDate day) {
    return new Due(null, null, day, day, null, zone, List.of());
  }

  private static boolean isOfItsTerm(Target target, Stretch year) {
    LocalDate start = target.start() == null ? null : target.start().latest();
    LocalDate end = target.end() == null ? null : target.end().latest();
    return (start == null || !year.first().isBefore(start))
        && (end == null || !year.last().isAfter(end));
  }

  /** A baseline that was derived, and not agreed, is no better than what others say of it. */
  private Figure baseline(Target target, Stretch unit) {
    Target.Observation agreed = requireNonNull(target.baseline());
    boolean derived = agreed.source() != null && agreed.source().isDerived();
    Stream<BigDecimal> others =
        Measured.of(target, today).stream()
            .filter(each -> derived && each.stretch().equals(unit))
            .flatMap(each -> each.observations().stream())
            .map(Target.Observation::value);
    List<BigDecimal> values = new ArrayList<>(List.of(agreed.value()));
    others.forEach(values::add);
    return Figure.among(values);
  }

  private static BigDecimal value(Target target) {
    return requireNonNull(target.value());
  }

  private static Optional<Stretch> baselineOf(Target target) {
    return Optional.ofNullable(target.baseline()).flatMap(each -> Stretch.of(each.period()));
  }

  private static Optional<Stretch> daysOf(@Nullable StatedDate date) {
    return Optional.ofNullable(date).flatMap(Stretch::of);
  }

  private static @Nullable Measured lastOf(List<Measured> measured) {
    return measured.isEmpty() ? null : measured.get(measured.size() - 1);
  }
}
