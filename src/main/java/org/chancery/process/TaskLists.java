package org.chancery.process;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.chancery.access.Body;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ready-made lists of the task list and who may see which, derived from the people of the
 * house. Each list is literal, because an expression in a stored filter would be code. Nobody may
 * make a filter or start a process there.
 */
@Component
class TaskLists {

  private static final Logger LOG = LoggerFactory.getLogger(TaskLists.class);

  private final FilterService filters;
  private final TaskService tasks;
  private final Grants grants;
  private final People people;
  private final TransactionTemplate transaction;

  TaskLists(
      FilterService filters,
      TaskService tasks,
      Grants grants,
      People people,
      PlatformTransactionManager transactions) {
    this.transaction = new TransactionTemplate(transactions);
    this.filters = filters;
    this.tasks = tasks;
    this.grants = grants;
    this.people = people;
  }

  /**
   * Brings lists and leave in line with the people of the house; writes only what differs. At the
   * start, while it is this node's turn.
   */
  @EventListener(ApplicationStartedEvent.class)
  @Transactional
  public void derive() {
    List<String> atWork = groupsAtWork();
    List<Grant> wanted = new ArrayList<>();
    atWork.forEach(group -> wanted.add(Grant.ofTheTaskList(group)));
    atWork.forEach(
        group ->
            wanted.add(seesAll(group) ? Grant.ofEveryTask(group) : Grant.ofTheDrawings(group)));
    stored().forEach((id, filter) -> filter.grants(id, atWork).forEach(wanted::add));
    grants.areJust(wanted);
  }

  /**
   * Whoever was given an account while the server ran finds her lists when she first logs in. One
   * at a time; and what cannot be derived now must not keep her out.
   */
  @EventListener(InteractiveAuthenticationSuccessEvent.class)
  void deriveAtLogin(InteractiveAuthenticationSuccessEvent login) {
    synchronized (filters) {
      try {
        transaction.executeWithoutResult(
            status -> deriveIfNew(login.getAuthentication().getName()));
      } catch (RuntimeException failed) {
        LOG.warn("The task lists could not be derived at a login", failed);
      }
    }
  }

  private void deriveIfNew(String name) {
    people
        .find(name)
        .map(account -> TaskFilter.mine(account, tasks.createTaskQuery()))
        .map(mine -> TaskFilter.keyOf(made(mine)))
        .filter(
            key ->
                filters.createTaskFilterQuery().list().stream()
                    .map(TaskFilter::keyOf)
                    .noneMatch(key::equals))
        .ifPresent(missing -> derive());
  }

  /** The lists by the engine's id, those that were missing stored and the others removed. */
  private Map<String, TaskFilter> stored() {
    Map<String, TaskFilter> wanted = new HashMap<>();
    Map<String, Filter> made = new HashMap<>();
    lists()
        .forEach(
            list -> {
              Filter filter = made(list);
              wanted.put(TaskFilter.keyOf(filter), list);
              made.put(TaskFilter.keyOf(filter), filter);
            });
    Map<String, String> ids = kept(wanted.keySet());
    return wanted.entrySet().stream()
        .collect(
            toMap(
                list -> ids.computeIfAbsent(list.getKey(), key -> store(made.get(key))),
                Map.Entry::getValue));
  }

  /** The engine's ids of the lists that are wanted and stored; all others are removed. */
  private Map<String, String> kept(Set<String> wanted) {
    Map<String, String> ids = new HashMap<>();
    for (Filter filter : filters.createTaskFilterQuery().list()) {
      String key = TaskFilter.keyOf(filter);
      if (!wanted.contains(key) || ids.putIfAbsent(key, filter.getId()) != null) {
        filters.deleteFilter(filter.getId());
      }
    }
    return ids;
  }

  private Stream<TaskFilter> lists() {
    Stream<TaskFilter> mine =
        people.all().stream().map(account -> TaskFilter.mine(account, tasks.createTaskQuery()));
    Stream<TaskFilter> ministrys =
        people.bodies().stream().map(body -> TaskFilter.myMinistrys(body, tasks.createTaskQuery()));
    Stream<TaskFilter> toDecide =
        people.bodies().stream().map(body -> TaskFilter.toDecide(body, tasks.createTaskQuery()));
    Stream<TaskFilter> offices =
        Groups.OFFICES.stream()
            .map(office -> TaskFilter.myOffices(office, tasks.createTaskQuery()));
    Stream<TaskFilter> shared =
        Stream.of(
            TaskFilter.overdue(tasks.createTaskQuery()),
            TaskFilter.dueSoon(tasks.createTaskQuery()),
            TaskFilter.all(tasks.createTaskQuery()));
    return Stream.of(mine, ministrys, toDecide, offices, shared).flatMap(lists -> lists);
  }

  private Filter made(TaskFilter list) {
    return list.describe(filters.newTaskFilter());
  }

  private String store(@Nullable Filter filter) {
    return filters.saveFilter(filter).getId();
  }

  private List<String> groupsAtWork() {
    Stream<String> bodies = people.bodies().stream().map(body -> body.code().value());
    return Stream.concat(bodies, Groups.OFFICES.stream()).toList();
  }

  private boolean seesAll(String group) {
    return Groups.OFFICES.contains(group)
        || people.bodies().stream()
            .filter(Body::seesAll)
            .anyMatch(body -> body.code().value().equals(group));
  }
}
