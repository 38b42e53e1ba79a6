package org.chancery.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.task.Task;
import org.chancery.access.HouseChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Repository;

/**
 * Who is moved to another body, or leaves, gives back what falls to her no more: whoever it falls
 * to can claim it then, and no leave for it remains to her.
 */
@Repository
class Departures {

  private final TaskService tasks;
  private final OpenSteps openSteps;
  private final Claims claims;
  private final AuthorizationService authorizations;

  Departures(
      TaskService tasks, OpenSteps openSteps, Claims claims, AuthorizationService authorizations) {
    this.tasks = tasks;
    this.openSteps = openSteps;
    this.claims = claims;
    this.authorizations = authorizations;
  }

  @EventListener
  void giveBack(HouseChanged changed) {
    String account = changed.subject().replaceFirst("^account/", "");
    switch (changed.change()) {
      case ACCOUNT_CHANGED -> giveBackAllBut(heldRightly(account), account);
      case ACCOUNT_CLOSED -> giveBackAllBut(Set.of(), account);
      default -> {}
    }
  }

  private Set<String> heldRightly(String account) {
    return openSteps.with(claimed(account)).stream()
        .filter(step -> claims.mayHold(account, step.groups()))
        .map(OpenStep::id)
        .collect(toUnmodifiableSet());
  }

  /** What is given back is held first: it may be just being done, and is then gone. */
  private void giveBackAllBut(Set<String> kept, String account) {
    Set<String> gone = new HashSet<>(claimed(account));
    leave(account).forEach(each -> gone.add(each.getResourceId()));
    gone.removeAll(kept);
    openSteps.hold(gone);
    claimed(account).stream().filter(gone::contains).forEach(this::unclaim);
    leave(account).stream()
        .filter(each -> gone.contains(each.getResourceId()))
        .forEach(each -> authorizations.deleteAuthorization(each.getId()));
  }

  private void unclaim(String task) {
    tasks.setAssignee(task, null);
  }

  private List<String> claimed(String account) {
    return tasks.createTaskQuery().taskAssignee(account).list().stream().map(Task::getId).toList();
  }

  private List<Authorization> leave(String account) {
    return authorizations
        .createAuthorizationQuery()
        .userIdIn(account)
        .resourceType(Resources.TASK)
        .list();
  }
}
