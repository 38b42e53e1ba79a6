package org.chancery.deadline;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.access.BodyCode;
import org.chancery.calendar.MonthEnd;
import org.chancery.calendar.Table;
import org.chancery.calendar.Term;
import org.chancery.instrument.Basis;
import org.chancery.instrument.Clause;
import org.chancery.instrument.Consent;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Level;
import org.chancery.instrument.MilestoneKind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;

/**
 * The table of statutory terms, {@code rules/deadline/statutory-terms.csv}: what the law, and the
 * labelled policy of this house, give for a step. The file says what each column means.
 */
public final class StatutoryTerms {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "jurisdiction",
          "types",
          "levels",
          "consents",
          "clauses",
          "binding",
          "milestone",
          "body",
          "trigger",
          "whose",
          "unless",
          "count",
          "unit",
          "direction",
          "first_day",
          "month_end",
          "not_before",
          "basis",
          "citation",
          "binds_from",
          "valid_from",
          "valid_to",
          "note");
  private static final String FIRST_START = "FIRST_START";
  private static final int MOST = 36_500;

  private final List<StatutoryTerm> rows;
  private final Map<String, List<StatutoryTerm>> byId;
  private final Map<InstrumentType, List<List<StatutoryTerm>>> settingByType;

  private StatutoryTerms(List<StatutoryTerm> rows) {
    this.rows = rows;
    this.byId =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    StatutoryTerm::id, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    this.settingByType = new EnumMap<>(InstrumentType.class);
    for (InstrumentType type : InstrumentType.values()) {
      settingByType.put(
          type,
          byId.values().stream()
              .map(versions -> versions.stream().filter(row -> setsFor(row, type)).toList())
              .filter(versions -> !versions.isEmpty())
              .toList());
    }
  }

  /**
   * Reads the table.
   *
   * @param bodies whether a body of ours has the code
   * @throws IllegalStateException when a row is malformed, or two rows of one id hold on the same
   *     day; it names line, column and reason
   */
  public static StatutoryTerms read(Resource table, Predicate<BodyCode> bodies) {
    Map<String, Set<StatutoryTerm>> seen = new LinkedHashMap<>();
    return new StatutoryTerms(
        Table.read(
            table,
            COLUMNS,
            cells -> {
              StatutoryTerm row = new Cells(cells, bodies).row();
              Set<StatutoryTerm> before = seen.computeIfAbsent(row.id(), id -> new HashSet<>());
              if (before.stream().anyMatch(other -> overlap(row, other))) {
                throw cells.wrong("id", "a row with this id above holds on the same days");
              }
              before.add(row);
              return row;
            }));
  }

  /** No terms at all. */
  static StatutoryTerms none() {
    return new StatutoryTerms(List.of());
  }

  /** Every row, as the table has them. */
  public List<StatutoryTerm> rows() {
    return rows;
  }

  /** The rows of the term with the id: itself at different times; none when there is no such. */
  List<StatutoryTerm> versions(String id) {
    return byId.getOrDefault(id, List.of());
  }

  /** The terms that may set a deadline for an instrument of the kind, each with its rows. */
  List<List<StatutoryTerm>> setting(InstrumentType type) {
    return settingByType.getOrDefault(type, List.of());
  }

  private static boolean setsFor(StatutoryTerm row, InstrumentType type) {
    return row.milestone() != null && (row.types().isEmpty() || row.types().contains(type));
  }

  private static boolean overlap(StatutoryTerm one, StatutoryTerm other) {
    return one.during(new Span(other.validFrom(), other.validTo())) != null;
  }

  /** One row of the table while it is read. */
  private record Cells(Table.Row cells, Predicate<BodyCode> bodies) {

    StatutoryTerm row() {
      String bindsFrom = cells.optional("binds_from", Function.identity());
      boolean fromFirstStart = FIRST_START.equals(bindsFrom);
      @Nullable LocalDate validFrom = cells.optional("valid_from", LocalDate::parse);
      @Nullable LocalDate validTo = cells.optional("valid_to", LocalDate::parse);
      if (validFrom != null && validTo != null && validTo.isBefore(validFrom)) {
        throw cells.wrong("valid_to", "lies before valid_from");
      }
      @Nullable MilestoneKind milestone =
          cells.optional("milestone", Table.oneOf(MilestoneKind.class));
      @Nullable Term term = term();
      if (milestone != null && term == null) {
        throw cells.wrong("count", "must not be empty where a deadline follows");
      }
      return new StatutoryTerm(
          cells.required("id", Cells::id),
          cells.required("jurisdiction", Cells::jurisdiction),
          words("types", Table.oneOf(InstrumentType.class)),
          words("levels", Table.oneOf(Level.class)),
          words("consents", Table.oneOf(Consent.class)),
          words("clauses", Cells::clause),
          cells.optional("binding", Cells::bindingOnly) != null,
          milestone,
          cells.optional("body", this::body),
          cells.required("trigger", TermTrigger::of),
          cells.required("whose", Table.oneOf(StatutoryTerm.Whose.class)),
          words("unless", Table.oneOf(EventKind.class)),
          term,
          cells.optional("not_before", Cells::consent) != null,
          cells.required("basis", Cells::basis),
          cells.required("citation", Function.identity()),
          fromFirstStart ? null : cells.optional("binds_from", LocalDate::parse),
          fromFirstStart,
          validFrom,
          validTo,
          cells.optional("note", Function.identity()));
    }

    private @Nullable Term term() {
      @Nullable Integer count = cells.optional("count", Cells::count);
      if (count == null) {
        return null;
      }
      @Nullable MonthEnd monthEnd = cells.optional("month_end", Table.oneOf(MonthEnd.class));
      Term.Unit unit = cells.required("unit", Table.oneOf(Term.Unit.class));
      if (count > most(unit)) {
        throw cells.wrong("count", "is more than " + most(unit) + " " + unit);
      }
      Term.Direction direction = cells.required("direction", Table.oneOf(Term.Direction.class));
      boolean counted = cells.required("first_day", Cells::counted);
      if (counted && count == 0) {
        throw cells.wrong("count", "is 0, and the first day cannot be one of none");
      }
      return new Term(
          count, unit, direction, counted, monthEnd == null ? MonthEnd.CLAMP : monthEnd);
    }

    /** A hundred years. */
    private static int most(Term.Unit unit) {
      return switch (unit) {
        case CALENDAR_DAYS, WORKING_DAYS -> MOST;
        case WEEKS -> MOST / 7;
        case MONTHS -> 1_200;
        case YEARS -> 100;
      };
    }

    private <T> Set<T> words(String column, Function<String, T> reading) {
      Set<T> words =
          cells.optional(
              column,
              cell -> Arrays.stream(cell.split(" +")).map(reading).collect(Collectors.toSet()));
      return words == null ? Set.of() : words;
    }

    private String body(String cell) {
      boolean isRole =
          cell.equals(StatutoryTerm.RESPONSIBLE) || cell.equals(StatutoryTerm.PARTICIPATING);
      if (!isRole && !bodies.test(new BodyCode(cell))) {
        throw new IllegalArgumentException("is no body of this house");
      }
      return cell;
    }

    private static String id(String cell) {
      return matching(cell, "[a-z0-9]+(-[a-z0-9]+)*", "is no id of small letters, digits and -");
    }

    private static String jurisdiction(String cell) {
      return matching(cell, "[A-Z]{2}|VCLT|HOUSE", "is no State, VCLT, UN or HOUSE");
    }

    private static String bindingOnly(String cell) {
      return matching(cell, "BINDING", "is not BINDING");
    }

    private static String consent(String cell) {
      return matching(cell, "CONSENT", "is not CONSENT");
    }

    private static String clause(String cell) {
      return cell.equals(StatutoryTerm.UNSTATED)
          ? cell
          : Table.oneOf(Clause.Trigger.class).apply(cell).name();
    }

    private static Basis basis(String cell) {
      return Basis.valueOf(matching(cell, "LAW|POLICY", "is neither LAW nor POLICY"));
    }

    private static boolean counted(String cell) {
      return matching(cell, "(NOT_)?COUNTED", "is neither COUNTED nor NOT_COUNTED")
          .equals("COUNTED");
    }

    private static int count(String cell) {
      int count = Integer.parseInt(cell);
      if (count < 0 || count > MOST) {
        throw new IllegalArgumentException("is not between 0 and " + MOST);
      }
      return count;
    }

    private static String matching(String cell, String pattern, String fault) {
      if (!cell.matches(pattern)) {
        throw new IllegalArgumentException(fault);
      }
      return cell;
    }
  }
}
