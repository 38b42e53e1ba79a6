package org.chancery.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chancery.calendar.StatedDate;
import org.chancery.deadline.TargetLine.Lack;
import org.chancery.instrument.Source;
import org.chancery.instrument.Target;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/** The sentences on targets, as keys of {@code messages/finding.properties}. */
final class TargetWording {

  /** Of more sources than these a sentence says no more than that there are some. */
  private static final int SOURCES = 4;

  private TargetWording() {}

  /**
   * Why the target stands so. The places: 0 what is measured, 1 the figure to reach, 2 by when, 3
   * the period of the last figure, 4 that figure, 5 its sources, 6 where the line stands then, 7
   * the last day of that period, 8 the baseline, 9 how much the figure lacks, 10 what is missing.
   */
  static Message of(Rule rule, TargetLine line) {
    Target target = line.target();
    @Nullable Measured last = line.last();
    return say(
        rule.id() + variant(rule.status(), line),
        target.quantity(),
        line.isComputable() ? figure(target, goal(line)) : "",
        by(line.due()),
        last == null ? "" : period(last.observations().get(0).period()),
        last == null ? "" : figure(target, last.figure()),
        last == null ? "" : sources(last),
        last == null || line.line() == null ? "" : figure(target, line.line()),
        last == null ? "" : last.last().toString(),
        line.baseline() == null ? "" : figure(target, line.baseline()),
        line.shortfall() == null ? "" : figure(target, line.shortfall()),
        lacks(line));
  }

  private static String variant(Status status, TargetLine line) {
    boolean yearly = line.target().isOfEachYear();
    return switch (status) {
      case NOT_COMPUTABLE -> line.isComputable() && yearly ? ".yearly" : "";
      case OVERDUE -> yearly ? ".yearly" : "";
      case AT_RISK -> line.isOver() && line.isMeasuredAtEnd() ? ".ended" : "";
      case RUNNING -> running(line);
      default -> "";
    };
  }

  private static String running(TargetLine line) {
    if (line.last() == null) {
      return "";
    }
    return line.isMeasuredAtEnd() || line.target().isOfEachYear() ? ".reached" : ".on-line";
  }

  private static Figure goal(TargetLine line) {
    Goal goal = Goal.of(line.target());
    return line.baseline() == null
        ? Figure.of(java.util.Objects.requireNonNull(line.target().value()))
        : goal.from(line.baseline());
  }

  private static Object by(Due due) {
    LocalDate latest = due.latest();
    return latest == null ? say("date.unknown") : latest.toString();
  }

  private static Object period(StatedDate period) {
    if (!period.isInterval()) {
      return period.edtf();
    }
    return say(
        "figure.between", String.valueOf(period.earliest()), String.valueOf(period.latest()));
  }

  /** The figure in the target's unit, in the digits of the reader's language. */
  private static Message figure(Target target, Figure figure) {
    Figure told = java.util.Objects.requireNonNull(TargetFindings.told(target, figure));
    Message number =
        told.isExact()
            ? say("figure", told.min())
            : say("figure.between", say("figure", told.min()), say("figure", told.max()));
    return target.unit() == null ? number : say("figure.unit", number, target.unit());
  }

  private static Object sources(Measured measured) {
    List<Object> all =
        measured.observations().stream()
            .<Object>map(observation -> source(observation.source()))
            .distinct()
            .toList();
    Stream<Object> rest = all.size() > SOURCES ? Stream.of(say("figure.others")) : Stream.of();
    return list(Stream.concat(all.stream().limit(SOURCES), rest).toList());
  }

  private static Object source(@Nullable Source source) {
    String citation = Wording.citation(source);
    return citation == null ? say("source.own") : citation;
  }

  private static Object lacks(TargetLine line) {
    List<Object> lacks = new ArrayList<>();
    Stream.of(Lack.values())
        .filter(line.lacks()::contains)
        .forEach(lack -> lacks.add(say("target.lack." + lack)));
    return lacks.isEmpty() ? "" : list(lacks);
  }

  private static Object list(List<Object> parts) {
    return parts.stream().reduce((one, other) -> say("figure.list", one, other)).orElseThrow();
  }

  private static Message say(String key, Object... arguments) {
    return Message.of("finding." + key, arguments);
  }
}
