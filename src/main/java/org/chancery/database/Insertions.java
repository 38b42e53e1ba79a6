package org.chancery.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows for several tables, which go to the database in one way there and back. */
public final class Insertions {

  private final List<String> statements = new ArrayList<>();
  private final List<Object> arrays = new ArrayList<>();

  /** The rows also, after those added before. */
  public <T> Insertions add(Insertion<T> into, Collection<T> rows) {
    if (!rows.isEmpty()) {
      statements.add(into.statement());
      arrays.addAll(into.arrays(List.copyOf(rows)));
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
