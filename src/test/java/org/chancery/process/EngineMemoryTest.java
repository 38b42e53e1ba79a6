package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.junit.jupiter.api.Test;

/** What the engine remembers lies in three tables, and {@link RemovalTimes} tells those alone. */
class EngineMemoryTest {

  private final EngineMemory memory = new EngineMemory();

  @Test
  void isOfProcessesTheirTasksAndPlacesAndOfNothingElse() {
    Set<String> remembered =
        Stream.of(HistoryEventTypes.values())
            .filter(type -> memory.isHistoryEventProduced(type, null))
            .map(HistoryEventTypes::getEntityType)
            .filter(entity -> !entity.startsWith("case-")) // of models that the house refuses
            .collect(Collectors.toSet());
    assertThat(remembered)
        .containsExactlyInAnyOrder(
            "process-instance", "process-instance-update", "activity-instance", "task-instance");
  }
}
