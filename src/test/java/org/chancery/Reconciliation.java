package org.chancery;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * What the database holds beside what the clients wrote down, by plain SQL and no part of the
 * server.
 *
 * @param acknowledged how many cases the clients were told of
 * @param lost those of them that are not there as told
 * @param doubled keys under which there are several cases
 * @param half cases without journal or process, and processes without case
 * @param cases how many cases of the clients there are, told or not
 * @param journal the SHA-256 of the heads of all journals
 */
record Reconciliation(
    int acknowledged,
    List<String> lost,
    List<String> doubled,
    List<String> half,
    int cases,
    String journal) {

  private static final String OF_CLIENTS = "i.description like '%\"Memorandum client%'";

  static Reconciliation of(Connection database, List<Ledger.Entry> told) throws SQLException {
    List<String> lost = new ArrayList<>();
    List<String> doubled = new ArrayList<>();
    for (Ledger.Entry entry : told) {
      List<String> there = references(database, entry.key());
      if (!there.contains(entry.reference()) || !isStored(database, entry)) {
        lost.add(entry.key());
      }
      if (there.size() > 1) {
        doubled.add(entry.key());
      }
    }
    return new Reconciliation(
        told.size(),
        lost,
        doubled,
        half(database),
        list(database, "select i.reference from instrument i where " + OF_CLIENTS).size(),
        Ledger.sha256(String.join(" ", heads(database)).getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> heads(Connection database) throws SQLException {
    return list(
        database,
        """
        select j.hash from journal j where not exists
          (select 1 from journal l where l.reference = j.reference and l.number > j.number)
        order by j.reference\
        """);
  }

  private static List<String> references(Connection database, String key) throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement("select reference from instrument where description like ?")) {
      query.setString(1, "%\"Memorandum " + key + "\"%");
      return list(query.executeQuery());
    }
  }

  /** Whether the very answer is kept under its key. */
  private static boolean isStored(Connection database, Ledger.Entry entry) throws SQLException {
    try (PreparedStatement query =
        database.prepareStatement("select body from idempotency_key where text = ?")) {
      query.setString(1, entry.key());
      return list(query.executeQuery()).stream()
          .map(body -> Ledger.sha256(body.getBytes(StandardCharsets.UTF_8)))
          .toList()
          .equals(List.of(entry.hash()));
    }
  }

  private static List<String> half(Connection database) throws SQLException {
    return list(
        database,
        """
        select i.reference from instrument i where not exists
          (select 1 from journal j where j.reference = i.reference and j.number = 1)
        union all
        select i.reference from instrument i where %1$s and not exists
          (select 1 from act_ru_execution e where e.business_key_ = i.reference)
        union all
        select i.reference from instrument i where %1$s and not exists
          (select 1 from milestone m where m.reference = i.reference)
        union all
        select distinct e.business_key_ from act_ru_execution e where e.business_key_ is not null
          and e.business_key_ like '20__-______-_' and not exists
          (select 1 from instrument i where i.reference = e.business_key_)
        union all
        select distinct j.reference from journal j where not exists
          (select 1 from instrument i where i.reference = j.reference)\
        """
            .formatted(OF_CLIENTS));
  }

  private static List<String> list(Connection database, String query) throws SQLException {
    try (Statement statement = database.createStatement()) {
      return list(statement.executeQuery(query));
    }
  }

  private static List<String> list(ResultSet rows) throws SQLException {
    try (rows) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }
}
