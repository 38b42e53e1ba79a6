package org.chancery.instrument;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds cases among those an account may see; the one place where that is decided. */
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
      if (!account.seesAll()) {
        seenBy(account);
      }
    }

    private void seenBy(Account account) {
      parameters.put("account", account.is(Role.SERVICE) ? account.name() : null);
      String opened = "i.opened_by = :account";
      if (account.bodies().isEmpty()) {
        conditions.add(opened);
        return;
      }
      parameters.put("bodies", account.bodies().stream().map(BodyCode::value).toList());
      conditions.add(
          "(%s or exists (select 1 from involvement v where v.reference = i.reference and v.body in (:bodies)))"
              .formatted(opened));
    }

    void where(String condition, String name, @Nullable Object value) {
      if (value != null) {
        conditions.add(condition);
        parameters.put(name, value);
      }
    }

    String text() {
      return "select i.* from instrument i" + all();
    }

    private String all() {
      return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    /** How many cases there are of each in the table beside the cases, by stage. */
    List<Census.Count> count(JdbcClient jdbc, String beside, String of) {
      return jdbc.sql(
              "select c.%2$s, i.stage, count(*) from instrument i join %1$s c on c.reference = i.reference%3$s group by c.%2$s, i.stage"
                  .formatted(beside, of, all()))
          .params(parameters)
          .query(Census.Count::read)
          .list();
    }
  }

  static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : Rows.timestamp(instant);
  }
}
