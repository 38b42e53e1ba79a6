package org.chancery;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a small register on PostgreSQL a large one: copies all cases that are there, as they lie in
 * the tables, the engine's included, under references and ids of their own. An id keeps its like in
 * every table, so that what belongs together still does. Counts that the house draws together are
 * not touched.
 */
public final class Copies {

  /** Of the tables with references those that hold no part of a case. */
  private static final Set<String> NOT_OF_A_CASE = Set.of("superseded", "notice_outbox");

  /** What names a model or a file, and not what happens in a case. */
  private static final Set<String> OF_ALL_CASES =
      Set.of("proc_def_id_", "case_def_id_", "deployment_id_", "job_def_id_", "bytearray_id_");

  private static final String ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$";

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  /** A column, and whether what it holds may be an id or a reference. */
  private record Column(String name, boolean isText) {

    /** What a copy has there. */
    String copied() {
      if (!isText || OF_ALL_CASES.contains(name)) {
        return "t." + name;
      }
      return """
          case when t.%1$s = c.original then c.reference
            when t.%1$s ~ '%2$s' then left(t.%1$s, length(t.%1$s) - 36) || md5(right(t.%1$s, 36) || c.reference)::uuid::text
            else t.%1$s end"""
          .formatted(name, ID);
    }
  }

  /** Copies in the database of the client, where the foreign keys may be left unchecked. */
  public Copies(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  /**
   * Copies every case so many times.
   *
   * @param times how often
   * @param reference the reference of the n-th copy, from 1
   */
  public void make(int times, IntFunction<Reference> reference) {
    transactions.executeWithoutResult(status -> copy(times, reference));
    jdbc.sql("vacuum analyze").update();
    jdbc.sql("checkpoint").update();
  }

  private void copy(int times, IntFunction<Reference> reference) {
    jdbc.sql("set local session_replication_role = replica").update();
    jdbc.sql("set local statement_timeout = 0").update();
    List<String> originals =
        jdbc.sql("select reference from instrument order by 1").query(String.class).list();
    List<String> names = new ArrayList<>();
    for (int n = 1; n <= times * originals.size(); n++) {
      names.add(reference.apply(n).value());
    }
    jdbc.sql(
            """
            create temp table copy on commit drop as
            select o.reference as original, n.reference
            from unnest(cast(:names as text[])) with ordinality n (reference, number)
            join (select reference, row_number() over (order by reference) as number from instrument) o
              on o.number = 1 + (n.number - 1) % :count""")
        .param("names", names.toArray(String[]::new))
        .param("count", originals.size())
        .update();
    jdbc.sql(
            """
            create temp table instance on commit drop as
            select h.proc_inst_id_ as id, r.business_key_ as original
            from act_hi_procinst h join act_hi_procinst r on r.proc_inst_id_ = h.root_proc_inst_id_""")
        .update();
    jdbc.sql("analyze copy").update();
    jdbc.sql("analyze instance").update();
    tables().forEach(this::copy);
  }

  private void copy(String table) {
    List<Column> columns = columns(table);
    String from = from(table, columns.stream().map(Column::name).collect(Collectors.toSet()));
    if (from.isEmpty()) {
      return;
    }
    jdbc.sql(
            "insert into %s (%s) select %s from %s t %s"
                .formatted(
                    table,
                    columns.stream().map(Column::name).collect(Collectors.joining(", ")),
                    columns.stream().map(Column::copied).collect(Collectors.joining(", ")),
                    table,
                    from))
        .update();
  }

  /** How a row of the table finds its case; empty where it belongs to none. */
  private static String from(String table, Set<String> columns) {
    String byInstance =
        " join instance i on i.id = %s join copy c on c.original = i.original".formatted("%s");
    if (!table.startsWith("act_")) {
      return columns.contains("reference") ? "join copy c on c.original = t.reference" : "";
    }
    if (columns.contains("proc_inst_id_") && !table.endsWith("identitylink")) {
      return byInstance.formatted("t.proc_inst_id_");
    }
    return columns.contains("task_id_") && table.endsWith("identitylink")
        ? "join act_hi_taskinst h on h.id_ = t.task_id_" + byInstance.formatted("h.proc_inst_id_")
        : "";
  }

  /** The engine's history of tasks comes last, since others find their case by it. */
  private List<String> tables() {
    return jdbc
        .sql(
            """
            select table_name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'
            order by table_name = 'act_hi_taskinst', table_name""")
        .query(String.class)
        .list()
        .stream()
        .filter(table -> !NOT_OF_A_CASE.contains(table))
        .filter(table -> !table.startsWith("act_") || table.matches("act_(ru|hi)_.*"))
        .toList();
  }

  private List<Column> columns(String table) {
    return jdbc.sql(
            """
            select column_name, data_type in ('character varying', 'text', 'character') as text
            from information_schema.columns
            where table_schema = 'public' and table_name = ? and column_name <> 'slug'
              and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position""")
        .param(table)
        .query((row, number) -> new Column(row.getString(1), row.getBoolean(2)))
        .list();
  }
}
