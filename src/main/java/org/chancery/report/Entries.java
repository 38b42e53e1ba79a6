package org.chancery.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.deadline.Judgement;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Sight;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger holds of cases; asked for once, however many they are. */
final class Entries {

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What it holds of each case, beside what it is to hold after these judgements. */
  Map<Reference, Entry> of(List<Judgement> judgements, Instant now) {
    Map<Reference, List<Verdict>> after =
        judgements.stream()
            .collect(Collectors.toMap(Judgement::reference, each -> Verdict.of(each, now)));
    Map<Reference, List<Verdict>> before = new HashMap<>();
    rows(
        "select * from verdict where reference in (:references) order by reference, number",
        after.keySet(),
        (reference, row) -> add(before, reference, Verdict.read(row, 0)));
    Map<Reference, Set<String>> counted = new HashMap<>();
    Map<Reference, Set<String>> involved = new HashMap<>();
    rows(
        """
        select reference, viewer, 'counted' from verdict_viewer where reference in (:references)
        union all
        select reference, body, 'involved' from involvement where reference in (:references)""",
        after.keySet(),
        (reference, row) ->
            (row.getString(3).equals("counted") ? counted : involved)
                .computeIfAbsent(reference, each -> new HashSet<>())
                .add(row.getString(2)));
    Map<Reference, Entry> entries = new HashMap<>();
    after.forEach(
        (reference, verdicts) ->
            entries.put(
                reference,
                new Entry(
                    before.getOrDefault(reference, List.of()),
                    counted.getOrDefault(reference, Set.of()),
                    verdicts,
                    viewers(verdicts, involved.getOrDefault(reference, Set.of())))));
    return entries;
  }

  private static Set<String> viewers(List<Verdict> verdicts, Set<String> involved) {
    Set<String> viewers = new HashSet<>();
    if (!verdicts.isEmpty()) {
      viewers.addAll(involved);
      viewers.add(Sight.ALL);
    }
    return viewers;
  }

  /** What becomes of a row of the case. */
  private interface Taking {

    void take(Reference reference, ResultSet row) throws SQLException;
  }

  private void rows(String select, Set<Reference> cases, Taking taking) {
    if (!cases.isEmpty()) {
      jdbc.sql(select)
          .param("references", cases.stream().map(Reference::value).toList())
          .query(
              (RowCallbackHandler)
                  row -> taking.take(new Reference(row.getString("reference")), row));
    }
  }

  private static <T> void add(Map<Reference, List<T>> all, Reference reference, T one) {
    all.computeIfAbsent(reference, each -> new ArrayList<>()).add(one);
  }
}
