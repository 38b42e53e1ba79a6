package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journals of the database, a few rows at a time. All belongs into one transaction. */
final class StoredJournal implements JournalSource {

  private static final int FEW = 500;
  private static final Leaf NO_LEAF = new Leaf("", 0, "", 0);

  private final JdbcClient jdbc;
  private final Entries cases;
  private final Entries house;
  private final Roots roots;

  StoredJournal(JdbcClient jdbc, ObjectMapper json, Roots roots) {
    this.jdbc = jdbc;
    this.cases = Entries.ofCases(jdbc, json);
    this.house = Entries.ofHouse(jdbc, json);
    this.roots = roots;
  }

  @Override
  public Iterator<Entry> cases() {
    return new Paged<>(
        last ->
            cases.list(
                """
                where reference >= :chain and (reference, number) > (:chain, :number)
                order by reference, number limit :few""",
                Map.of(
                    "chain",
                    last == null ? "" : last.subject(),
                    "number",
                    number(last),
                    "few",
                    FEW)));
  }

  @Override
  public Iterator<Entry> house() {
    return new Paged<>(
        last ->
            house.list(
                "where number > :number order by number limit :few",
                Map.of("number", number(last), "few", FEW)));
  }

  @Override
  public Iterator<Changes> changes() {
    return new Paged<>(
        last ->
            jdbc.sql(
                    """
                    select reference, version from instrument where reference > ?
                    order by reference limit ?""")
                .params(last == null ? "" : last.chain(), FEW)
                .query((row, index) -> new Changes(row.getString(1), row.getInt(2)))
                .list());
  }

  @Override
  public Iterator<Leaf> leaves() {
    return new Paged<>(last -> roots.leavesAfter(last == null ? NO_LEAF : last, FEW));
  }

  @Override
  public Iterator<Root> roots() {
    return new Paged<>(last -> roots.after(number(last), FEW));
  }

  private static int number(@Nullable Link last) {
    return last == null ? 0 : last.number();
  }
}
