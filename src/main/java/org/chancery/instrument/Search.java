package org.chancery.instrument;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
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
  private final Concordance concordance;

  Search(JdbcClient jdbc, Rows rows, Concordance concordance) {
    this.jdbc = jdbc;
    this.rows = rows;
    this.concordance = concordance;
  }

  /** The cases that fit and that the account may see, by reference, from after the given one. */
  List<Instrument> find(Filter filter, Account account, @Nullable String after, int limit) {
    Query query = new Query(account);
    query.where("i.reference > :after", "after", after);
    filter.addTo(query);
    query.wording(concordance.sought(filter.q()), Closeness.ONE_LETTER_OFF);
    return jdbc.sql(query.text() + " order by i.reference limit :limit")
        .params(query.parameters)
        .param("limit", limit)
        .query(rows::instrument)
        .list();
  }

  /**
   * The newest cases that fit that well, no better, and that the account may see.
   *
   * @param before the reference before which they come; null for none
   */
  List<Instrument> newest(
      Sought sought, Closeness closeness, Account account, @Nullable Reference before, int limit) {
    Query query = new Query(account);
    query.where("i.reference < :before", "before", Rows.text(before));
    query.wording(sought, closeness);
    closeness.better().ifPresent(better -> query.notWording(sought, better));
    return jdbc.sql(query.text() + " order by i.reference desc limit :limit")
        .params(query.parameters)
        .param("limit", limit)
        .query(rows::instrument)
        .list();
  }

  /** How many cases fit that the account may see, counted up to a limit. */
  int count(Sought sought, Account account, int limit) {
    Query query = new Query(account);
    query.wording(sought, Closeness.ONE_LETTER_OFF);
    return jdbc.sql("select count(*) from (" + query.text("1") + " limit :limit) counted")
        .params(query.parameters)
        .param("limit", limit)
        .query(Integer.class)
        .single();
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

    /** Of what has all the words, each at least that close. */
    void wording(@Nullable Sought sought, Closeness closeness) {
      if (sought != null) {
        conditions.add(wordingOf(sought, closeness));
      }
    }

    /** Of what does not have all the words that close. */
    void notWording(Sought sought, Closeness closeness) {
      conditions.add("not " + wordingOf(sought, closeness));
    }

    private String wordingOf(Sought sought, Closeness closeness) {
      Wording wording = new Wording(closeness, parameters);
      return sought.isEmpty()
          ? "1 = 0"
          : sought.words().stream().map(wording::of).collect(joining(" and ", "(", ")"));
    }

    String text() {
      return text("i.*");
    }

    String text(String columns) {
      String all = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
      return "select " + columns + " from instrument i" + all;
    }
  }

  /** The condition that a word is in a case, at least that close. */
  private record Wording(Closeness closeness, Map<String, @Nullable Object> parameters) {

    String of(Sought.Meant meant) {
      List<String> places = new ArrayList<>();
      places.add("select w.reference from case_word w where w.word = " + name(meant.word()));
      if (meant.open() && closeness != Closeness.EXACT) {
        places.add(
            "select w.reference from word_key k join case_word w on w.word = k.word"
                + " where k.kind = 'B' and k.text = "
                + name(meant.word()));
      }
      if (!meant.near().isEmpty() && closeness == Closeness.ONE_LETTER_OFF) {
        places.add("select w.reference from case_word w where w.word in " + names(meant.near()));
      }
      List<String> parties = meant.parties(closeness).stream().map(PartyCode::value).toList();
      if (!parties.isEmpty()) {
        places.add("select p.reference from party p where p.code in " + names(parties));
      }
      // H2 keeps what a query has found, but not what a union has: that it would ask for each row.
      return "i.reference in (select found.reference from ("
          + String.join(" union all ", places)
          + ") found)";
    }

    private String names(Collection<String> values) {
      return "(" + name(values) + ")";
    }

    private String name(Object value) {
      String name = "word" + parameters.size();
      parameters.put(name, value);
      return ":" + name;
    }
  }

  static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
    return instant == null ? null : Rows.timestamp(instant);
  }
}
