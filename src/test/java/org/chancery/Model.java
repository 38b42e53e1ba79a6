package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A process model under {@code processes/}, as it is drawn.
 *
 * @param file where it stands
 * @param bpmn what it says
 */
public record Model(Path file, BpmnModelInstance bpmn) {

  /** All models, by the name of the file. */
  public static List<Model> all() {
    try (Stream<Path> files = Files.walk(Path.of("processes"))) {
      return files
          .filter(file -> file.toString().endsWith(".bpmn"))
          .sorted()
          .map(Model::read)
          .toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static Model read(Path file) {
    return new Model(file, Bpmn.readModelFromFile(file.toFile()));
  }

  /** The name of the file, which is the id of the process. */
  public String name() {
    return String.valueOf(file.getFileName()).replace(".bpmn", "");
  }

  /** The name of its test. */
  public String test() {
    return Arrays.stream(name().split("-"))
            .map(
                word -> word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining())
        + "Test";
  }

  /** The only process in it. */
  public Process process() {
    List<Process> processes = List.copyOf(all(Process.class));
    if (processes.size() != 1) {
      throw new IllegalStateException(file + " holds " + processes.size() + " processes");
    }
    return processes.get(0);
  }

  /** All elements of the type, at any depth. */
  public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
    return bpmn.getModelElementsByType(type);
  }

  /** What the process itself holds, and each of its sub-processes. */
  public List<Collection<FlowElement>> scopes() {
    return Stream.concat(
            Stream.of(process().getFlowElements()),
            all(SubProcess.class).stream().map(SubProcess::getFlowElements))
        .toList();
  }

  /** The nodes of a scope. */
  public static List<FlowNode> nodes(Collection<FlowElement> scope) {
    return scope.stream().filter(FlowNode.class::isInstance).map(FlowNode.class::cast).toList();
  }

  @Override
  public String toString() {
    return name();
  }
}
