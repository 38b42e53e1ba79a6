package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.chancery.Model;
import org.chancery.process.Trail;
import org.junit.jupiter.api.Test;

/** The tests of the models together take every sequence flow; this one runs after them all. */
class EveryFlowIT {

  @Test
  void isTakenByATest() {
    assertThat(Trail.ofAll())
        .as("flows taken; this test looks back on all tests, so run it with them: mvn verify")
        .containsAll(flows());
  }

  private static List<String> flows() {
    List<String> flows =
        Model.all().stream()
            .flatMap(
                model ->
                    model.all(SequenceFlow.class).stream()
                        .map(flow -> model.name() + "/" + flow.getId()))
            .toList();
    assertThat(flows).isNotEmpty();
    return flows;
  }
}
