package org.chancery.deadline;

import java.util.ArrayList;
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
import org.chancery.calendar.MalformedTable;
import org.chancery.calendar.MalformedTable.Fault;
import org.chancery.calendar.Table;
import org.chancery.instrument.MilestoneKind;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
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
  private final Map<Key, Row> best = new ConcurrentHashMap<>();
  private final Map<Key, Limits> limits = new ConcurrentHashMap<>();
  private final Map<BodyCode, List<Row>> ofCases = new ConcurrentHashMap<>();

  private Thresholds(List<Row> rows) {
    this.rows = rows.stream().sorted(BEST_FIRST).collect(Collectors.groupingBy(Row::id));
  }

  /**
   * Reads the table.
   *
   * @throws MalformedTable when a row is malformed, names no rule or stands twice, or a rule that
   *     reports has no row for all; it names line, column and reason
   */
  static Thresholds read(Resource table, List<Rule> catalogue) {
    Map<String, Rule> rules = byId(catalogue);
    Set<Key> seen = new HashSet<>();
    List<Row> rows = Table.read(table, COLUMNS, cells -> row(cells, rules, seen));
    List<Fault> lacking =
        catalogue.stream()
            .filter(rule -> rule.status().isTold() || rule.days() != null)
            .filter(rule -> !seen.contains(new Key(rule.id(), null, null)))
            .map(rule -> new Fault(null, null, Message.of("threshold.lacking", rule.id())))
            .toList();
    if (!lacking.isEmpty()) {
      throw new MalformedTable(String.valueOf(table.getFilename()), lacking);
    }
    return new Thresholds(rows);
  }

  /**
   * Reads a table that was confirmed under an earlier release: rows of rules that are no more say
   * nothing, and of a rule that has come since the rows of this release hold.
   *
   * @throws MalformedTable when a row is malformed or stands twice
   */
  static Thresholds kept(Resource table, List<Rule> catalogue, Thresholds shipped) {
    Map<String, Rule> rules = byId(catalogue);
    Set<Key> seen = new HashSet<>();
    List<Row> rows = new ArrayList<>();
    for (Optional<Row> row :
        Table.read(
            table,
            COLUMNS,
            cells ->
                rules.containsKey(cells.required("rule", Function.identity()))
                    ? Optional.of(row(cells, rules, seen))
                    : Optional.<Row>empty())) {
      row.ifPresent(rows::add);
    }
    shipped.rows.values().stream()
        .flatMap(List::stream)
        .filter(row -> !seen.contains(new Key(row.id(), null, null)))
        .forEach(rows::add);
    return new Thresholds(rows);
  }

  private static Map<String, Rule> byId(List<Rule> catalogue) {
    return catalogue.stream().collect(Collectors.toMap(Rule::id, Function.identity()));
  }

  /** The row that applies to the rule, for a milestone of the kind and body, or a case. */
  Row of(Rule rule, @Nullable MilestoneKind kind, @Nullable BodyCode body) {
    return best.computeIfAbsent(
        new Key(rule.id(), kind, body),
        key ->
            find(rule.id(), kind, body)
                .orElseThrow(
                    () -> new IllegalStateException("no threshold for rule " + rule.id())));
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

  /** How many days the step of the ladder waits, for a milestone of the kind and body. */
  int days(Ladder step, @Nullable MilestoneKind kind, @Nullable BodyCode body) {
    return days(step.id(), kind, body);
  }

  private int days(String rule, @Nullable MilestoneKind kind, @Nullable BodyCode body) {
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
      throw cells.wrong("rule", Message.of("threshold.rule", row.id()));
    }
    if ((rule.days() == null) != (row.days() == null)) {
      throw cells.wrong(
          "days",
          rule.days() == null
              ? Message.of("threshold.noDays")
              : Message.of("threshold.days", rule.days()));
    }
    if (!seen.add(new Key(row.id(), row.kind(), row.body()))) {
      throw cells.wrong("rule", Message.of("threshold.twice"));
    }
    return row;
  }

  private static int days(String cell) {
    int days = Integer.parseInt(cell);
    if (days < 0 || days > 36_500) {
      throw new InvalidValue("table.between", cell, "0", "36500");
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
