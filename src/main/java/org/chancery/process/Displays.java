package org.chancery.process;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.chancery.instrument.Reference;
import org.chancery.web.OfTransaction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What tasks show of the register: copies for the task list's columns, read back by nothing. */
@Component
class Displays {

  /** The task-local variables that may change while the task is open; its case never does. */
  private static final Set<String> COPIES = Set.of("title", "party", "deadline");

  private final TaskService tasks;
  private final JdbcClient jdbc;
  private final AtOnce atOnce;

  /** What this transaction has put on tasks that it created. */
  private final OfTransaction<Map<String, Map<String, @Nullable Object>>> put =
      new OfTransaction<>(HashMap::new);

  Displays(TaskService tasks, JdbcClient jdbc, AtOnce atOnce) {
    this.tasks = tasks;
    this.jdbc = jdbc;
    this.atOnce = atOnce;
  }

  /** Puts the copies on a task that is being created. */
  void put(DelegateTask task, Reference reference, Display display) {
    Map<String, @Nullable Object> copies = copies(display);
    task.setVariableLocal("reference", reference.value());
    copies.forEach(
        (name, value) -> {
          if (value != null) {
            task.setVariableLocal(name, value);
          }
        });
    put.begun().ifPresent(made -> made.put(task.getId(), copies));
    task.setDueDate(date(display));
    task.setPriority(priority(display));
  }

  /** Brings the copies of open tasks up to date; writes only what differs, and all at once. */
  void show(Map<OpenStep, Display> wanted) {
    List<OpenStep> outdated = outdated(wanted);
    if (!outdated.isEmpty()) {
      atOnce.run(
          () ->
              outdated.forEach(step -> show(step.id(), Objects.requireNonNull(wanted.get(step)))));
    }
  }

  /** Those of the steps, as they were just read, whose tasks show something else. */
  List<OpenStep> outdated(Map<OpenStep, Display> wanted) {
    Map<String, Map<String, @Nullable Object>> shown =
        shown(wanted.keySet().stream().map(OpenStep::id).toList());
    return wanted.entrySet().stream()
        .filter(
            each ->
                isOutdated(
                    each.getKey(),
                    each.getValue(),
                    shown.getOrDefault(each.getKey().id(), Map.of())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isOutdated(
      OpenStep step, Display display, Map<String, @Nullable Object> shown) {
    return step.priority() != priority(display)
        || !Objects.equals(step.due(), display.due())
        || !differing(display, shown).isEmpty();
  }

  /** What the engine's own query would answer for each of them; known of those made just now. */
  private Map<String, Map<String, @Nullable Object>> shown(Collection<String> ids) {
    Map<String, Map<String, @Nullable Object>> shown = new HashMap<>();
    Map<String, Map<String, @Nullable Object>> made = put.ifThere().orElse(Map.of());
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      Map<String, @Nullable Object> copies = made.get(id);
      if (copies == null) {
        unknown.add(id);
      } else {
        shown.put(id, copies);
      }
    }
    if (!unknown.isEmpty()) {
      jdbc.sql(
              """
              SELECT TASK_ID_, NAME_, TEXT_ FROM ACT_RU_VARIABLE
               WHERE TASK_ID_ IN (:ids) AND NAME_ IN (:names)""")
          .param("ids", unknown)
          .param("names", COPIES)
          .query(
              (RowCallbackHandler)
                  row ->
                      shown
                          .computeIfAbsent(row.getString(1), task -> new HashMap<>())
                          .put(row.getString(2), row.getString(3)));
    }
    return shown;
  }

  /** The same, of one task. */
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
    Map<String, @Nullable Object> shown = tasks.getVariablesLocal(taskId, COPIES);
    Map<String, @Nullable Object> differing = differing(display, shown);
    put.ifThere().ifPresent(made -> made.remove(taskId));
    for (Map.Entry<String, @Nullable Object> copy : differing.entrySet()) {
      if (copy.getValue() == null) {
        tasks.removeVariableLocal(taskId, copy.getKey());
      } else {
        tasks.setVariableLocal(taskId, copy.getKey(), copy.getValue());
      }
    }
  }

  private static Map<String, @Nullable Object> differing(
      Display display, Map<String, @Nullable Object> shown) {
    Map<String, @Nullable Object> copies = copies(display);
    copies.entrySet().removeIf(copy -> Objects.equals(copy.getValue(), shown.get(copy.getKey())));
    return copies;
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
