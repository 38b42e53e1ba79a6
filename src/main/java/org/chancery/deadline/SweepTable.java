package org.chancery.deadline;

import java.sql.DatabaseMetaData;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** The rows of the sweeps: when each began and ended, and which cases it could not judge. */
@Component
class SweepTable {

  private final JdbcClient jdbc;
  private final JdbcTemplate batch;
  private final boolean endsSessions;

  SweepTable(JdbcClient jdbc, JdbcTemplate batch, DataSource database)
      throws MetaDataAccessException {
    this.jdbc = jdbc;
    this.batch = batch;
    String product =
        JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
    this.endsSessions = DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL;
  }

  /**
   * Lets the database end this transaction when nothing is heard of it for so long, as when its
   * node sleeps; what it held can then be judged by others. The embedded database has one node.
   */
  void letGoWhenAsleep(int seconds) {
    if (endsSessions) {
      jdbc.sql("select set_config('idle_in_transaction_session_timeout', :limit, true)")
          .param("limit", seconds + "s")
          .query(String.class)
          .single();
    }
  }

  /**
   * A new sweep; answers its number, which is higher than those of all before.
   *
   * @param hour the hour it is called for, if for one
   * @throws org.springframework.dao.DuplicateKeyException when one was called for that hour
   */
  long begin(@Nullable String hour, Instant now) {
    KeyHolder number = new GeneratedKeyHolder();
    jdbc.sql("insert into sweep (called_for, since) values (:hour, :now)")
        .param("hour", hour)
        .param("now", timestamp(now))
        .update(number, "number");
    return java.util.Objects.requireNonNull(number.getKeyAs(Number.class)).longValue();
  }

  /** The register, cut into chunks of so many cases. */
  List<Chunk> chunks(int cases) {
    return jdbc.sql(
            """
            select min(reference), max(reference) from
              (select reference, (row_number() over (order by reference) - 1) / :cases as chunk
               from instrument) numbered
            group by chunk order by 1""")
        .param("cases", cases)
        .query(
            (row, n) -> new Chunk(new Reference(row.getString(1)), new Reference(row.getString(2))))
        .list();
  }

  /** The cases of the chunk. */
  List<Reference> cases(Chunk chunk) {
    return jdbc.sql(
            """
            select reference from instrument where reference between :first and :last
            order by reference""")
        .param("first", chunk.first().value())
        .param("last", chunk.last().value())
        .query((row, n) -> new Reference(row.getString(1)))
        .list();
  }

  /** Holds the cases against other writers, but those that one of them holds: which it could. */
  Set<Reference> hold(List<Reference> cases) {
    return jdbc.sql(
            """
            select reference from instrument where reference in (:references)
            for update skip locked""")
        .param("references", cases.stream().map(Reference::value).toList())
        .query((row, number) -> new Reference(row.getString(1)))
        .set();
  }

  /** How many cases there are. */
  int cases() {
    return jdbc.sql("select count(*) from instrument").query(Integer.class).single();
  }

  /** A chunk was judged from then on, but these cases of it; whoever did it before is forgotten. */
  void keep(long sweep, Chunk chunk, Instant since, List<Reference> unjudged) {
    jdbc.sql("update sweep set since = :since where number = :sweep and since > :since")
        .param("since", timestamp(since))
        .param("sweep", sweep)
        .update();
    jdbc.sql(
            """
            delete from sweep_unjudged
            where sweep = :sweep and reference between :first and :last""")
        .param("sweep", sweep)
        .param("first", chunk.first().value())
        .param("last", chunk.last().value())
        .update();
    batch.batchUpdate(
        "insert into sweep_unjudged (sweep, reference) values (?, ?)",
        unjudged.stream().map(each -> new Object[] {sweep, each.value()}).toList());
  }

  /** The case was judged after all. */
  void judged(long sweep, Reference reference) {
    jdbc.sql("delete from sweep_unjudged where sweep = ? and reference = ?")
        .params(sweep, reference.value())
        .update();
  }

  /** The cases that the sweep could not judge so far. */
  List<Reference> unjudged(long sweep) {
    return jdbc.sql("select reference from sweep_unjudged where sweep = ? order by reference")
        .param(sweep)
        .query((row, n) -> new Reference(row.getString(1)))
        .list();
  }

  /** Since when every case has been judged, when all chunks have. */
  Instant since(long sweep) {
    return jdbc.sql("select since from sweep where number = ?")
        .param(sweep)
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** Whether the sweep has ended. */
  boolean hasEnded(long sweep) {
    return exists("number = ?", sweep);
  }

  /** Whether a later sweep has ended. */
  boolean isOvertaken(long sweep) {
    return exists("number > ?", sweep);
  }

  private boolean exists(String which, long sweep) {
    return jdbc.sql("select 1 from sweep where ended is not null and " + which + " limit 1")
        .param(sweep)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** All chunks have been judged. */
  void end(long sweep, Instant now) {
    jdbc.sql("update sweep set ended = :now where number = :sweep")
        .param("now", timestamp(now))
        .param("sweep", sweep)
        .update();
  }

  /** The sweeps that have not ended, the last first. */
  List<Long> unended() {
    return jdbc.sql("select number from sweep where ended is null order by number desc")
        .query(Long.class)
        .list();
  }

  /** Forgets the sweeps that began before. */
  void forgetBefore(Instant then) {
    jdbc.sql("delete from sweep where since < :then").param("then", timestamp(then)).update();
  }

  private static OffsetDateTime timestamp(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
