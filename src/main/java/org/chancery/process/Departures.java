package org.chancery.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Resources;
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
      case ACCOUNT_CHANGED -> {
        List<String> held = openSteps.hold(account);
        giveBack(account, held, rightly(account, held));
      }
      case ACCOUNT_CLOSED -> giveBack(account, openSteps.hold(account), Set.of());
      default -> {}
    }
  }

  private Set<String> rightly(String account, List<String> held) {
    return openSteps.with(held).stream()
        .filter(step -> claims.mayHold(account, step.groups()))
        .map(OpenStep::id)
        .collect(toUnmodifiableSet());
  }

  private void giveBack(String account, List<String> held, Set<String> kept) {
    held.stream()
        .filter(task -> !kept.contains(task))
        .forEach(task -> tasks.setAssignee(task, null));
    authorizations
        .createAuthorizationQuery()
        .userIdIn(account)
        .resourceType(Resources.TASK)
        .list()
        .stream()
        .filter(leave -> !kept.contains(leave.getResourceId()))
        .forEach(leave -> authorizations.deleteAuthorization(leave.getId()));
  }
}
