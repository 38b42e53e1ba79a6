package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chancery.deadline.CasesJudged;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the ledger holds of cases, beside what it is to hold; asked for once, however many they are.
 *
 * @param all the entry of each case
 * @param isSweptAhead whether the last sweep lies ahead: the clock was set back since
 */
record Entries(Map<Reference, Entry> all, boolean isSweptAhead) {

  /** Whom cases are counted for, who may see them, whether they could not be judged; the sweep. */
  private static final String MARKS =
      """
      select 'counted', reference, viewer from verdict_viewer where reference in (:references)
      union all
      select 'involved', reference, body from involvement where reference in (:references)
      union all
      select 'unjudged', reference, null from unjudged where reference in (:references)
      union all
      select 'ahead', null, null from judged where since > :ahead""";

  /** What it holds of each case, beside what it is to hold after these judgements. */
  static Entries of(CasesJudged judged, JdbcClient jdbc, Instant now, OffsetDateTime ahead) {
    List<Judgement> judgements = judged.judgements();
    if (judgements.isEmpty()) {
      return new Entries(Map.of(), false);
    }
    List<String> references =
        judgements.stream().map(judgement -> judgement.reference().value()).toList();
    Map<Reference, List<Verdict>> before = judged.areNew() ? Map.of() : verdicts(references, jdbc);
    Marks marks = new Marks();
    jdbc.sql(MARKS)
        .param("references", references)
        .param("ahead", ahead)
        .query((RowCallbackHandler) marks::take);
    return new Entries(
        judgements.stream()
            .collect(
                Collectors.toMap(
                    Judgement::reference,
                    judgement ->
                        marks.entry(
                            judgement.reference(),
                            before.getOrDefault(judgement.reference(), List.of()),
                            Verdict.of(judgement, now)))),
        marks.isAhead);
  }

  private static Map<Reference, List<Verdict>> verdicts(List<String> cases, JdbcClient jdbc) {
    Map<Reference, List<Verdict>> verdicts = new HashMap<>();
    jdbc.sql("select * from verdict where reference in (:references) order by reference, number")
        .param("references", cases)
        .query(
            (RowCallbackHandler)
                row ->
                    verdicts
                        .computeIfAbsent(
                            new Reference(row.getString("reference")), each -> new ArrayList<>())
                        .add(Verdict.read(row, 0)));
    return verdicts;
  }

  /** The entries of which this holds. */
  Map<Reference, Entry> only(Predicate<Entry> which) {
    Map<Reference, Entry> some = new HashMap<>(all);
    some.values().removeIf(which.negate());
    return some;
  }

  /** What else the ledger holds of cases. */
  private static final class Marks {

    private final Map<String, Set<String>> counted = new HashMap<>();
    private final Map<String, Set<String>> involved = new HashMap<>();
    private final Set<String> unjudged = new HashSet<>();
    private boolean isAhead;

    void take(ResultSet row) throws SQLException {
      String reference = row.getString(2);
      switch (row.getString(1)) {
        case "counted" -> add(counted, reference, row.getString(3));
        case "involved" -> add(involved, reference, row.getString(3));
        case "unjudged" -> unjudged.add(reference);
        default -> isAhead = true;
      }
    }

    private static void add(Map<String, Set<String>> all, String reference, String one) {
      all.computeIfAbsent(reference, each -> new HashSet<>()).add(one);
    }

    Entry entry(Reference reference, List<Verdict> before, List<Verdict> after) {
      Set<String> viewers = new HashSet<>();
      if (!after.isEmpty()) {
        viewers.addAll(involved.getOrDefault(reference.value(), Set.of()));
        viewers.add(Sight.ALL);
      }
      return new Entry(
          before,
          counted.getOrDefault(reference.value(), Set.of()),
          after,
          viewers,
          unjudged.contains(reference.value()));
    }
  }
}
