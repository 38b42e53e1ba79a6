package org.chancery.lifecycle;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.camunda.bpm.container.RuntimeContainerDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.camunda.bpm.engine.rest.sub.runtime.impl.FilterResourceImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;

/**
 * The tasks as an engine finds them: a peer where the engine is as it comes, with the tasks and the
 * leave of the house in tables of its own; ours where it is the engine of the house.
 */
final class EngineTasks implements AutoCloseable {

  private static final String AS_TASKLIST_ASKS =
      """
      {"processVariables": [], "taskVariables": [], "caseInstanceVariables": [],
       "sorting": [{"sortBy": "created", "sortOrder": "desc"}], "active": true}""";

  private static final ObjectMapper JSON =
      JacksonConfigurator.configureObjectMapper(new ObjectMapper());

  /** All that a list of tasks is made of. */
  private static final List<String> TABLES =
      List.of(
          "act_ge_bytearray",
          "act_re_deployment",
          "act_re_procdef",
          "act_ru_authorization",
          "act_ru_execution",
          "act_ru_filter",
          "act_ru_identitylink",
          "act_ru_task",
          "act_ru_variable");

  private final ProcessEngine engine;

  EngineTasks(ProcessEngine engine) {
    this.engine = engine;
  }

  /** An engine on the empty database, with all settings as they come but leave. */
  static EngineTasks asItComes(DataSource empty) {
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("stock");
    configuration.setDataSource(empty);
    configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
    configuration.setAuthorizationEnabled(true);
    configuration.setJobExecutorActivate(false);
    configuration.setDmnFeelEnableLegacyBehavior(true);
    ProcessEngine stock = configuration.buildProcessEngine();
    RuntimeContainerDelegate.INSTANCE.get().registerProcessEngine(stock);
    return new EngineTasks(stock);
  }

  /** Copies all that a list of tasks is made of. */
  static void fill(DataSource ours, DataSource stock) throws SQLException, IOException {
    for (String table : TABLES) {
      Copying.rows(ours, "select * from " + table, stock, table);
    }
    try (Connection there = stock.getConnection()) {
      there.createStatement().execute("vacuum analyze");
    }
  }

  private <T> T as(String account, Collection<String> groups, Supplier<T> asked) {
    engine.getIdentityService().setAuthentication(account, List.copyOf(groups));
    try {
      return asked.get();
    } finally {
      engine.getIdentityService().clearAuthentication();
    }
  }

  /**
   * The first tasks that somebody may do, with what a page shows of them, and how many there are.
   */
  List<String> page(String account, Collection<String> groups, int limit) {
    return as(
        account,
        groups,
        () -> {
          List<Task> page =
              query(account, groups)
                  .orderByTaskPriority()
                  .desc()
                  .orderByDueDate()
                  .asc()
                  .orderByTaskCreateTime()
                  .asc()
                  .orderByTaskId()
                  .asc()
                  .listPage(0, limit);
          query(account, groups).count();
          List<String> ids = page.stream().map(Task::getId).toList();
          engine
              .getRuntimeService()
              .createVariableInstanceQuery()
              .taskIdIn(ids.toArray(String[]::new))
              .list();
          ids.forEach(id -> engine.getTaskService().getIdentityLinksForTask(id));
          return ids;
        });
  }

  private TaskQuery query(String account, Collection<String> groups) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .or()
        .taskAssignee(account)
        .taskCandidateGroupIn(new ArrayList<>(groups))
        .endOr();
  }

  /** The id of the list, as far as the account may use it. */
  String list(String account, Collection<String> groups, String name) {
    return as(
            account,
            groups,
            () ->
                engine
                    .getFilterService()
                    .createTaskFilterQuery()
                    .filterName(name)
                    .listPage(0, 1)
                    .get(0))
        .getId();
  }

  /** The first page of the list as Tasklist asks it; its tasks, and how many there are. */
  List<String> list(String account, Collection<String> groups, String list, int limit) {
    return as(
        account,
        groups,
        () -> {
          Object said =
              new FilterResourceImpl(engine.getName(), JSON, list, "")
                  .queryHalList(AS_TASKLIST_ASKS, 0, limit);
          return told(said);
        });
  }

  private static List<String> told(Object said) {
    try {
      var answer = JSON.readTree(JSON.writeValueAsBytes(said));
      List<String> told = new ArrayList<>();
      told.add(answer.path("count").asText());
      StreamSupport.stream(answer.at("/_embedded/task").spliterator(), false)
          .map(task -> task.path("id").asText())
          .forEach(told::add);
      return told;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  @Override
  public void close() {
    RuntimeContainerDelegate.INSTANCE.get().unregisterProcessEngine(engine);
    engine.close();
  }
}
