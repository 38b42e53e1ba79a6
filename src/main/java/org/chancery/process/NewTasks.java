package org.chancery.process;

import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;

/**
 * The engine's variables, except that those of a task which the engine has made and not yet written
 * are not looked for: there are none. The engine would ask the database for each new task.
 */
final class NewTasks extends VariableInstanceManager {

  /** Whether the engine has made the task in this command and not yet written it. */
  static boolean contain(String taskId) {
    CachedDbEntity task =
        Context.getCommandContext()
            .getDbEntityManager()
            .getDbEntityCache()
            .getCachedEntity(TaskEntity.class, taskId);
    return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
  }

  @Override
  public List<VariableInstanceEntity> findVariableInstancesByTaskId(String taskId) {
    return contain(taskId) ? List.of() : super.findVariableInstancesByTaskId(taskId);
  }
}
