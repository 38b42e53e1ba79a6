package org.chancery.process;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work of the house that belongs to no case, as processes: their steps are jobs that whichever
 * node is free takes up.
 */
@Component
@Transactional
public class Chores {

  private final RuntimeService runtime;
  private final HistoryService history;
  private final boolean takenUp;

  Chores(
      RuntimeService runtime,
      HistoryService history,
      @Value("${camunda.bpm.job-execution.enabled}") boolean takenUp) {
    this.runtime = runtime;
    this.history = history;
    this.takenUp = takenUp;
  }

  /** Whether this node takes up jobs; otherwise one begun here waits for another node. */
  public boolean areTakenUp() {
    return takenUp;
  }

  /** Begins the process; the key tells it from others of its kind. */
  public void begin(String process, String key) {
    runtime.startProcessInstanceByKey(process, key);
  }

  /** Whether the process goes on by itself: it has not ended, and waits for no operator. */
  @Transactional(readOnly = true)
  public boolean isGoingOn(String process, String key) {
    ProcessInstance running =
        runtime
            .createProcessInstanceQuery()
            .processDefinitionKey(process)
            .processInstanceBusinessKey(key)
            .singleResult();
    return running != null
        && runtime.createIncidentQuery().processInstanceId(running.getId()).count() == 0;
  }

  /** The keys of all such processes, of those that have ended and are remembered too. */
  @Transactional(readOnly = true)
  public Set<String> keys(String process) {
    return instances(process)
        .map(HistoricProcessInstance::getBusinessKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Ends the process wherever it stands; one that has ended is forgotten. */
  public void clearAway(String process, String key) {
    instances(process)
        .filter(instance -> key.equals(instance.getBusinessKey()))
        .forEach(this::clearAway);
  }

  private void clearAway(HistoricProcessInstance instance) {
    if (instance.getEndTime() == null) {
      runtime.deleteProcessInstanceIfExists(
          instance.getId(), "overtaken", true, true, false, false);
    } else {
      history.deleteHistoricProcessInstanceIfExists(instance.getId());
    }
  }

  private Stream<HistoricProcessInstance> instances(String process) {
    return history
        .createHistoricProcessInstanceQuery()
        .processDefinitionKey(process)
        .list()
        .stream();
  }
}
