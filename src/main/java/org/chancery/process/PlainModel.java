package org.chancery.process;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Refuses a model that is more than a plan: one with scripts, classes, listeners, connectors,
 * external workers or free expressions. A model is code that runs with the rights of the house, so
 * what it may hold is listed and all else is refused; the refusal stops the start.
 */
final class PlainModel extends BpmnParse {

  private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
  private static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";

  /** Where the drawing is; the engine reads nothing of it but places. */
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "http://www.omg.org/spec/DD/20100524/DI");

  private static final Set<String> ELEMENTS =
      Set.of(
          "definitions",
          "documentation",
          "extensionElements",
          "process",
          "message",
          "signal",
          "error",
          "escalation",
          "startEvent",
          "endEvent",
          "intermediateCatchEvent",
          "intermediateThrowEvent",
          "boundaryEvent",
          "messageEventDefinition",
          "signalEventDefinition",
          "errorEventDefinition",
          "escalationEventDefinition",
          "terminateEventDefinition",
          "timerEventDefinition",
          "timeDate",
          "timeDuration",
          "timeCycle",
          "userTask",
          "serviceTask",
          "receiveTask",
          "callActivity",
          "subProcess",
          "exclusiveGateway",
          "parallelGateway",
          "inclusiveGateway",
          "eventBasedGateway",
          "sequenceFlow",
          "conditionExpression",
          "incoming",
          "outgoing",
          "multiInstanceLoopCharacteristics",
          "loopCardinality",
          "completionCondition",
          "collaboration",
          "participant",
          "laneSet",
          "lane",
          "flowNodeRef",
          "textAnnotation",
          "text",
          "association");

  private static final Set<String> EXTENSIONS = Set.of("in", "failedJobRetryTimeCycle");

  private static final Set<String> EXTENSION_ATTRIBUTES =
      Set.of(
          "historyTimeToLive",
          "isStartableInTasklist",
          "versionTag",
          "candidateGroups",
          "collection",
          "elementVariable",
          "expression",
          "asyncBefore",
          "asyncAfter",
          "exclusive",
          "jobPriority");

  /** Attributes without a namespace that name a language, a class or an expression. */
  private static final Set<String> REFUSED_ATTRIBUTES =
      Set.of("language", "scriptFormat", "sourceExpression", "resource");

  private final Set<?> beans;

  PlainModel(BpmnParser parser, Set<?> beans) {
    super(parser);
    this.beans = beans;
  }

  /** Before the engine reads it: reading makes the classes that a model names. */
  @Override
  protected void parseRootElement() {
    check(rootElement);
    super.parseRootElement();
  }

  private void check(Element element) {
    if (!DRAWING.contains(element.getUri())) {
      checkName(element);
      element.attributes().forEach(attribute -> checkAttribute(element, attribute));
      checkText(element, element.getText());
      element.elements().forEach(this::check);
    }
  }

  private static void checkName(Element element) {
    boolean isAllowed =
        switch (element.getUri()) {
          case BPMN -> ELEMENTS.contains(element.getTagName());
          case CAMUNDA -> EXTENSIONS.contains(element.getTagName());
          default -> false;
        };
    if (!isAllowed) {
      throw refused(element, "holds the element " + element.getTagName());
    }
  }

  private void checkAttribute(Element element, String attribute) {
    int colon = attribute.lastIndexOf(':');
    String namespace = attribute.substring(0, Math.max(colon, 0));
    String name = attribute.substring(colon + 1);
    boolean isAllowed =
        switch (namespace) {
          case "" -> !REFUSED_ATTRIBUTES.contains(name);
          case CAMUNDA -> EXTENSION_ATTRIBUTES.contains(name);
          default -> namespace.equals(TYPES) || namespace.startsWith("xmlns");
        };
    if (!isAllowed) {
      throw refused(element, "holds the attribute " + name);
    }
    checkText(element, element.attribute(attribute));
  }

  private void checkText(Element element, String text) {
    if (AllowedExpression.isIn(text) && !AllowedExpression.matches(text, beans)) {
      throw refused(element, "holds the expression " + text.strip());
    }
  }

  private static IllegalStateException refused(Element element, String why) {
    return new IllegalStateException(
        "A process model may not do this: line " + element.getLine() + " " + why);
  }
}
