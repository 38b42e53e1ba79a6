package org.chancery;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The models in words, for whoever reads no BPMN: {@code docs/generated/processes.md}. */
class ProcessOutlineTest {

  private static final Pattern CALL = Pattern.compile("\\$\\{way\\.(\\w+)\\(.*\\)}");

  /** Whose a step is, by the question that the model asks. */
  private static final Map<String, String> WHOSE =
      Map.of(
          "responsible", "the responsible body",
          "body", "the body that is asked",
          "owner", "the body of the measure");

  @Test
  void tellsEachProcessInWords() throws IOException {
    String processes = Model.all().stream().map(Outline::of).collect(Collectors.joining("\n"));
    Golden.check(
        "processes.md",
        """
        # The processes

        Made from the models. Steps of people are bold, with whose they are; an arrow leads to a step that is told elsewhere. What is `like this` is a process of its own, below.

        """
            + processes,
        getClass());
  }

  /** One process, told from its start; a node is told once, where it is first reached. */
  private static final class Outline {

    private final StringBuilder text = new StringBuilder();
    private final Set<FlowNode> told = new HashSet<>();
    private @Nullable FlowNode meeting;

    static String of(Model model) {
      Outline outline = new Outline();
      outline.text.append(
          "## %s\n\n`%s`, tested by `%s`\n\n"
              .formatted(model.process().getName(), plain(model), model.test()));
      outline.tellScope(Model.nodes(model.process().getFlowElements()), 0);
      return outline.text.toString();
    }

    private static String plain(Model model) {
      return model.file().toString().replace('\\', '/');
    }

    private void tellScope(List<FlowNode> nodes, int depth) {
      nodes.stream().filter(StartEvent.class::isInstance).forEach(node -> tell(node, depth));
      nodes.stream()
          .filter(node -> node instanceof SubProcess frame && frame.triggeredByEvent())
          .forEach(node -> tell(node, depth));
    }

    private void tell(FlowNode node, int depth) {
      if (node instanceof ParallelGateway && node.getIncoming().size() > 1) {
        meeting = node;
      } else if (told.add(node)) {
        line(depth, said(node));
        tellWhatFollows(node, depth);
      } else {
        line(depth, "→ " + node.getName());
      }
    }

    private void tellWhatFollows(FlowNode node, int depth) {
      if (node instanceof SubProcess frame) {
        tellScope(Model.nodes(frame.getFlowElements()), depth + 1);
      }
      boolean parts = node.getOutgoing().size() > 1;
      for (SequenceFlow flow : node.getOutgoing()) {
        if (parts) {
          line(depth + 1, node instanceof ExclusiveGateway ? answer(flow) : "*beside the rest*");
        }
        tell(flow.getTarget(), parts ? depth + 2 : depth);
      }
      if (node instanceof ParallelGateway && parts && meeting != null) {
        tellMeeting(meeting, depth);
      }
    }

    /** Where ways meet again, what follows is told after all of them. */
    private void tellMeeting(FlowNode node, int depth) {
      meeting = null;
      line(depth, "when all that is done");
      tellWhatFollows(node, depth);
    }

    private void line(int depth, String said) {
      text.append("  ".repeat(depth)).append("- ").append(said).append('\n');
    }
  }

  private static String said(FlowNode node) {
    if (node instanceof UserTask task) {
      return "**%s** (%s)".formatted(task.getName(), who(task.getCamundaCandidateGroups()));
    } else if (node instanceof CallActivity call) {
      return "%s%s: `%s`".formatted(call.getName(), loop(call), call.getCalledElement());
    } else if (node instanceof SubProcess frame) {
      return (frame.triggeredByEvent() ? "at any time: " : "") + frame.getName() + loop(frame);
    } else if (node instanceof ParallelGateway) {
      return "at the same time";
    } else if (node instanceof EndEvent) {
      return "end: " + node.getName();
    }
    return node.getName();
  }

  private static String loop(Activity activity) {
    return activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics each
        ? ", for each " + each.getCamundaElementVariable() + " at the same time"
        : "";
  }

  private static String who(String groups) {
    return groups.startsWith("$") ? WHOSE.getOrDefault(asked(groups), "?") : groups;
  }

  private static String answer(SequenceFlow flow) {
    ConditionExpression condition = flow.getConditionExpression();
    String why = condition == null ? "otherwise" : asked(condition.getTextContent());
    return "*%s* (%s)".formatted(flow.getName(), why);
  }

  /** What is asked of the way, in words: the name of the question. */
  private static String asked(String expression) {
    Matcher call = CALL.matcher(expression);
    if (!call.matches()) {
      throw new IllegalStateException(expression);
    }
    return call.group(1).replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }
}
