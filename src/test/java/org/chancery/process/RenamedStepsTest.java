package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.chancery.Model;
import org.chancery.process.RenamedSteps.Row;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.FileSystemResource;

class RenamedStepsTest {

  private final RenamedSteps steps =
      new RenamedSteps(
          List.of(
              new Row("treaty", "seal", "sign"),
              new Row("treaty", "stamp", "seal"),
              new Row("treaty", "to", "fro"),
              new Row("treaty", "fro", "to")));

  @Test
  void aStepKeepsItsName() {
    assertThat(steps.nowCalled("treaty", "sign", Set.of("sign"))).contains("sign");
  }

  @Test
  void aStepRenamedTwiceIsFound() {
    assertThat(steps.nowCalled("treaty", "stamp", Set.of("sign"))).contains("sign");
    assertThat(steps.nowCalled("treaty", "stamp", Set.of("seal"))).contains("seal");
  }

  @Test
  void aStepOfAnotherProcessIsNotMeant() {
    assertThat(steps.nowCalled("agreement", "seal", Set.of("sign"))).isEmpty();
  }

  @Test
  void aRemovedStepIsNotFound() {
    assertThat(steps.nowCalled("treaty", "polish", Set.of("sign"))).isEmpty();
    assertThat(steps.nowCalled("treaty", "to", Set.of("sign"))).isEmpty();
  }

  /** A row leads to a step of the present model, and an id that was given up is not used again. */
  @Test
  void theShippedTableLeadsToStepsThatAreThere() {
    RenamedSteps shipped =
        RenamedSteps.read(new FileSystemResource("processes/lifecycle/renamed-steps.csv"));
    for (Row row : shipped.rows()) {
      Set<String> known = steps(row.process());
      assertThat(known).as("%s", row).doesNotContain(row.was());
      assertThat(shipped.nowCalled(row.process(), row.was(), known)).as("%s", row).isPresent();
    }
  }

  private static Set<String> steps(String process) {
    return Model.all().stream()
        .filter(model -> model.name().equals(process))
        .flatMap(model -> model.all(FlowNode.class).stream())
        .map(FlowNode::getId)
        .collect(Collectors.toSet());
  }
}
