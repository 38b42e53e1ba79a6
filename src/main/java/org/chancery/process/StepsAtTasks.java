package org.chancery.process;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.Date;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.el.FixedValue;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.IdentityLink;
import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Ties every user task of every model to {@link Steps}; the models themselves name no listener. */
@Component
class StepsAtTasks extends AbstractBpmnParseListener {

  /** The form's place, as seen from the pages of the task list. */
  static final String FORM = "embedded:../../../assets/chancery/step.html";

  private final ObjectProvider<Steps> steps;
  private final Completion completion;
  private final Claims claims;
  private final StepForm form;
  private final ObjectProvider<Displays> displays;

  StepsAtTasks(
      ObjectProvider<Steps> steps,
      Completion completion,
      Claims claims,
      StepForm form,
      ObjectProvider<Displays> displays) {
    this.steps = steps;
    this.completion = completion;
    this.claims = claims;
    this.form = form;
    this.displays = displays;
  }

  @Override
  public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
    TaskDefinition task =
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
    task.setTaskFormHandler(form);
    task.setFormKey(new FixedValue(FORM));
    task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, this::opened);
    task.addBuiltInTaskListener(
        TaskListener.EVENTNAME_COMPLETE, completed -> completion.check(completed.getId()));
  }

  private void opened(DelegateTask task) {
    OpenStep step = step(task);
    displays.getObject().put(task, step.reference(), steps.getObject().opened(step));
    claims.on(step).ifPresent(task::setAssignee);
  }

  /** The step that the engine has at hand, not yet written. */
  static OpenStep step(DelegateTask task) {
    String body = (String) task.getVariable("body");
    Date due = task.getDueDate();
    return new OpenStep(
        task.getId(),
        new Reference(task.getExecution().getProcessBusinessKey()),
        OpenSteps.keyOf(task.getProcessDefinitionId()),
        task.getTaskDefinitionKey(),
        task.getName(),
        (String) task.getExecution().getVariable("party"),
        body == null ? null : new BodyCode(body),
        (Integer) task.getVariable("milestone"),
        task.getCandidates().stream()
            .map(IdentityLink::getGroupId)
            .filter(Objects::nonNull)
            .collect(toUnmodifiableSet()),
        task.getAssignee(),
        due == null ? null : due.toInstant(),
        task.getPriority(),
        task.getCreateTime().toInstant());
  }
}
