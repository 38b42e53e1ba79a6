package org.chancery.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chancery.access.BodyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many of the cases that the current account may see there are, by party, body and stage. */
@Component
@Transactional(readOnly = true)
public class Census {

  private final JdbcClient jdbc;
  private final Instruments instruments;

  Census(JdbcClient jdbc, Instruments instruments) {
    this.jdbc = jdbc;
    this.instruments = instruments;
  }

  private record Count(String of, Stage stage, int cases) {

    static Count read(ResultSet row, int number) throws SQLException {
      return new Count(row.getString(1), Stage.valueOf(row.getString(2)), row.getInt(3));
    }
  }

  /** Each party of such a case, by its code, with the number of its cases in each stage. */
  public Map<PartyCode, Map<Stage, Integer>> byParty() {
    Map<PartyCode, Map<Stage, Integer>> counts = new TreeMap<>();
    counts("party", "code").forEach(each -> add(each, new PartyCode(each.of()), counts));
    return counts;
  }

  /** Each body that has to do with such a case, with the number of its cases in each stage. */
  public Map<BodyCode, Map<Stage, Integer>> byBody() {
    Map<BodyCode, Map<Stage, Integer>> counts = new TreeMap<>();
    counts("involvement", "body").forEach(each -> add(each, new BodyCode(each.of()), counts));
    return counts;
  }

  private static <K> void add(Count count, K key, Map<K, Map<Stage, Integer>> counts) {
    counts
        .computeIfAbsent(key, each -> new EnumMap<>(Stage.class))
        .put(count.stage(), count.cases());
  }

  private List<Count> counts(String beside, String column) {
    Sight sight = instruments.sight();
    String where = sight.condition().isEmpty() ? "" : " where " + sight.condition();
    return jdbc.sql(
            """
            select c.%2$s, i.stage, count(*) from instrument i
            join %1$s c on c.reference = i.reference%3$s group by c.%2$s, i.stage"""
                .formatted(beside, column, where))
        .params(sight.parameters())
        .query(Count::read)
        .list();
  }
}
