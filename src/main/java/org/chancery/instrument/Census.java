package org.chancery.instrument;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many of the cases that the current account may see there are, by party, body and stage. */
@Component
@Transactional(readOnly = true)
public class Census {

  private final JdbcClient jdbc;
  private final Accounts accounts;

  Census(JdbcClient jdbc, Accounts accounts) {
    this.jdbc = jdbc;
    this.accounts = accounts;
  }

  /** Each party of such a case, with the number of its cases by stage. */
  public SortedMap<PartyCode, Map<Stage, Integer>> byParty() {
    SortedMap<PartyCode, Map<Stage, Integer>> counts = new TreeMap<>();
    new Search.Query(accounts.current())
        .count(jdbc, "party", "code")
        .forEach(row -> stages(counts, new PartyCode(row.of())).put(row.stage(), row.count()));
    return counts;
  }

  /** Each body that has to do with such a case, with the number of its cases by stage. */
  public SortedMap<BodyCode, Map<Stage, Integer>> byBody() {
    SortedMap<BodyCode, Map<Stage, Integer>> counts = new TreeMap<>();
    new Search.Query(accounts.current())
        .count(jdbc, "involvement", "body")
        .forEach(row -> stages(counts, new BodyCode(row.of())).put(row.stage(), row.count()));
    return counts;
  }

  private static <K> Map<Stage, Integer> stages(Map<K, Map<Stage, Integer>> counts, K of) {
    return counts.computeIfAbsent(of, each -> new EnumMap<>(Stage.class));
  }

  /**
   * How many cases of somebody are in a stage.
   *
   * @param of whose
   * @param stage the stage
   * @param count how many
   */
  record Count(String of, Stage stage, int count) {

    static Count read(ResultSet row, int number) throws SQLException {
      return new Count(row.getString(1), Stage.valueOf(row.getString(2)), row.getInt(3));
    }
  }
}
