package org.chancery.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for several tables, which go to the database in one way there and back. */
public final class Insertions {

  /** The embedded database takes arrays of 65,536 at the most. */
  private static final int SLICE = 50_000;

  private final List<String> statements = new ArrayList<>();
  private final List<Object> arrays = new ArrayList<>();

  /** The rows also, after those added before. */
  public <T> Insertions add(Insertion<T> into, Collection<T> rows) {
    List<T> all = List.copyOf(rows);
    for (int from = 0; from < all.size(); from += SLICE) {
      statements.add(into.statement());
      arrays.addAll(into.arrays(all.subList(from, Math.min(from + SLICE, all.size()))));
    }
    return this;
  }

  /**
   * Inserts them, if there are any.
   *
   * @throws DataAccessException when the database takes one of them not; within a transaction none
   *     is kept then
   */
  public void write(JdbcTemplate jdbc) {
    if (!statements.isEmpty()) {
      jdbc.update(String.join("; ", statements), arrays.toArray());
    }
  }
}
