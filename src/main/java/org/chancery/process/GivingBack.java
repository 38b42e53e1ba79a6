package org.chancery.process;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/** The leave that comes with a task: who has claimed it may also give it back. */
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
}
