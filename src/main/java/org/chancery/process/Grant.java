package org.chancery.process;

import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.jspecify.annotations.Nullable;

/**
 * Leave given by the engine to a group or to one account.
 *
 * @param group to whom, or null
 * @param account to whom, or null
 * @param resource for what kind of thing
 * @param id for which thing of that kind
 * @param permissions to do what; what a kind of thing is granted for is always the same
 */
record Grant(
    @Nullable String group,
    @Nullable String account,
    Resource resource,
    String id,
    List<Permission> permissions) {

  /** The kinds of things that leave is given for; tasks are the engine's own concern. */
  static final List<Resources> RESOURCES =
      List.of(Resources.APPLICATION, Resources.FILTER, Resources.PROCESS_DEFINITION);

  /** What tells grants apart. */
  record Key(@Nullable String group, @Nullable String account, int resource, String id) {}

  static Key keyOf(Authorization stored) {
    return new Key(
        stored.getGroupId(), stored.getUserId(), stored.getResourceType(), stored.getResourceId());
  }

  /** The group may open the task list. */
  static Grant ofTheTaskList(String group) {
    return new Grant(group, null, Resources.APPLICATION, "tasklist", List.of(Permissions.ACCESS));
  }

  /** The group may look at the drawings of the processes. */
  static Grant ofTheDrawings(String group) {
    return new Grant(
        group,
        null,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        List.of(ProcessDefinitionPermissions.READ));
  }

  /** The group may look at the drawings of the processes, and at every task. */
  static Grant ofEveryTask(String group) {
    return new Grant(
        group,
        null,
        Resources.PROCESS_DEFINITION,
        Authorization.ANY,
        List.of(ProcessDefinitionPermissions.READ, ProcessDefinitionPermissions.READ_TASK));
  }

  /** The group, or the account, may use the filter. */
  static Grant ofFilter(@Nullable String group, @Nullable String account, String filter) {
    return new Grant(group, account, Resources.FILTER, filter, List.of(Permissions.READ));
  }

  Key key() {
    return new Key(group, account, resource.resourceType(), id);
  }

  /** Whether the stored leave gives just this. */
  boolean isSameAs(Authorization stored) {
    return permissions.stream().allMatch(stored::isPermissionGranted)
        && (permissions.contains(ProcessDefinitionPermissions.READ_TASK)
            || resource != Resources.PROCESS_DEFINITION
            || !stored.isPermissionGranted(ProcessDefinitionPermissions.READ_TASK));
  }
}
