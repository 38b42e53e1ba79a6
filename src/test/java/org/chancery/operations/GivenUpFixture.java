package org.chancery.operations;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.chancery.instrument.Reference;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Jobs that the engine has given up, and that succeed when they are tried again. */
public final class GivenUpFixture {

  private final RuntimeService runtime;
  private final ManagementService management;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  /** In the application of the test. */
  public GivenUpFixture(
      RuntimeService runtime,
      ManagementService management,
      JdbcClient jdbc,
      PlatformTransactionManager transactions) {
    this.runtime = runtime;
    this.management = management;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** The id of a job that was given up before anybody could take it up. */
  public String job() {
    return givenUp("0", "clear-away");
  }

  private String givenUp(String sweep, String step) {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              String id = only(begun(sweep, step)).getId();
              management.setJobRetries(id, 0);
              return id;
            }));
  }

  /** The id of a job that could not judge the case, whose facts nobody can read any more. */
  String jobOf(Reference broken) {
    GeneratedKeyHolder number = new GeneratedKeyHolder();
    jdbc.sql("insert into sweep (since, ended) values (current_timestamp, current_timestamp)")
        .update(number, "number");
    String sweep = String.valueOf(number.getKeyAs(Number.class));
    jdbc.sql("insert into sweep_unjudged (sweep, reference) values (?, ?)")
        .params(Long.valueOf(sweep), broken.value())
        .update();
    String id = givenUp(sweep, "judge-alone#multiInstanceBody");
    assertThatThrownBy(() -> management.executeJob(id)).isNotNull();
    management.setJobRetries(id, 0);
    return id;
  }

  /** How often the job will be tried; as often as a new one where it is done. */
  int triesLeft(String job) {
    Job found = management.createJobQuery().jobId(job).singleResult();
    return found == null ? 3 : found.getRetries();
  }

  private List<Job> begun(String sweep, String step) {
    String instance =
        runtime
            .createProcessInstanceByKey("sweep")
            .businessKey(sweep)
            .startBeforeActivity(step)
            .execute()
            .getId();
    return management.createJobQuery().processInstanceId(instance).list();
  }

  private static Job only(List<Job> jobs) {
    if (jobs.size() != 1) {
      throw new AssertionError(jobs);
    }
    return jobs.get(0);
  }
}
