package org.chancery.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Open tasks, as many as one likes: some cases are opened by the house itself, all others are
 * copies of them as they lie in the tables, of the register and of the engine. Then each case falls
 * to one of the groups; of ten tasks one is claimed by somebody of it.
 */
final class ManyTasks {

  /** The demonstration's own cases have the first numbers. */
  private static final int AFTER_SEEDS = 1_000;

  private static final int OPENED = 200;

  private static final List<String> REGISTER =
      List.of(
          "instrument", "party", "milestone", "event", "involvement", "verdict", "verdict_viewer");

  private final ApplicationContext house;
  private final JdbcClient jdbc;

  ManyTasks(ApplicationContext house) {
    this.house = house;
    this.jdbc = house.getBean(JdbcClient.class);
  }

  /** Opens at least so many tasks, of cases that fall to each group alike. */
  void open(int tasks, List<String> groups) {
    for (int number = 1; number <= OPENED; number++) {
      open(number);
    }
    int opened = count();
    int times = (tasks - 1) / opened;
    copy(times);
    share(groups);
    jdbc.sql("vacuum analyze").update();
    // What was just filled in is on the disk, and its writing not part of what is measured.
    jdbc.sql("checkpoint").update();
  }

  int count() {
    return jdbc.sql("select count(*) from act_ru_task").query(Integer.class).single();
  }

  private void open(int number) {
    CaseFile file = MadeUpRegister.file(AFTER_SEEDS + number);
    house
        .getBean(Accounts.class)
        .as(
            Account.HOUSE,
            () ->
                house
                    .getBean(TransactionTemplate.class)
                    .execute(
                        status -> {
                          house.getBean(Filling.class).insert(file, MadeUpRegister.DAY);
                          house.getBean(Deadlines.class).rejudge(file.reference());
                          return file;
                        }));
  }

  private void copy(int times) {
    jdbc.sql("create table copy (original varchar(13), reference varchar(13))").update();
    List<Object[]> pairs = new ArrayList<>();
    for (int time = 1; time <= times; time++) {
      for (int number = 1; number <= OPENED; number++) {
        pairs.add(new Object[] {reference(number), reference(time * OPENED + number)});
      }
    }
    house.getBean(JdbcTemplate.class).batchUpdate("insert into copy values (?, ?)", pairs);
    jdbc.sql("analyze copy").update();
    for (String table : REGISTER) {
      copy(table, "copy c on c.original = t.reference", List.of("reference"), List.of("slug"));
    }
    String byInstance =
        """
        act_ru_execution p on p.id_ = %s
        join act_ru_execution r on r.id_ = p.root_proc_inst_id_
        join copy c on c.original = r.business_key_""";
    String byTask = "act_ru_task k on k.id_ = %s join " + byInstance.formatted("k.proc_inst_id_");
    copyEngine(
        "act_ru_execution",
        byInstance.formatted("t.proc_inst_id_"),
        "id_",
        "root_proc_inst_id_",
        "proc_inst_id_",
        "parent_id_",
        "super_exec_",
        "business_key_");
    copyEngine(
        "act_ru_task",
        byInstance.formatted("t.proc_inst_id_"),
        "id_",
        "execution_id_",
        "proc_inst_id_");
    copyEngine("act_ru_identitylink", byTask.formatted("t.task_id_"), "id_", "task_id_");
    copyEngine(
        "act_ru_variable",
        byInstance.formatted("t.proc_inst_id_"),
        "id_",
        "execution_id_",
        "proc_inst_id_",
        "task_id_",
        "var_scope_");
    copyEngine("act_ru_authorization", byTask.formatted("t.resource_id_"), "id_", "resource_id_");
  }

  private void copyEngine(String table, String joined, String... ids) {
    copy(table, joined, Arrays.asList(ids), List.of());
  }

  /** What names a case or a thing of the engine is another in the copy, and the same everywhere. */
  private void copy(String table, String joined, List<String> ids, List<String> without) {
    List<String> columns =
        jdbc
            .sql(
                """
                select column_name from information_schema.columns
                where table_schema = 'public' and table_name = ?
                  and is_generated = 'NEVER' and is_identity = 'NO' order by ordinal_position""")
            .param(table)
            .query(String.class)
            .list()
            .stream()
            .filter(column -> !without.contains(column))
            .toList();
    String copied =
        columns.stream()
            .map(column -> ids.contains(column) ? another(column) : "t." + column)
            .collect(Collectors.joining(", "));
    jdbc.sql(
            "insert into %1$s (%2$s) select %3$s from %1$s t join %4$s"
                .formatted(table, String.join(", ", columns), copied, joined))
        .update();
  }

  private static String another(String column) {
    return column.equals("reference") || column.equals("business_key_")
        ? "case when t." + column + " is not null then c.reference end"
        : "cast(cast(md5(t." + column + " || c.reference) as uuid) as varchar)";
  }

  private static String reference(int number) {
    return MadeUpRegister.file(AFTER_SEEDS + number).reference().value();
  }

  private void share(List<String> groups) {
    jdbc.sql(
            """
            create table falls as
            select t.id_ as task, (array[:groups])[1 + abs(hashtext(p.business_key_)) % :many] as one
            from act_ru_task t join act_ru_execution p on p.id_ = t.proc_inst_id_""")
        .param("groups", groups)
        .param("many", groups.size())
        .update();
    jdbc.sql(
            """
            update act_ru_identitylink l set group_id_ = f.one from falls f where f.task = l.task_id_""")
        .update();
    jdbc.sql(
            """
            delete from act_ru_authorization a using act_ru_authorization b
            where a.resource_type_ = 7 and b.resource_type_ = 7 and a.resource_id_ = b.resource_id_
              and a.group_id_ > b.group_id_""")
        .update();
    jdbc.sql(
            """
            update act_ru_authorization a set group_id_ = f.one from falls f
            where f.task = a.resource_id_ and a.group_id_ is not null""")
        .update();
    jdbc.sql(
            """
            update act_ru_task t set assignee_ = f.one || 'Clerk' from falls f
            where f.task = t.id_ and abs(hashtext(t.id_)) % 10 = 0""")
        .update();
    jdbc.sql(
            """
            insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)
            select gen_random_uuid(), 1, 1, t.assignee_, 7, t.id_, a.perms_
            from act_ru_task t join act_ru_authorization a on a.resource_id_ = t.id_
            where t.assignee_ is not null
              and not exists (select 1 from act_ru_authorization u
                where u.user_id_ = t.assignee_ and u.resource_id_ = t.id_)""")
        .update();
  }
}
