package org.chancery.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import org.chancery.process.Chores;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The last time that every case was judged anew. */
@Component
public class LastSweep {

  private final JdbcClient jdbc;
  private final SweepTable table;
  private final Chores chores;

  LastSweep(JdbcClient jdbc, SweepTable table, Chores chores) {
    this.jdbc = jdbc;
    this.table = table;
    this.chores = chores;
  }

  /**
   * A sweep that has ended.
   *
   * @param since when the first case was judged
   * @param ended when the last had been
   */
  public record Ended(Instant since, Instant ended) {

    /** How long it took. */
    public Duration duration() {
      return Duration.between(since, ended);
    }
  }

  /** The last of those that have ended; empty for none. */
  public Optional<Ended> find() {
    return jdbc.sql(
            """
            select since, ended from sweep where ended is not null
            order by ended desc, number desc limit 1""")
        .query(
            (row, number) ->
                new Ended(
                    instant(row.getObject(1, OffsetDateTime.class)),
                    instant(row.getObject(2, OffsetDateTime.class))))
        .optional();
  }

  /** Whether a sweep goes on now, by itself. */
  public boolean isUnderWay() {
    return table.unended().stream().anyMatch(this::goesOn);
  }

  private boolean goesOn(long number) {
    return chores.isGoingOn(Sweep.PROCESS, String.valueOf(number));
  }

  private static Instant instant(OffsetDateTime stored) {
    return Objects.requireNonNull(stored).toInstant();
  }
}
