package org.chancery.process;

import java.util.ArrayList;
import java.util.List;

/**
 * A model made by a test: one node after another.
 *
 * @param process the process's id
 * @param nodes its nodes as BPMN, each with the place of its id marked
 */
record TestModel(String process, List<String> nodes) {

  static TestModel of(String process) {
    return new TestModel(process, List.of());
  }

  /** A further step, done by the group. */
  TestModel step(String id, String name, String group) {
    return with(
        "<bpmn:userTask id='%s' name='%s' camunda:candidateGroups='%s'/>"
            .formatted(id, name, group));
  }

  /** A further process that is called. */
  TestModel call(String called) {
    return with(
        """
        <bpmn:callActivity id='%1$s' calledElement='%1$s'><bpmn:extensionElements>
          <camunda:in businessKey='#{execution.processBusinessKey}'/>
        </bpmn:extensionElements></bpmn:callActivity>"""
            .formatted(called));
  }

  private TestModel with(String node) {
    List<String> more = new ArrayList<>(nodes);
    more.add(node);
    return new TestModel(process, List.copyOf(more));
  }

  /** The whole text. */
  String xml() {
    StringBuilder text = new StringBuilder();
    String before = "start";
    for (String node : nodes) {
      String id = node.replaceFirst("(?s)^\\S+ id='([a-z-]+)'.*", "$1");
      text.append(node).append(flow(before, id));
      before = id;
    }
    return """
        <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
            xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="test">
          <bpmn:process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <bpmn:startEvent id="start"/>%s<bpmn:endEvent id="end"/>
          </bpmn:process></bpmn:definitions>"""
        .formatted(process, text + flow(before, "end"));
  }

  private static String flow(String from, String to) {
    return "<bpmn:sequenceFlow id='%1$s-to-%2$s' sourceRef='%1$s' targetRef='%2$s'/>"
        .formatted(from, to);
  }
}
