package org.chancery.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roots and what they were made of: they are added and read, and never changed. */
@Component
class Roots {

  private static final String GROWN =
      """
      select grown.chain, grown.number, grown.sealed, last.hash
      from (select reference as chain, max(number) as number,
          coalesce((select max(number) from journal_leaf where chain = reference), 0) as sealed
        from journal where recorded_at >= :since group by reference) grown
      join journal last on last.reference = grown.chain and last.number = grown.number
      where grown.number > grown.sealed
      union all
      select grown.chain, grown.number, grown.sealed, last.hash
      from (select 'house' as chain, max(number) as number,
          coalesce((select max(number) from journal_leaf where chain = 'house'), 0) as sealed
        from house_journal) grown
      join house_journal last on last.number = grown.number
      where grown.number > grown.sealed
      order by chain limit :most""";

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Roots(JdbcClient jdbc, JdbcTemplate batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /**
   * A chain with entries that are under no root.
   *
   * @param chain the reference of a case, or {@link Leaf#HOUSE}
   * @param number the number of its last entry
   * @param sealed the number of its last entry that is under a root; 0 for none
   * @param hash the hash of its last entry
   */
  record Grown(String chain, int number, int sealed, String hash) {

    int entries() {
      return number - sealed;
    }

    Leaf under(int root) {
      return new Leaf(chain, number, hash, root);
    }
  }

  /** The last root; null for none. */
  @Nullable Root last() {
    return jdbc.sql("select * from journal_root order by number desc limit 1")
        .query(Roots::root)
        .optional()
        .orElse(null);
  }

  /** The roots after the number, in order. */
  List<Root> after(int number, int limit) {
    return jdbc.sql("select * from journal_root where number > ? order by number limit ?")
        .params(number, limit)
        .query(Roots::root)
        .list();
  }

  /** What the roots were made of, by chain and number, after the leaf. */
  List<Leaf> leavesAfter(Leaf last, int limit) {
    return jdbc.sql(
            """
            select * from journal_leaf
            where chain >= :chain and (chain, number) > (:chain, :number)
            order by chain, number limit :limit""")
        .param("chain", last.chain())
        .param("number", last.number())
        .param("limit", limit)
        .query(
            (row, index) ->
                new Leaf(
                    row.getString("chain"),
                    row.getInt("number"),
                    row.getString("hash"),
                    row.getInt("root")))
        .list();
  }

  /** The chains that have entries under no root, of those that grew since the instant; sorted. */
  List<Grown> grown(Instant since, int most) {
    return jdbc.sql(GROWN)
        .param("since", Timestamp.from(since))
        .param("most", most)
        .query(
            (row, index) ->
                new Grown(
                    row.getString("chain"),
                    row.getInt("number"),
                    row.getInt("sealed"),
                    row.getString("hash")))
        .list();
  }

  /** Adds a root with what it was made of. */
  void add(Root root, List<Leaf> leaves) {
    jdbc.sql(
            """
            insert into journal_root (number, made_at, leaves, entries, tree, previous_hash, hash)
            values (:number, :at, :leaves, :entries, :tree, :previous, :hash)""")
        .param("number", root.number())
        .param("at", Timestamp.from(root.madeAt()))
        .param("leaves", root.leaves())
        .param("entries", root.entries())
        .param("tree", root.tree())
        .param("previous", root.previousHash())
        .param("hash", root.hash())
        .update();
    batch.batchUpdate(
        "insert into journal_leaf (chain, number, hash, root) values (?, ?, ?, ?)",
        leaves.stream()
            .map(leaf -> new Object[] {leaf.chain(), leaf.number(), leaf.hash(), leaf.root()})
            .toList());
  }

  private static Root root(ResultSet row, int index) throws SQLException {
    return new Root(
        row.getInt("number"),
        row.getTimestamp("made_at").toInstant(),
        row.getInt("leaves"),
        row.getInt("entries"),
        row.getString("tree"),
        row.getString("previous_hash"),
        row.getString("hash"));
  }
}
