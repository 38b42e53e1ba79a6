package org.chancery.instrument;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.Account;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases among those an account may see. */
@Repository
class Search {

  private final JdbcClient jdbc;
  private final Rows rows;

  Search(JdbcClient jdbc, Rows rows) {
    this.jdbc = jdbc;
    this.rows = rows;
  }

  /** The cases that fit and that the account may see, by reference, from after the given one. */
  List<Instrument> find(Filter filter, Account account, @Nullable String after, int limit) {
    Query query = new Query(account);
    query.where("i.reference > :after", "after", after);
    filter.addTo(query);
    return jdbc.sql(query.text() + " order by i.reference limit :limit")
        .params(query.parameters)
        .param("limit", limit)
        .query(rows::instrument)
        .list();
  }

  /** Whether the account may see the case. */
  boolean sees(Account account, Reference reference) {
    Query query = new Query(account);
    query.where("i.reference = :reference", "reference", reference.value());
    return jdbc.sql(query.text())
        .params(query.parameters)
        .query(rows::instrument)
        .optional()
        .isPresent();
  }

  /** The references of the cases that stand under the case. */
  List<Instrument> children(Reference reference, Account account) {
    Query query = new Query(account);
    query.where("i.parent_reference = :parent", "parent", reference.value());
    return jdbc.sql(query.text() + " order by i.reference")
        .params(query.parameters)
        .query(rows::instrument)
        .list();
  }

  /** A query under construction: its conditions and what fills them. */
  static final class Query {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    Query(Account account) {
      Sight sight = Sight.of(account);
      if (!sight.condition().isEmpty()) {
        conditions.add(sight.condition());
        parameters.putAll(sight.parameters());
      }
    }

    void where(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(name, value);
      }
    }

    String text() {
      String all = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
      return "select i.* from instrument i" + all;
    }
  }

  static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : Rows.timestamp(instant);
  }
}
