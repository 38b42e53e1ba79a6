package org.chancery.process;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What tasks show of the register: copies for the task list's columns, read back by nothing. */
@Component
class Displays {

  /** The task-local variables that may change while the task is open; its case never does. */
  private static final Set<String> COPIES = Set.of("title", "party", "deadline");

  private final TaskService tasks;

  Displays(TaskService tasks) {
    this.tasks = tasks;
  }

  /** Puts the copies on a task that is being created. */
  static void put(DelegateTask task, Reference reference, Display display) {
    task.setVariableLocal("reference", reference.value());
    task.setVariablesLocal(copies(display));
    task.setDueDate(date(display));
    task.setPriority(priority(display));
  }

  /** Brings the copies of an open task up to date; writes only what differs. */
  void show(String taskId, Display display) {
    Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
    if (task == null) {
      return;
    }
    if (task.getPriority() != priority(display) || isElsewhen(task, display)) {
      task.setPriority(priority(display));
      task.setDueDate(date(display));
      tasks.saveTask(task);
    }
    Map<String, Object> shown = tasks.getVariablesLocal(taskId, COPIES);
    Map<String, @Nullable Object> copies = copies(display);
    copies.entrySet().removeIf(copy -> Objects.equals(copy.getValue(), shown.get(copy.getKey())));
    if (!copies.isEmpty()) {
      tasks.setVariablesLocal(taskId, copies);
    }
  }

  private static boolean isElsewhen(Task task, Display display) {
    Date due = task.getDueDate();
    return !Objects.equals(due == null ? null : due.toInstant(), display.due());
  }

  private static Map<String, @Nullable Object> copies(Display display) {
    Map<String, @Nullable Object> copies = new LinkedHashMap<>();
    copies.put("title", display.title());
    copies.put("party", display.party());
    copies.put("deadline", display.deadline());
    return copies;
  }

  /**
   * How urgent it is; without a due day a little less, because databases disagree whether what has
   * none comes first or last.
   */
  private static int priority(Display display) {
    return display.due() == null ? display.priority() - 1 : display.priority();
  }

  private static @Nullable Date date(Display display) {
    return display.due() == null ? null : Date.from(display.due());
  }
}
