package org.chancery.lifecycle;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.chancery.OnPostgres;
import org.chancery.QuietHouse;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.instrument.Filling;
import org.chancery.process.Processes;
import org.chancery.process.ShownTasks;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * P9 and P10: the first page of a clerk's tasks, and of a list of Tasklist, on a durable PostgreSQL
 * with many open tasks that fall to ten groups. <em>Ours</em>: {@link Tasks#mine}, and the list as
 * the house answers it. <em>Camunda</em>: the engine as it comes, with the same tasks and leave.
 * <em>Flowable</em>: the same tasks in its tables. <em>Limit</em>: the page in plain SQL. All must
 * find the same tasks in the same order.
 *
 * <p>Arguments: how many open tasks, how many rounds, the file of the samples.
 */
public final class TasksBenchmark {

  /** Rounds that are not counted. */
  private static final int WARM_UP = 5;

  private static final int LIMIT = 20;
  private static final int A_LIST = 15;
  private static final List<String> GROUPS =
      List.of(
          "mfa",
          "justice",
          "mddt",
          "energy",
          "economy",
          "health",
          "education",
          "culture",
          "ecology",
          "registrar");
  private static final Instant NOW = MadeUpRegister.DAY.atTime(8, 0).toInstant(ZoneOffset.UTC);

  private static final String PAGE =
      """
      select t.*, p.business_key_, i.description,
        (select string_agg(l.group_id_, ' ') from act_ru_identitylink l where l.task_id_ = t.id_ and l.type_ = 'candidate'),
        (select v.text_ from act_ru_variable v where v.task_id_ = t.id_ and v.name_ = 'deadline')
      from ((select * from act_ru_task where assignee_ = :account
             order by priority_ desc, due_date_, create_time_, id_ limit :limit)
            union all
            (select * from act_ru_task o where assignee_ is null and exists
               (select 1 from act_ru_identitylink l
                 where l.task_id_ = o.id_ and l.type_ = 'candidate' and l.group_id_ in (:groups))
             order by priority_ desc, due_date_, create_time_, id_ limit :limit)) t
        join act_ru_execution p on p.id_ = t.proc_inst_id_
        join instrument i on i.reference = p.business_key_
      order by t.priority_ desc, t.due_date_, t.create_time_, t.id_ limit :limit
      """;

  private final ConfigurableApplicationContext house;
  private final EngineTasks stock;
  private final EngineTasks ours;
  private final FlowableTasks flowable;
  private final int rounds;
  private final int tasks;
  private final List<String> samples = new ArrayList<>();

  private TasksBenchmark(
      ConfigurableApplicationContext house,
      EngineTasks stock,
      FlowableTasks flowable,
      int tasks,
      int rounds) {
    this.house = house;
    this.stock = stock;
    this.ours = new EngineTasks(house.getBean(ProcessEngine.class));
    this.flowable = flowable;
    this.tasks = tasks;
    this.rounds = rounds;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    int tasks = Integer.parseInt(arguments[0]);
    int rounds = Integer.parseInt(arguments[1]);
    try (ConfigurableApplicationContext house =
        QuietHouse.with(Filling.class)
            .at(Clock.fixed(NOW, ZoneOffset.UTC))
            .on(OnPostgres.emptyDatabase("tasks_benchmark"))) {
      ManyTasks many = new ManyTasks(house);
      many.open(tasks, GROUPS);
      DataSource ours = house.getBean(DataSource.class);
      try (HikariDataSource engines = OnPostgres.pool("camunda");
          EngineTasks stock = EngineTasks.asItComes(engines);
          HikariDataSource flowables = OnPostgres.pool("flowable");
          FlowableTasks flowable = new FlowableTasks(flowables)) {
        EngineTasks.fill(ours, engines);
        flowable.fill(ours);
        TasksBenchmark benchmark = new TasksBenchmark(house, stock, flowable, many.count(), rounds);
        benchmark.measure();
        benchmark.samples.add(0, "workload,who,tasks,round,wall_ms");
        Files.write(Path.of(arguments[2]), benchmark.samples);
      }
    }
    System.exit(0);
  }

  private void measure() {
    Account clerk = account("energyClerk");
    Account everybodys = account("mfaClerk");
    page("page", clerk, true);
    list("list", clerk, "My ministry's", true);
    list("all", clerk, "All I may see", false);
    list("all-of-everybody", everybodys, "All I may see", false);
    page("page-without-tasks", account("lawyer"), false);
  }

  private Account account(String name) {
    return house.getBean(Accounts.class).find(name).orElseThrow();
  }

  /** P9. */
  private void page(String workload, Account account, boolean beside) {
    Accounts accounts = house.getBean(Accounts.class);
    Set<String> groups = accounts.as(account, house.getBean(Processes.class)::groups);
    Map<String, Supplier<List<String>>> who = new LinkedHashMap<>();
    who.put(
        "ours",
        () ->
            accounts.as(
                account,
                () ->
                    house.getBean(Tasks.class).mine(null, LIMIT, Locale.ENGLISH).items().stream()
                        .map(Task::id)
                        .toList()));
    who.put("camunda", () -> stock.page(account.name(), groups, LIMIT));
    who.put("flowable", () -> flowable.page(account.name(), groups, LIMIT));
    who.put("limit", () -> limit(account.name(), groups));
    if (!beside) {
      who.keySet().removeIf(each -> each.equals("camunda") || each.equals("flowable"));
    }
    measure(workload, who);
  }

  private List<String> limit(String account, Set<String> groups) {
    return house
        .getBean(JdbcClient.class)
        .sql(PAGE)
        .param("account", account)
        .param("groups", groups)
        .param("limit", LIMIT)
        .query((row, number) -> row.getString("id_"))
        .list();
  }

  /** P10. */
  private void list(String workload, Account account, String name, boolean beside) {
    Set<String> groups =
        house.getBean(Accounts.class).as(account, house.getBean(Processes.class)::groups);
    String list = ours.list(account.name(), groups, name);
    Map<String, Supplier<List<String>>> who = new LinkedHashMap<>();
    who.put(
        "ours",
        () -> {
          List<String> told = ours.list(account.name(), groups, list, A_LIST);
          house.getBean(ShownTasks.class).of(told.subList(1, told.size()), Locale.ENGLISH);
          return told;
        });
    if (beside) {
      who.put("camunda", () -> stock.list(account.name(), groups, list, A_LIST));
    }
    measure(workload, who);
  }

  /** Each in turn; whoever finds anything else than ours ends it all. */
  private void measure(String workload, Map<String, Supplier<List<String>>> who) {
    List<String> expected = Objects.requireNonNull(who.get("ours")).get();
    for (int round = 1 - WARM_UP; round <= rounds; round++) {
      for (Map.Entry<String, Supplier<List<String>>> each : who.entrySet()) {
        long before = System.nanoTime();
        List<String> found = each.getValue().get();
        double wall = (System.nanoTime() - before) / 1e6;
        if (!found.equals(expected)) {
          throw new IllegalStateException(workload + ": " + each.getKey() + " finds " + found);
        }
        if (round > 0) {
          say("%s,%s,%d,%d,%.3f", workload, each.getKey(), tasks, round, wall);
        }
      }
    }
  }

  private void say(String sample, Object... values) {
    samples.add(String.format(Locale.ROOT, sample, values));
    System.out.println(samples.get(samples.size() - 1));
  }
}
