package org.peer;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.task.Task;
import org.chancery.Footprint;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.support.StaticApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What one would build without this house: an engine as it comes, on the same database and behind
 * the same doors, that starts a process with a task and completes it, which opens the next, beside
 * plain rows. It lies beside the packages of the house, which looks for its own parts there.
 */
@RestController
public class BareEngine implements DisposableBean {

  private static final String MODEL =
      """
      <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="bench">
        <bpmn:process id="bare" isExecutable="true" camunda:historyTimeToLive="P1D">
          <bpmn:startEvent id="start"/>
          <bpmn:sequenceFlow id="on" sourceRef="start" targetRef="draft"/>
          <bpmn:userTask id="draft" name="Draft the text" camunda:candidateGroups="${body}"/>
          <bpmn:sequenceFlow id="drafted" sourceRef="draft" targetRef="clear"/>
          <bpmn:userTask id="clear" name="Clear the text" camunda:candidateGroups="${body}"/>
          <bpmn:sequenceFlow id="cleared" sourceRef="clear" targetRef="end"/>
          <bpmn:endEvent id="end"/>
        </bpmn:process>
      </bpmn:definitions>
      """;

  private final DataSource database;
  private final ProcessEngine engine;
  private @Nullable Footprint rows;

  /** The engine of the house comes first, since it makes the tables. */
  BareEngine(
      DataSource database, PlatformTransactionManager transactions, ProcessEngine ofTheHouse) {
    this.database = database;
    this.engine = built(database, transactions);
    engine.getRepositoryService().createDeployment().addString("bare.bpmn", MODEL).deploy();
  }

  /** An engine as it comes, in the transactions of the house, with the same depth of history. */
  private static ProcessEngine built(DataSource database, PlatformTransactionManager transactions) {
    SpringProcessEngineConfiguration engine = new SpringProcessEngineConfiguration();
    engine.setProcessEngineName("bare");
    engine.setDataSource(database);
    engine.setTransactionManager(transactions);
    engine.setApplicationContext(new StaticApplicationContext()); // nothing of the house
    engine.setIdGenerator(new StrongUuidGenerator());
    engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
    engine.setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY);
    engine.setDmnEnabled(false);
    engine.setDmnFeelEnableLegacyBehavior(true);
    engine.setCmmnEnabled(false);
    engine.setJobExecutorActivate(false);
    engine.setMetricsEnabled(false);
    return engine.buildProcessEngine();
  }

  @Override
  public void destroy() {
    engine.close();
  }

  /** The tasks of the case that are open. */
  public List<String> tasks(String reference) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceBusinessKey(reference)
        .list()
        .stream()
        .map(Task::getId)
        .toList();
  }

  /** The rows that a case has beside those of the engine. */
  public void lay(Footprint footprint) {
    rows = footprint;
  }

  /** Starts a process and writes the rows; the transaction is that of every write. */
  @PostMapping("/api/bare/cases")
  @ResponseStatus(HttpStatus.CREATED)
  Map<String, String> open(
      @RequestParam String original, @RequestParam String key, @RequestBody Map<String, ?> said)
      throws SQLException {
    Footprint footprint = Objects.requireNonNull(rows);
    int number = Integer.parseInt(key);
    String reference = Reference.of(2031, number).value();
    Connection connection = DataSourceUtils.getConnection(database);
    footprint.write(
        connection, footprint.names(Map.of(original, reference, "key-0", "bare-" + key)));
    engine.getRuntimeService().startProcessInstanceByKey("bare", reference, Map.of("body", "mddt"));
    return Map.of("reference", reference, "said", String.valueOf(said.size()));
  }

  /** Completes a task. */
  @PostMapping("/api/bare/tasks/{task}/completion")
  Map<String, String> complete(@PathVariable String task) {
    engine.getTaskService().complete(task);
    return Map.of("task", task);
  }
}
