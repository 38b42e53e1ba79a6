package org.chancery.process;

import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Brings the open tasks of a process that has moved to a newer model in line with it: the engine
 * moves a task as it is, with the name and the groups that it was made with.
 */
@Component
class TasksOfNewModel {

  private final ProcessEngine engine;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final OpenSteps openSteps;
  private final Displays displays;
  private final Claims claims;
  private final ObjectProvider<Steps> steps;

  TasksOfNewModel(
      ProcessEngine engine,
      OpenSteps openSteps,
      Displays displays,
      Claims claims,
      ObjectProvider<Steps> steps) {
    this.engine = engine;
    this.tasks = engine.getTaskService();
    this.authorizations = engine.getAuthorizationService();
    this.openSteps = openSteps;
    this.displays = displays;
    this.claims = claims;
    this.steps = steps;
  }

  /**
   * Gives the tasks the names, groups and display copies of the model they now belong to.
   *
   * @return the claims that no longer hold, since the step falls to others now
   */
  List<String> renew(String instance) {
    List<String> givenUp = new ArrayList<>();
    for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
      Set<String> shutOut = inEngine(task.getId());
      shutOut.forEach(group -> withdraw(task, leaves().groupIdIn(group)));
      OpenStep step = openSteps.with(task.getId()).orElseThrow();
      displays.show(step.id(), steps.getObject().opened(step));
      if (task.getAssignee() != null && step.assignee() == null) {
        withdraw(task, leaves().userIdIn(task.getAssignee()));
        givenUp.add("%s at \"%s\"".formatted(task.getAssignee(), step.name()));
      }
    }
    return givenUp;
  }

  /** The groups that the task no longer falls to. */
  private Set<String> inEngine(String taskId) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired()
        .execute(context -> renewed(context.getTaskManager().findTaskById(taskId)));
  }

  private Set<String> renewed(TaskEntity task) {
    TaskDefinition model = task.getTaskDefinition();
    task.setName((String) model.getNameExpression().getValue(task));
    Set<String> groups = groups(model, task);
    Set<String> shutOut =
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(toCollection(TreeSet::new));
    groups.stream().filter(group -> !shutOut.remove(group)).forEach(task::addCandidateGroup);
    shutOut.forEach(task::deleteCandidateGroup);
    if (task.getAssignee() != null && !claims.mayHold(task.getAssignee(), groups)) {
      task.setAssignee(null);
    }
    return shutOut;
  }

  private static Set<String> groups(TaskDefinition model, TaskEntity task) {
    return model.getCandidateGroupIdExpressions().stream()
        .map(expression -> expression.getValue(task))
        .flatMap(
            value ->
                value instanceof Collection<?> several
                    ? several.stream().map(Object::toString)
                    : Arrays.stream(value.toString().split(",")).map(String::strip))
        .collect(toCollection(TreeSet::new));
  }

  private AuthorizationQuery leaves() {
    return authorizations.createAuthorizationQuery().resourceType(Resources.TASK);
  }

  /** The engine gives leave for a task with each group and claim, and never takes it back. */
  private void withdraw(Task task, AuthorizationQuery leaves) {
    leaves
        .resourceId(task.getId())
        .list()
        .forEach(leave -> authorizations.deleteAuthorization(leave.getId()));
  }
}
