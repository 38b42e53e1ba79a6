package org.chancery.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chancery.access.Account;
import org.chancery.access.Body;
import org.jspecify.annotations.Nullable;

/**
 * A ready-made list of the task list. Name and description tell it from the others, so a list whose
 * condition is changed here gets another description too.
 *
 * @param name what it is called
 * @param description what it holds
 * @param place its place among the lists, from 1
 * @param group the one group that uses it; null when all do, or one account
 * @param account the one account that uses it; null when a group does, or all
 * @param query what it holds, literally
 */
record TaskFilter(
    String name,
    String description,
    int place,
    @Nullable String group,
    @Nullable String account,
    TaskQuery query) {

  private static final int OVERDUE = 100;
  private static final int DUE_SOON = 50;

  private static final List<Map<String, String>> COLUMNS =
      List.of(
          Map.of("name", "reference", "label", "Reference"),
          Map.of("name", "title", "label", "Title"),
          Map.of("name", "party", "label", "Party"),
          Map.of("name", "deadline", "label", "Deadline"));

  static TaskFilter mine(Account account, TaskQuery query) {
    return new TaskFilter(
        "Mine",
        claimedBy(account.name()),
        2,
        null,
        account.name(),
        query.taskAssignee(account.name()));
  }

  static TaskFilter myMinistrys(Body body, TaskQuery query) {
    return ofGroup("My ministry's", body.code().value(), query);
  }

  static TaskFilter myOffices(String group, TaskQuery query) {
    return ofGroup("My office's", group, query);
  }

  private static TaskFilter ofGroup(String name, String group, TaskQuery query) {
    return new TaskFilter(
        name,
        "For the group " + group,
        1,
        group,
        null,
        query.taskCandidateGroup(group).includeAssignedTasks());
  }

  static TaskFilter overdue(TaskQuery query) {
    TaskQuery overdue = query.taskMinPriority(OVERDUE);
    return new TaskFilter("Overdue", "Past the deadline", 3, null, null, overdue);
  }

  static TaskFilter dueSoon(TaskQuery query) {
    TaskQuery dueSoon = query.taskMinPriority(DUE_SOON).taskMaxPriority(OVERDUE - 1);
    return new TaskFilter("Due soon", "The deadline is near", 4, null, null, dueSoon);
  }

  static TaskFilter all(TaskQuery query) {
    return new TaskFilter("All I may see", "Every open task I may see", 5, null, null, query);
  }

  static String keyOfMine(String account) {
    return "Mine|" + claimedBy(account);
  }

  private static String claimedBy(String account) {
    return "Claimed by " + account;
  }

  static String keyOf(Filter stored) {
    return stored.getName() + "|" + stored.getProperties().get("description");
  }

  String key() {
    return name + "|" + description;
  }

  /** Puts all this into a filter of the engine; most urgent first. */
  void describe(Filter filter) {
    filter.setName(name);
    filter.setQuery(query.orderByTaskPriority().desc().orderByDueDate().asc());
    filter.setProperties(
        Map.of(
            "description",
            description,
            "priority",
            place,
            "color",
            "#1f4e79",
            "refresh",
            true,
            "showUndefinedVariable",
            false,
            "variables",
            COLUMNS));
  }

  /** Who may use it, once it is stored. */
  Stream<Grant> grants(String id, Collection<String> groupsAtWork) {
    return group == null && account == null
        ? groupsAtWork.stream().map(each -> Grant.ofFilter(each, null, id))
        : Stream.of(Grant.ofFilter(group, account, id));
  }
}
