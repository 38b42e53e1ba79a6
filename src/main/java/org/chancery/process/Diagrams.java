package org.chancery.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.chancery.instrument.Reference;
import org.springframework.stereotype.Component;

/** The drawings of the processes a case runs through, with the place where it stands. */
@Component
class Diagrams {

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final HistoryService history;

  Diagrams(RepositoryService repository, RuntimeService runtime, HistoryService history) {
    this.repository = repository;
    this.runtime = runtime;
    this.history = history;
  }

  /**
   * The root first, then the called processes, each drawn once with every place where it stands; of
   * a finished case the root with its end.
   */
  List<Diagram> of(Reference reference) {
    List<ProcessInstance> running =
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(reference.value()).list();
    return running.isEmpty() ? finished(reference) : standing(running);
  }

  private List<Diagram> standing(List<ProcessInstance> running) {
    Map<String, Set<String>> active = new LinkedHashMap<>();
    running.stream()
        .sorted(Comparator.comparing(Diagrams::isCalled))
        .forEach(
            instance ->
                collectLeaves(
                    runtime.getActivityInstance(instance.getId()),
                    active.computeIfAbsent(
                        instance.getProcessDefinitionId(), definition -> new TreeSet<>())));
    return active.entrySet().stream()
        .map(process -> diagram(process.getKey(), process.getValue()))
        .toList();
  }

  private static boolean isCalled(ProcessInstance instance) {
    return !instance.getId().equals(instance.getRootProcessInstanceId());
  }

  private static void collectLeaves(ActivityInstance instance, Set<String> leaves) {
    if (instance.getChildActivityInstances().length == 0) {
      leaves.add(instance.getActivityId());
    }
    for (ActivityInstance child : instance.getChildActivityInstances()) {
      collectLeaves(child, leaves);
    }
  }

  private List<Diagram> finished(Reference reference) {
    return history
        .createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(reference.value())
        .rootProcessInstances()
        .finished()
        .orderByProcessInstanceEndTime()
        .desc()
        .listPage(0, 1)
        .stream()
        .map(this::ended)
        .toList();
  }

  private Diagram ended(HistoricProcessInstance instance) {
    Set<String> end =
        history
            .createHistoricActivityInstanceQuery()
            .processInstanceId(instance.getId())
            .orderPartiallyByOccurrence()
            .desc()
            .list()
            .stream()
            .filter(activity -> activity.getActivityType().endsWith("EndEvent"))
            .limit(1)
            .map(HistoricActivityInstance::getActivityId)
            .collect(toUnmodifiableSet());
    return diagram(instance.getProcessDefinitionId(), end);
  }

  private Diagram diagram(String definitionId, Set<String> active) {
    ProcessDefinition definition = repository.getProcessDefinition(definitionId);
    try (InputStream model = repository.getProcessModel(definitionId)) {
      String xml = new String(model.readAllBytes(), StandardCharsets.UTF_8);
      return new Diagram(definition.getKey(), definition.getName(), xml, active);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
