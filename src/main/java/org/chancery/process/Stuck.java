package org.chancery.process;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.chancery.instrument.Reference;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What does not go on by itself in the engine, and waits for an operator. */
@Repository
@Transactional(readOnly = true)
public class Stuck {

  /** How often a job is tried before it is given up. */
  public static final int TRIES = EngineOfTheHouse.TRIES;

  private static final String GIVEN_UP =
      """
      SELECT * FROM (
        SELECT J.ID_, COALESCE(J.PROCESS_DEF_KEY_, J.HANDLER_TYPE_) PROCESS_,
               COALESCE(J.FAILED_ACT_ID_, D.ACT_ID_) STEP_,
               COALESCE(I.SINCE_, J.CREATE_TIME_, J.DUEDATE_) SINCE_,
               P.BUSINESS_KEY_, V.TEXT_ LEFT_, B.BYTES_
          FROM ACT_RU_JOB J
          LEFT JOIN (SELECT CONFIGURATION_, MAX(INCIDENT_TIMESTAMP_) SINCE_ FROM ACT_RU_INCIDENT
                      WHERE INCIDENT_TYPE_ = 'failedJob' GROUP BY CONFIGURATION_) I
                 ON I.CONFIGURATION_ = J.ID_
          LEFT JOIN ACT_RU_JOBDEF D ON D.ID_ = J.JOB_DEF_ID_
          LEFT JOIN ACT_RU_EXECUTION P ON P.ID_ = J.PROCESS_INSTANCE_ID_
          LEFT JOIN ACT_RU_VARIABLE V
                 ON V.EXECUTION_ID_ = J.EXECUTION_ID_ AND V.NAME_ = 'left' AND V.TASK_ID_ IS NULL
          LEFT JOIN ACT_GE_BYTEARRAY B ON B.ID_ = J.EXCEPTION_STACK_ID_
         WHERE J.RETRIES_ <= 0) G
      """;

  private static final String AFTER = " WHERE SINCE_ > :since OR (SINCE_ = :since AND ID_ > :id)";

  private static final String LONGEST_AGO_FIRST =
      " ORDER BY SINCE_, ID_ FETCH FIRST :limit ROWS ONLY";

  private final ManagementService management;
  private final RuntimeService runtime;
  private final JdbcClient jdbc;

  Stuck(ManagementService management, RuntimeService runtime, JdbcClient jdbc) {
    this.management = management;
    this.runtime = runtime;
    this.jdbc = jdbc;
  }

  /** How many jobs have failed as often as they are tried. */
  public long failedJobs() {
    return management.createJobQuery().noRetriesLeft().count();
  }

  /** How many incidents are open. */
  public long incidents() {
    return runtime.createIncidentQuery().count();
  }

  /** How many jobs have failed, and are tried again by themselves. */
  public long triedAgain() {
    return management.createJobQuery().withException().withRetriesLeft().count();
  }

  /**
   * The jobs that were given up, the longest ago first.
   *
   * @param after the {@linkplain GivenUp#position position} of the last one before; null for none
   * @throws org.chancery.web.InvalidValue when that is none
   */
  public List<GivenUp> givenUp(@Nullable String after, int limit) {
    var query =
        jdbc.sql(GIVEN_UP + (after == null ? "" : AFTER) + LONGEST_AGO_FIRST).param("limit", limit);
    if (after != null) {
      GivenUp.Position last = GivenUp.Position.parse(after);
      query.param("since", Timestamp.from(last.since())).param("id", last.id());
    }
    return query.query(Stuck::givenUp).list();
  }

  /**
   * Has the job tried again as often as a new one; what it does may be done twice without harm.
   *
   * @return how it stood before
   * @throws Refusal CONFLICT when it is not given up any more: it is done, or is being tried
   */
  @Transactional
  public Tries tryAgain(String job) {
    Tries before = held(job).orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "job.gone", job));
    management.setJobRetries(job, TRIES);
    return before;
  }

  /**
   * How a job stands.
   *
   * @param process its process
   * @param step the step that failed
   * @param triesLeft how often it will still be tried
   */
  public record Tries(String process, @Nullable String step, int triesLeft) {

    /** The same as if it were new. */
    public Tries anew() {
      return new Tries(process, step, TRIES);
    }
  }

  /** The job, if it is given up; nobody else can try it again until this transaction ends. */
  private Optional<Tries> held(String job) {
    return jdbc.sql(
            """
            SELECT COALESCE(PROCESS_DEF_KEY_, HANDLER_TYPE_), FAILED_ACT_ID_ FROM ACT_RU_JOB
             WHERE ID_ = :id AND RETRIES_ <= 0 FOR UPDATE""")
        .param("id", job)
        .query((row, number) -> new Tries(row.getString(1), step(row.getString(2)), 0))
        .optional();
  }

  private static GivenUp givenUp(ResultSet row, int number) throws SQLException {
    byte[] trace = row.getBytes("BYTES_");
    Timestamp since = row.getTimestamp("SINCE_");
    return new GivenUp(
        row.getString("ID_"),
        row.getString("PROCESS_"),
        step(row.getString("STEP_")),
        since == null ? Instant.EPOCH : since.toInstant(),
        Trouble.of(trace == null ? "" : new String(trace, StandardCharsets.UTF_8)),
        caseIn(row.getString("BUSINESS_KEY_"), row.getString("LEFT_")));
  }

  /** Without what the engine adds to the id of a step that is done for each of several. */
  private static @Nullable String step(@Nullable String activity) {
    return activity == null ? null : activity.replaceFirst("#.*", "");
  }

  private static @Nullable Reference caseIn(@Nullable String... texts) {
    return Stream.of(texts)
        .filter(text -> text != null && Reference.hasForm(text))
        .findFirst()
        .map(Reference::new)
        .orElse(null);
  }
}
