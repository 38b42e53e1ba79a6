package org.chancery.lifecycle;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;

/**
 * A peer: the same open tasks in Flowable, in a database of its own. Its tasks belong to no process
 * there and it asks for no leave, which can only make it faster.
 */
final class FlowableTasks implements AutoCloseable {

  private final DataSource database;
  private final ProcessEngine engine;

  /** An engine on the empty database. */
  FlowableTasks(DataSource database) {
    this.database = database;
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setDataSource(database);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setDisableIdmEngine(true);
    configuration.setDisableEventRegistry(true);
    this.engine = configuration.buildProcessEngine();
  }

  /** Copies the open tasks with those who may do them and the variables they show. */
  void fill(DataSource ours) throws SQLException, IOException {
    copy(
        ours,
        """
        select id_, 1, name_, task_def_key_, assignee_, priority_, create_time_, due_date_,
          suspension_state_, true, 4, 1, 0 from act_ru_task""",
        """
        act_ru_task (id_, rev_, name_, task_def_key_, assignee_, priority_, create_time_, due_date_,
          suspension_state_, is_count_enabled_, var_count_, id_link_count_, sub_task_count_)""");
    copy(
        ours,
        """
        select id_, 1, group_id_, type_, user_id_, task_id_ from act_ru_identitylink
        where task_id_ is not null""",
        "act_ru_identitylink (id_, rev_, group_id_, type_, user_id_, task_id_)");
    copy(
        ours,
        """
        select id_, 1, type_, name_, task_id_, text_ from act_ru_variable where task_id_ is not null""",
        "act_ru_variable (id_, rev_, type_, name_, task_id_, text_)");
    try (Connection there = database.getConnection()) {
      there.createStatement().execute("vacuum analyze");
    }
  }

  private void copy(DataSource ours, String rows, String into) throws SQLException, IOException {
    Copying.rows(ours, rows, database, into);
  }

  /**
   * The first tasks that somebody may do, with what a page shows of them, and how many there are.
   */
  List<String> page(String account, Collection<String> groups, int limit) {
    List<Task> page =
        query(account, groups)
            .orderByTaskPriority()
            .desc()
            .orderByTaskDueDate()
            .asc()
            .orderByTaskCreateTime()
            .asc()
            .orderByTaskId()
            .asc()
            .includeTaskLocalVariables()
            .includeIdentityLinks()
            .listPage(0, limit);
    query(account, groups).count();
    return page.stream().map(Task::getId).toList();
  }

  private TaskQuery query(String account, Collection<String> groups) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .or()
        .taskAssignee(account)
        .taskCandidateGroupIn(groups)
        .endOr();
  }

  @Override
  public void close() {
    engine.close();
  }
}
