package org.chancery.process;

import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.form.handler.DefaultTaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.chancery.access.Account;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.chancery.web.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The form of every step. What a person sends is told to {@link Steps} as her answer and never
 * becomes a process variable, so no form can overwrite what a process needs. The engine has checked
 * before that she may do the step.
 */
@Component
class StepForm extends DefaultTaskFormHandler {

  private final Completion completion;
  private final ObjectProvider<Steps> steps;
  private final ObjectProvider<People> people;
  private final ObjectProvider<Cases> cases;
  private final OpenSteps openSteps;

  StepForm(
      Completion completion,
      ObjectProvider<Steps> steps,
      ObjectProvider<People> people,
      ObjectProvider<Cases> cases,
      OpenSteps openSteps) {
    this.completion = completion;
    this.steps = steps;
    this.people = people;
    this.cases = cases;
    this.openSteps = openSteps;
  }

  /** The engine's service would hide why an answer was refused; so it is kept with the request. */
  @Override
  public void submitFormVariables(VariableMap sent, VariableScope scope) {
    TaskEntity task = (TaskEntity) scope;
    try {
      answer(task, new Answer(texts(sent)));
    } catch (Refusal | InvalidValue refused) {
      new AnswerRefused(refused, task.getTaskDefinitionKey()).keep();
      throw refused;
    }
  }

  private void answer(TaskEntity task, Answer answer) {
    hold(task);
    claim(task, people.getObject().current());
    task.getProcessEngineServices().getIdentityService().clearAuthentication();
    steps.getObject().completed(StepsAtTasks.step(task), answer);
    completion.answered(task.getId());
  }

  private void hold(TaskEntity task) {
    Reference reference = new Reference(task.getExecution().getProcessBusinessKey());
    if (cases.getObject().hold(reference)) {
      requireUnchanged(task);
    }
  }

  /** Whoever waited until another had changed the case may find the step done, or other. */
  private void requireUnchanged(TaskEntity read) {
    int revision =
        openSteps
            .revision(read.getId())
            .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "step.past"));
    if (revision != read.getRevision()) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "conflict.busy");
    }
  }

  /** Without the leave that comes with a claim: it would go again with the task. */
  private static void claim(TaskEntity task, Account account) {
    if (task.getAssignee() == null) {
      task.setAssigneeWithoutCascade(account.name());
    } else if (!task.getAssignee().equals(account.name())) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "step.claimed", task.getAssignee());
    }
  }

  private static Map<String, String> texts(VariableMap sent) {
    Map<String, String> texts = new HashMap<>();
    sent.forEach(
        (name, value) -> {
          if (value != null) {
            texts.put(name, value.toString());
          }
        });
    return texts;
  }
}
