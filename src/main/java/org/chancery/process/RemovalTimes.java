package org.chancery.process;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricProcessInstanceManager;

/**
 * When a process ends, it is written beside all that the engine remembers of it until when. The
 * engine would ask thirteen tables; of these {@link EngineMemory} keeps something in three.
 */
final class RemovalTimes extends HistoricProcessInstanceManager {

  /** Beside the processes themselves. */
  private static final Set<String> REMEMBERED =
      Set.of(
          HistoricActivityInstanceEventEntity.class.getName(),
          HistoricTaskInstanceEventEntity.class.getName());

  @Override
  public void addRemovalTimeToProcessInstancesByRootProcessInstanceId(String root, Date until) {
    addRemovalTimeToProcessInstancesByRootProcessInstanceId(root, until, null, REMEMBERED);
  }
}
