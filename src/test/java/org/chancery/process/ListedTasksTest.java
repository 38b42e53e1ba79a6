package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.GenericManagerFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.query.Query;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.chancery.access.Account;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a list of the task list holds is what the engine itself would say, whoever answers. */
@House
class ListedTasksTest {

  private static final AtomicInteger NUMBER = new AtomicInteger(800_000);
  private static final List<String> GROUPS = List.of("mddt", "energy", "mfa", "registrar");

  /** What a list holds: how many tasks, and which of them a page shows. */
  private record Held(long count, List<String> page) {}

  @Autowired private ProcessEngine engine;
  @Autowired private FilterService filters;
  @Autowired private TaskService tasks;
  @Autowired private IdentityService identities;
  @Autowired private AuthorizationService authorizations;
  @Autowired private Processes processes;
  @Autowired private MadeUpPeople people;
  @Autowired private DataSource database;

  private final List<Reference> opened = new ArrayList<>();
  private final Random random = new Random(10);

  @AfterEach
  void clearsAway() {
    identities.clearAuthentication();
    opened.forEach(processes::drop);
  }

  @Test
  void listsHoldWhatTheEngineWouldSay() {
    Stream.generate(this::openTask).limit(60).forEach(this::change);
    int shown = 0;
    for (int asked = 0; asked < 400; asked++) {
      logIn(any(people.all()));
      TaskQuery query = list();
      assertThat(ListStatement.canAnswer((TaskQueryImpl) query)).isTrue();
      int first = random.nextInt(12);
      Held ours = held(query, first);
      assertThat(ours).isEqualTo(asTheEngineComes(() -> held(query, first)));
      shown += ours.page().size();
    }
    assertThat(shown).isGreaterThan(1_000);
  }

  @Test
  void whatForbidsIsWeighedByTheEngine() {
    String task = openTask();
    Authorization forbids = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_REVOKE);
    forbids.setUserId("mddtClerk");
    forbids.setResource(Resources.TASK);
    forbids.setResourceId(task);
    forbids.removePermission(Permissions.READ);
    authorizations.saveAuthorization(forbids);
    logIn(people.find("mddtClerk").orElseThrow());
    TaskQuery all = TaskFilter.mostUrgentFirst(tasks.createTaskQuery());
    Held ours = held(all, 0);
    Held engines = asTheEngineComes(() -> held(all, 0));
    identities.clearAuthentication();
    authorizations.deleteAuthorization(forbids.getId());
    assertThat(ours).isEqualTo(engines);
    assertThat(ours.page()).doesNotContain(task);
  }

  @Test
  void eachListCanBeAnsweredWithWhatTheTaskListAdds() {
    TaskQuery added = tasks.createTaskQuery().active().orderByTaskCreateTime().desc();
    assertThat(filters.createTaskFilterQuery().list())
        .isNotEmpty()
        .allSatisfy(
            list -> assertThat(ListStatement.canAnswer(extended(list.getQuery(), added))).isTrue());
  }

  @Test
  void whatElseIsAskedIsLeftToTheEngine() {
    assertThat(
            Stream.of(
                ordered().taskNameLike("%sign%"),
                ordered().suspended(),
                ordered().taskCandidateGroupIn(List.of("mddt", "energy")),
                ordered().processVariableValueEquals("answer", "yes"),
                ordered().taskDelegationState(null),
                ordered().or().taskAssignee("mddtClerk").endOr(),
                tasks.createTaskQuery().taskAssignee("mddtClerk"),
                tasks.createTaskQuery().orderByTaskCreateTime().desc()))
        .noneMatch(query -> ListStatement.canAnswer((TaskQueryImpl) query));
  }

  @Test
  void eachIndexIsMadeOnce() throws SQLException {
    try (Connection connection = database.getConnection()) {
      EngineIndexes.make(connection);
      for (EngineIndexes index : EngineIndexes.values()) {
        assertThat(index.isThere(connection)).as(index.name()).isTrue();
      }
    }
  }

  private static TaskQueryImpl extended(Query<?, ?> list, TaskQuery added) {
    return (TaskQueryImpl) ((TaskQueryImpl) list).extend(added);
  }

  private TaskQuery ordered() {
    return TaskFilter.mostUrgentFirst(tasks.createTaskQuery());
  }

  private String openTask() {
    Reference reference = Reference.of(2026, NUMBER.incrementAndGet());
    processes.start("agreement", reference);
    opened.add(reference);
    return processes.openSteps(reference).get(0).id();
  }

  private void change(String task) {
    Instant due =
        random.nextBoolean()
            ? null
            : Instant.parse("2026-12-01T20:00:00Z").plus(random.nextInt(3), ChronoUnit.DAYS);
    int priority = any(List.of(10, 20, 50, 100, 130));
    OpenStep step = processes.step(task).orElseThrow();
    processes.display(Map.of(step, new Display("Changed", null, null, due, priority)));
    tasks.addCandidateGroup(task, any(GROUPS));
    if (random.nextInt(3) == 0) {
      tasks.setAssignee(task, any(people.all()).name());
    }
    if (random.nextInt(4) == 0) {
      tasks.deleteCandidateGroup(task, "mddt");
    }
  }

  private TaskQuery list() {
    TaskQuery query = tasks.createTaskQuery();
    switch (random.nextInt(4)) {
      case 0 -> query.taskAssignee(any(people.all()).name());
      case 1 -> query.taskCandidateGroup(any(GROUPS)).includeAssignedTasks();
      case 2 -> query.taskCandidateGroup(any(GROUPS));
      default -> {}
    }
    if (random.nextBoolean()) {
      query.taskMinPriority(any(List.of(20, 50, 100)));
    }
    if (random.nextBoolean()) {
      query.taskMaxPriority(any(List.of(49, 99, 120)));
    }
    if (random.nextBoolean()) {
      query.active();
    }
    TaskFilter.mostUrgentFirst(query);
    return random.nextBoolean() ? query : query.orderByTaskCreateTime().desc();
  }

  private static Held held(TaskQuery query, int first) {
    List<String> page = query.listPage(first, 15).stream().map(Task::getId).toList();
    return new Held(query.count(), page);
  }

  private void logIn(Account account) {
    identities.setAuthentication(account.name(), List.copyOf(Groups.of(account)));
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** What it gives with the engine's own parts where this house has put its own. */
  private <T> T asTheEngineComes(Supplier<T> asked) {
    Map<Class<?>, SessionFactory> parts =
        ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
            .getSessionFactories();
    Map<Class<?>, SessionFactory> ours = new HashMap<>(parts);
    parts.put(TaskManager.class, new GenericManagerFactory(TaskManager.class));
    parts.put(AuthorizationManager.class, new GenericManagerFactory(AuthorizationManager.class));
    try {
      return asked.get();
    } finally {
      parts.putAll(ours);
    }
  }
}
