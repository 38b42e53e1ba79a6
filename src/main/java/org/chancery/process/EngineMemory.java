package org.chancery.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnProperties;
import org.camunda.bpm.engine.impl.history.HistoryLevelActivity;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.jspecify.annotations.Nullable;

/**
 * What the engine remembers: processes and tasks, as its level {@code activity} has them, and the
 * ends that processes and their parts came to, but not each place that they passed on their way.
 * The journal is the record of what happened, and nobody reads the other.
 */
final class EngineMemory extends HistoryLevelActivity {

  private static final Set<HistoryEventType> PASSAGES =
      Set.of(
          HistoryEventTypes.ACTIVITY_INSTANCE_START,
          HistoryEventTypes.ACTIVITY_INSTANCE_UPDATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_MIGRATE,
          HistoryEventTypes.ACTIVITY_INSTANCE_END);

  /** Asked about nothing in particular, when a model is read, it says whether it may ever be. */
  @Override
  public boolean isHistoryEventProduced(HistoryEventType event, @Nullable Object of) {
    return super.isHistoryEventProduced(event, of)
        && (of == null || !PASSAGES.contains(event) || isAtAnEnd(of));
  }

  private static boolean isAtAnEnd(Object of) {
    ActivityImpl place = of instanceof ExecutionEntity execution ? execution.getActivity() : null;
    String type = place == null ? null : place.getProperties().get(BpmnProperties.TYPE);
    return type != null && type.endsWith("EndEvent");
  }
}
