package org.chancery.deadline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.calendar.Table;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The policy of the house: how severe each finding is, and from how many days on, from {@code
 * rules/deadline/thresholds.csv}. The row that fits best applies: of the kind and the body, else of
 * the body, else of the kind, else of all.
 */
public final class Thresholds {

  private static final List<String> COLUMNS =
      List.of("rule", "kind", "body", "days", "severity", "note");
  private static final Comparator<Row> BEST_FIRST =
      Comparator.comparing((Row row) -> row.body() == null)
          .thenComparing(row -> row.kind() == null);

  private final Map<String, List<Row>> rows;
  private final Map<Key, Limits> limits = new ConcurrentHashMap<>();
  private final Map<BodyCode, List<Row>> ofCases = new ConcurrentHashMap<>();

  private Thresholds(List<Row> rows) {
    this.rows = rows.stream().sorted(BEST_FIRST).collect(Collectors.groupingBy(Row::id));
  }

  /**
   * Reads the table.
   *
   * @throws IllegalStateException when a row is malformed, names no rule or stands twice, or a rule
   *     that reports has no row for all; it names line, column and reason
   */
  static Thresholds read(Resource table, List<Rule> catalogue) {
    Map<String, Rule> rules =
        catalogue.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
    Set<Key> seen = new HashSet<>();
    Thresholds thresholds =
        new Thresholds(Table.read(table, COLUMNS, cells -> row(cells, rules, seen)));
    catalogue.stream()
        .filter(rule -> rule.status().isReported())
        .filter(rule -> !seen.contains(new Key(rule.id(), null, null)))
        .findFirst()
        .ifPresent(
            rule -> {
              throw new IllegalStateException(
                  "%s: rule %s lacks a row for all kinds and bodies"
                      .formatted(table.getFilename(), rule.id()));
            });
    return thresholds;
  }

  /** The row that applies to the rule, for a milestone of the kind and body, or a case. */
  Row of(Rule rule, @Nullable MilestoneKind kind, @Nullable BodyCode body) {
    return find(rule.id(), kind, body)
        .orElseThrow(() -> new IllegalStateException("no threshold for rule " + rule.id()));
  }

  /** The thresholds for a milestone of the kind and body. */
  Limits limits(MilestoneKind kind, @Nullable BodyCode body) {
    return limits.computeIfAbsent(
        new Key("", kind, body),
        key ->
            new Limits(
                days("overdue", kind, body),
                days("severely-overdue", kind, body),
                days("due-soon", kind, body)));
  }

  /** The rows with days that apply to a case of the body: facts for the rules on the record. */
  List<Row> ofCase(BodyCode body) {
    return ofCases.computeIfAbsent(
        body,
        key ->
            rows.keySet().stream()
                .flatMap(rule -> find(rule, null, body).stream())
                .filter(row -> row.days() != null)
                .toList());
  }

  private int days(String rule, MilestoneKind kind, @Nullable BodyCode body) {
    return find(rule, kind, body)
        .map(Row::days)
        .orElseThrow(() -> new IllegalStateException("no days for rule " + rule));
  }

  private Optional<Row> find(String rule, @Nullable MilestoneKind kind, @Nullable BodyCode body) {
    return rows.getOrDefault(rule, List.of()).stream()
        .filter(row -> row.kind() == null || row.kind() == kind)
        .filter(row -> row.body() == null || row.body().equals(body))
        .findFirst();
  }

  private static Row row(Table.Row cells, Map<String, Rule> rules, Set<Key> seen) {
    Row row =
        new Row(
            cells.required("rule", Function.identity()),
            cells.optional("kind", Table.oneOf(MilestoneKind.class)),
            cells.optional("body", BodyCode::new),
            cells.optional("days", Thresholds::days),
            cells.required("severity", Table.oneOf(Severity.class)));
    Rule rule = rules.get(row.id());
    if (rule == null) {
      throw cells.wrong("rule", "no rule has the id \"" + row.id() + "\"");
    }
    if ((rule.days() == null) != (row.days() == null)) {
      throw cells.wrong(
          "days", rule.days() == null ? "the rule counts no days" : "how many " + rule.days());
    }
    if (!seen.add(new Key(row.id(), row.kind(), row.body()))) {
      throw cells.wrong("rule", "a row with this rule, kind and body stands above");
    }
    return row;
  }

  private static int days(String cell) {
    int days = Integer.parseInt(cell);
    if (days < 0 || days > 36_500) {
      throw new IllegalArgumentException("is not between 0 and 36500");
    }
    return days;
  }

  /**
   * One row; also a fact for the rules on the record.
   *
   * @param id the id of the rule
   * @param kind the kind of milestone it is for; null: all
   * @param body the body it is for; null: all
   * @param days how many; null when the rule counts none
   * @param severity how much a finding of the rule matters
   */
  public record Row(
      String id,
      @Nullable MilestoneKind kind,
      @Nullable BodyCode body,
      @Nullable Integer days,
      Severity severity) {}

  /**
   * The thresholds of one milestone, in days.
   *
   * @param grace after the due day, not yet overdue
   * @param severe from so many days late on, severely overdue
   * @param soon from so many days before the due day on, due soon
   */
  public record Limits(int grace, int severe, int soon) {}

  private record Key(String rule, @Nullable MilestoneKind kind, @Nullable BodyCode body) {}
}
