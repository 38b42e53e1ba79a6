package org.chancery.process;

import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * The engine's tasks, except that what a person asks of a ready-made list is answered by a {@link
 * ListStatement}: the same tasks in the same order. The engine's own statement joins each task with
 * every leave it has stored for her, and sorts them all, to tell fifteen. Whatever else is asked,
 * the engine answers.
 */
final class ListedTasks extends TaskManager {

  @Override
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    return statement(query)
        .map(list -> list.page(query.getFirstResult(), query.getMaxResults()))
        .map(page -> findTasksByNativeQuery(page, query.getFirstResult(), query.getMaxResults()))
        .orElseGet(() -> super.findTasksByQueryCriteria(query));
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    return statement(query)
        .map(list -> findTaskCountByNativeQuery(list.count()))
        .orElseGet(() -> super.findTaskCountByQueryCriteria(query));
  }

  private Optional<ListStatement> statement(TaskQueryImpl query) {
    if (!ListStatement.canAnswer(query)) {
      return Optional.empty();
    }
    configureQuery(query);
    AuthorizationCheck person = query.getAuthCheck();
    // Who is no person sees every task; and what forbids, instead of giving leave, the engine
    // weighs.
    return person.isAuthorizationCheckEnabled() && !person.isRevokeAuthorizationCheckEnabled()
        ? Optional.of(ListStatement.of(query, seesEveryTask()))
        : Optional.empty();
  }

  /** Leave is given for each task, or for all; never for those of one process. */
  private boolean seesEveryTask() {
    return getAuthorizationManager()
        .isAuthorized(
            new PermissionCheckBuilder()
                .disjunctive()
                .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.READ)
                .atomicCheckForResourceId(
                    Resources.PROCESS_DEFINITION, Authorization.ANY, Permissions.READ_TASK)
                .build());
  }
}
