package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.chancery.deadline.Sweep;
import org.chancery.lifecycle.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every process model: wired as the house says, and drawn so that a person can read it. */
class ModelTest {

  /** More nodes than that in one frame is a call activity. */
  private static final int MOST_NODES = 15;

  private static final Pattern ID = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern CALL = Pattern.compile("\\$\\{(way|sweep)\\.(\\w+)\\(([^()]*)\\)}");

  /** What models ask, each the bean of the module in whose folder the model stands. */
  private static final Map<String, Class<?>> ASKED = Map.of("way", Way.class, "sweep", Sweep.class);

  private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{[^}]*}");
  private static final String KEY = "#{execution.processBusinessKey}";

  static List<Model> models() {
    return Model.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  void isNamedAsItsFile(Model model) {
    Process process = model.process();
    assertThat(process.getId()).isEqualTo(model.name());
    assertThat(process.getName()).isNotBlank();
    assertThat(process.isExecutable()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("models")
  void isKeptInHistoryAndBegunByTheRegisterOnly(Model model) {
    Process process = model.process();
    assertThat(process.getCamundaHistoryTimeToLiveString()).matches("P[1-9]\\d*D");
    assertThat(process.isCamundaStartableInTasklist()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasIdsThatAreWords(Model model) {
    assertThat(model.all(BaseElement.class))
        .filteredOn(element -> element.getId() != null)
        .isNotEmpty()
        .allMatch(element -> ID.matcher(element.getId()).matches());
  }

  @ParameterizedTest
  @MethodSource("models")
  void saysInWordsWhatEachNodeIs(Model model) {
    assertThat(model.all(FlowNode.class))
        .filteredOn(node -> !(node instanceof ParallelGateway))
        .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
    assertThat(model.all(EndEvent.class)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("models")
  void asksAQuestionAtEachExclusiveGateway(Model model) {
    for (ExclusiveGateway gateway : model.all(ExclusiveGateway.class)) {
      assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
      assertThat(gateway.getDefault()).as(gateway.getId()).isNotNull();
      assertThat(gateway.getOutgoing()).hasSizeGreaterThan(1).allMatch(flow -> isAnswered(flow));
      assertThat(gateway.getOutgoing())
          .allMatch(flow -> isDefault(flow) == (flow.getConditionExpression() == null));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasConditionsAtExclusiveGatewaysOnly(Model model) {
    assertThat(model.all(SequenceFlow.class))
        .filteredOn(flow -> flow.getConditionExpression() != null)
        .allMatch(flow -> flow.getSource() instanceof ExclusiveGateway);
    assertThat(model.all(Gateway.class))
        .allMatch(gate -> gate instanceof ExclusiveGateway || gate instanceof ParallelGateway);
  }

  @ParameterizedTest
  @MethodSource("models")
  void givesEachUserTaskToAGroup(Model model) {
    assertThat(model.all(UserTask.class))
        .allSatisfy(
            task -> {
              assertThat(task.getCamundaCandidateGroups()).as(task.getId()).isNotBlank();
              assertThat(task.getCamundaAssignee()).as(task.getId()).isNull();
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void callsAModelThatExistsAndHandsTheKeyOn(Model model) {
    List<String> names = Model.all().stream().map(Model::name).toList();
    for (CallActivity call : model.all(CallActivity.class)) {
      assertThat(names).contains(call.getCalledElement());
      assertThat(call.getExtensionElements().getChildElementsByType(CamundaIn.class))
          .anyMatch(in -> KEY.equals(in.getCamundaBusinessKey()));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void leavesNothingHanging(Model model) {
    for (FlowNode node : model.all(FlowNode.class)) {
      boolean begins = node instanceof StartEvent || isSetOffByAnEvent(node);
      boolean ends = node instanceof EndEvent || isSetOffByAnEvent(node);
      assertThat(node.getIncoming().isEmpty())
          .as("nothing leads to " + node.getId())
          .isEqualTo(begins);
      assertThat(node.getOutgoing().isEmpty())
          .as("nothing follows " + node.getId())
          .isEqualTo(ends);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void hasNoMoreNodesInOneFrameThanOneCanTakeIn(Model model) {
    for (Collection<FlowElement> scope : model.scopes()) {
      long nodes = Model.nodes(scope).stream().filter(node -> !isSetOffByAnEvent(node)).count();
      assertThat(nodes).isBetween(1L, (long) MOST_NODES);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void holdsNoCodeButCallsOfWhatItsModuleAnswers(Model model) throws IOException {
    String text = Files.readString(model.file());
    assertThat(text).doesNotContainIgnoringCase("script", "listener", "delegate", "camunda:class");
    assertThat(EXPRESSION.matcher(text).results().map(MatchResult::group))
        .allMatch(expression -> expression.equals(KEY) || isCall(expression));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDrawnWhole(Model model) {
    assertThat(model.all(FlowNode.class)).allMatch(node -> node.getDiagramElement() != null);
    assertThat(model.all(SequenceFlow.class))
        .allSatisfy(
            flow -> {
              assertThat(flow.getDiagramElement()).as(flow.getId()).isNotNull();
              assertThat(flow.getDiagramElement().getWaypoints()).hasSizeGreaterThan(1);
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void isDrawnWithoutOverlaps(Model model) {
    List<FlowNode> nodes = List.copyOf(model.all(FlowNode.class));
    for (FlowNode one : nodes) {
      for (FlowNode other : nodes) {
        boolean apart = one.equals(other) || holds(one, other) || holds(other, one);
        assertThat(apart || !overlap(bounds(one), bounds(other)))
            .as("%s and %s overlap", one.getId(), other.getId())
            .isTrue();
        assertThat(!holds(one, other) || isInside(bounds(other), bounds(one)))
            .as("%s is drawn in %s", other.getId(), one.getId())
            .isTrue();
      }
    }
  }

  private static boolean isDefault(SequenceFlow flow) {
    return flow.equals(((ExclusiveGateway) flow.getSource()).getDefault());
  }

  /** Whether the way out of a gateway says which answer it stands for. */
  private static boolean isAnswered(SequenceFlow flow) {
    return flow.getName() != null && !flow.getName().isBlank();
  }

  private static boolean isSetOffByAnEvent(FlowNode node) {
    return node instanceof SubProcess frame && frame.triggeredByEvent();
  }

  /** Whether it is a call of a method that the bean has, with as many arguments. */
  private static boolean isCall(String text) {
    Matcher call = CALL.matcher(text);
    if (!call.matches()) {
      return false;
    }
    Class<?> asked = Objects.requireNonNull(ASKED.get(call.group(1)));
    return Stream.of(asked.getMethods())
        .filter(method -> method.getDeclaringClass() == asked)
        .filter(method -> method.getName().equals(call.group(2)))
        .anyMatch(method -> method.getParameterCount() == call.group(3).split(",").length);
  }

  private static boolean holds(FlowNode frame, FlowNode node) {
    return frame instanceof SubProcess && node.getScope().equals(frame);
  }

  private static Bounds bounds(FlowNode node) {
    return ((BpmnShape) node.getDiagramElement()).getBounds();
  }

  private static boolean overlap(Bounds one, Bounds other) {
    return one.getX() < other.getX() + other.getWidth()
        && other.getX() < one.getX() + one.getWidth()
        && one.getY() < other.getY() + other.getHeight()
        && other.getY() < one.getY() + one.getHeight();
  }

  private static boolean isInside(Bounds inner, Bounds outer) {
    return inner.getX() >= outer.getX()
        && inner.getY() >= outer.getY()
        && inner.getX() + inner.getWidth() <= outer.getX() + outer.getWidth()
        && inner.getY() + inner.getHeight() <= outer.getY() + outer.getHeight();
  }
}
