package org.chancery.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.chancery.Model;
import org.chancery.process.Trail;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The tests of the models together take every sequence flow; this one runs after them. */
@Order(Integer.MAX_VALUE)
class EveryFlowTest {

  @Test
  void isTakenByATest() {
    boolean selected = System.getProperty("test") != null;
    List<String> tests = Model.all().stream().map(Model::test).toList();
    assumeThat(selected && !Trail.saw(tests)).as("only some tests were asked for").isFalse();
    assertThat(Trail.ofAll())
        .as("flows taken; this test looks back on all tests of the models, so run it with them")
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
