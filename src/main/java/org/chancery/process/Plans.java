package org.chancery.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstructionBuilder;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * Which step of an older model is which of the newest: the one with its id, else the one it was
 * renamed to. Made for one round, so that each pair of models is compared once.
 */
final class Plans {

  private static final String EACH = "#multiInstanceBody";

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final RenamedSteps renamed;
  private final Map<String, MigrationPlan> made = new HashMap<>();

  Plans(RuntimeService runtime, RepositoryService repository, RenamedSteps renamed) {
    this.runtime = runtime;
    this.repository = repository;
    this.renamed = renamed;
  }

  /** The newest version of the process. */
  ProcessDefinition newest(String process) {
    return repository
        .createProcessDefinitionQuery()
        .processDefinitionKey(process)
        .latestVersion()
        .singleResult();
  }

  /** How the process moves to the newest version. */
  MigrationPlan of(Run run) {
    return made.computeIfAbsent(run.definition(), definition -> make(run));
  }

  private MigrationPlan make(Run run) {
    String target = newest(run.process()).getId();
    BpmnModelInstance older = repository.getBpmnModelInstance(run.definition());
    Set<String> known = ids(repository.getBpmnModelInstance(target));
    MigrationPlanBuilder plan =
        runtime
            .createMigrationPlan(run.definition(), target)
            .mapEqualActivities()
            .updateEventTriggers();
    ids(older).stream()
        .filter(step -> !known.contains(step))
        .forEach(
            step ->
                renamed
                    .nowCalled(run.process(), step, known)
                    .ifPresent(is -> map(plan, older.getModelElementById(step), is)));
    return plan.build();
  }

  private static void map(MigrationPlanBuilder plan, ModelElementInstance step, String is) {
    String was = ((FlowNode) step).getId();
    MigrationInstructionBuilder mapped = plan.mapActivities(was, is);
    if (step instanceof Event || step instanceof ReceiveTask) {
      mapped.updateEventTrigger();
    }
    if (step instanceof Activity activity && activity.getLoopCharacteristics() != null) {
      plan.mapActivities(was + EACH, is + EACH);
    }
  }

  private static Set<String> ids(BpmnModelInstance model) {
    return model.getModelElementsByType(FlowNode.class).stream()
        .map(FlowNode::getId)
        .collect(toUnmodifiableSet());
  }
}
