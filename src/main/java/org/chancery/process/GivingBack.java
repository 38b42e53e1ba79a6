package org.chancery.process;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * The leave that comes with a task: who has claimed it may also give it back. For a task that is
 * not yet written nobody has any, so none is looked for.
 */
final class GivingBack extends DefaultAuthorizationProvider {

  @Override
  public AuthorizationEntity @Nullable [] newTaskAssignee(
      Task task, @Nullable String before, @Nullable String assignee) {
    AuthorizationEntity @Nullable [] leave = super.newTaskAssignee(task, before, assignee);
    if (leave != null) {
      for (AuthorizationEntity each : leave) {
        if (each != null && each.getResourceType() == Resources.TASK.resourceType()) {
          each.addPermission(Permissions.TASK_ASSIGN);
        }
      }
    }
    return leave;
  }

  @Override
  protected @Nullable AuthorizationEntity getGrantAuthorization(
      String taskId, @Nullable String user, @Nullable String group, Resource resource) {
    return NewTasks.contain(taskId)
        ? null
        : super.getGrantAuthorization(taskId, user, group, resource);
  }
}
