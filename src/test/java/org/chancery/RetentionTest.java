package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the engine remembers is cleared away in time; of the record nothing is ever missing. */
@ChanceryTest
class RetentionTest {

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Given up long ago'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
       'milestones': [{'kind': 'REPORT', 'due': '2026-10-31', 'body': 'mddt'}]}""";

  private static final Duration TEN_YEARS = Duration.ofDays(3650);

  @LocalServerPort int port;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired ProcessEngine engine;
  @Autowired HistoryService history;
  @Autowired ManagementService management;
  @Autowired RepositoryService repository;

  @BeforeEach
  void standStill() {
    Jobs.of(engine).shutdown();
  }

  @AfterEach
  void goOn() {
    ClockUtil.reset();
    Jobs.of(engine).start();
  }

  @Test
  void clearsTheEnginesHistoryAndNothingOfTheRecord() {
    Reference ended = desk.open("mddtClerk", CASE);
    desk.complete("mddtClerk", ended, "draft");
    desk.record("mddtClerk", ended, EventKind.WITHDRAWN);
    Reference open = desk.open("mddtClerk", CASE);
    List<String> before = answers(ended, open);
    assertThat(remembered(ended)).isPositive();

    clearAwayAt(engineNow().plus(TEN_YEARS).minus(Duration.ofDays(1)));
    assertThat(remembered(ended)).as("a day too early").isPositive();

    clearAwayAt(engineNow().plus(TEN_YEARS).plus(Duration.ofDays(1)));
    assertThat(remembered(ended)).isZero();
    assertThat(remembered(open)).as("of what goes on nothing is cleared away").isPositive();
    assertThat(answers(ended, open)).isEqualTo(before);
    assertThat(Guest.at(port, "mddtClerk").get("/instruments/" + ended).statusCode())
        .isEqualTo(200);
  }

  /** What the engine kept elsewhere would not be told until when, and so never be forgotten. */
  @Test
  void theEngineRemembersNothingElse() {
    List<String> elsewhere =
        List.of(
            "act_hi_varinst",
            "act_hi_detail",
            "act_hi_incident",
            "act_hi_ext_task_log",
            "act_hi_job_log",
            "act_hi_op_log",
            "act_hi_identitylink",
            "act_hi_comment",
            "act_hi_attachment");
    Reference ended = desk.open("mddtClerk", CASE);
    desk.complete("mddtClerk", ended, "draft");
    desk.record("mddtClerk", ended, EventKind.WITHDRAWN);
    assertThat(remembered(ended)).isPositive();
    assertThat(elsewhere)
        .allSatisfy(
            table ->
                assertThat(jdbc.sql("select count(*) from " + table).query(Long.class).single())
                    .isZero());
    assertThat(
            jdbc.sql("select count(*) from act_ge_bytearray where root_proc_inst_id_ is not null")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void happensByItselfAtNight() {
    var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    assertThat(configuration.getHistoryCleanupBatchWindowStartTime()).isEqualTo("21:00+0000");
    assertThat(configuration.getHistoryCleanupBatchWindowEndTime()).isEqualTo("01:00+0000");
    assertThat(configuration.isHistoryCleanupEnabled()).isTrue();
    assertThat(history.findHistoryCleanupJobs()).hasSize(1);
  }

  /** Ten years for what belongs to cases; a week for what is done over and over. */
  @Test
  void everyProcessSaysHowLongItIsRemembered() {
    Map<String, Integer> days = new LinkedHashMap<>();
    for (ProcessDefinition each :
        repository.createProcessDefinitionQuery().latestVersion().list()) {
      days.put(each.getKey(), each.getHistoryTimeToLive());
    }
    assertThat(days).hasSizeGreaterThan(10).containsEntry("sweep", 7);
    days.remove("sweep");
    assertThat(days.values()).containsOnly((int) TEN_YEARS.toDays());
  }

  private static Instant engineNow() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** As the engine's own job does it, were it then. */
  private void clearAwayAt(Instant then) {
    ClockUtil.setCurrentTime(Date.from(then));
    history.cleanUpHistoryAsync(true);
    for (Job job : history.findHistoryCleanupJobs()) {
      for (int times = 0; times < 20; times++) {
        management.executeJob(job.getId());
      }
    }
    ClockUtil.reset();
  }

  /** How many rows the engine has of the case's processes and their steps. */
  private long remembered(Reference reference) {
    return jdbc.sql(
            """
            with process as (select proc_inst_id_ from act_hi_procinst where business_key_ = :case)
            select (select count(*) from process)
              + (select count(*) from act_hi_actinst where proc_inst_id_ in (select * from process))
              + (select count(*) from act_hi_taskinst where proc_inst_id_ in (select * from process))""")
        .param("case", reference.value())
        .query(Long.class)
        .single();
  }

  /** All that the register, the journal and the reports say. */
  private List<String> answers(Reference... cases) {
    List<String> paths =
        new ArrayList<>(
            List.of(
                "/api/instruments?limit=200",
                "/api/findings?limit=200",
                "/api/reports/overdue?limit=200",
                "/api/reports/overdue/summary",
                "/api/reports/overdue.csv?asOf=2026-12-31",
                "/api/journal/verification"));
    for (Reference each : cases) {
      for (String part :
          List.of(
              "",
              "/events",
              "/milestones",
              "/journal?limit=200",
              "/findings",
              "/documents",
              "/custody",
              "/entry-into-force?asOf=2026-12-31")) {
        paths.add("/api/instruments/" + each + part);
      }
    }
    return paths.stream().map(this::answer).toList();
  }

  private String answer(String path) {
    Caller.Answer answer = Caller.at(port, "registrar").get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return path + " " + answer.response().body();
  }
}
