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
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger holds of cases; asked for once, however many they are. */
final class Entries {

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What it holds of the case, beside what it is to hold after the judgement. */
  Entry of(Judgement judgement, Instant now) {
    return of(List.of(judgement), now).values().iterator().next();
  }

  /** What it holds of each case, beside what it is to hold after these judgements. */
  Map<Reference, Entry> of(List<Judgement> judgements, Instant now) {
    Map<Reference, List<Verdict>> after =
        judgements.stream()
            .collect(Collectors.toMap(Judgement::reference, each -> Verdict.of(each, now)));
    Map<Reference, List<Verdict>> before =
        rows("select * from verdict %s order by reference, number", after.keySet(), Verdict::read);
    Map<Reference, List<String>> counted =
        rows("select reference, viewer from verdict_viewer %s", after.keySet(), Entries::second);
    Map<Reference, List<String>> involved =
        rows("select reference, body from involvement %s", told(after), Entries::second);
    Map<Reference, Entry> entries = new HashMap<>();
    after.forEach(
        (reference, verdicts) ->
            entries.put(
                reference,
                new Entry(
                    before.getOrDefault(reference, List.of()),
                    Set.copyOf(counted.getOrDefault(reference, List.of())),
                    verdicts,
                    viewers(verdicts, involved.getOrDefault(reference, List.of())))));
    return entries;
  }

  private static Set<Reference> told(Map<Reference, List<Verdict>> verdicts) {
    return verdicts.entrySet().stream()
        .filter(each -> !each.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Set<String> viewers(List<Verdict> verdicts, List<String> involved) {
    Set<String> viewers = new HashSet<>();
    if (!verdicts.isEmpty()) {
      viewers.addAll(involved);
      viewers.add(Sight.ALL);
    }
    return viewers;
  }

  private <T> Map<Reference, List<T>> rows(
      String select, Set<Reference> cases, RowMapper<T> mapper) {
    Map<Reference, List<T>> rows = new HashMap<>();
    if (!cases.isEmpty()) {
      jdbc.sql(select.formatted("where reference in (:references)"))
          .param("references", cases.stream().map(Reference::value).toList())
          .query(
              (RowCallbackHandler)
                  row ->
                      rows.computeIfAbsent(
                              new Reference(row.getString("reference")), each -> new ArrayList<>())
                          .add(mapper.mapRow(row, 0)));
    }
    return rows;
  }

  private static String second(ResultSet row, int number) throws SQLException {
    return row.getString(2);
  }
}
