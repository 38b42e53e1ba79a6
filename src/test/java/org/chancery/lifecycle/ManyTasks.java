package org.chancery.lifecycle;

import java.util.List;
import org.chancery.Copies;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Filling;
import org.springframework.context.ApplicationContext;
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
    new Copies(jdbc, house.getBean(TransactionTemplate.class))
        .make(
            (tasks - 1) / count(), n -> MadeUpRegister.file(AFTER_SEEDS + OPENED + n).reference());
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

  private void share(List<String> groups) {
    int leave =
        jdbc.sql("select max(perms_) from act_ru_authorization where resource_type_ = 7")
            .query(Integer.class)
            .single();
    jdbc.sql("delete from act_ru_authorization where resource_type_ = 7").update();
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
            update act_ru_task t set assignee_ = f.one || 'Clerk' from falls f
            where f.task = t.id_ and abs(hashtext(t.id_)) % 10 = 0""")
        .update();
    give("group_id_", "f.one", leave);
    give("user_id_", "t.assignee_", leave);
  }

  /** The leave that the engine gives with a task; copies have none. */
  private void give(String column, String whom, int leave) {
    jdbc.sql(
            """
            insert into act_ru_authorization (id_, rev_, type_, %1$s, resource_type_, resource_id_, perms_)
            select gen_random_uuid(), 1, 1, %2$s, 7, t.id_, :leave from act_ru_task t join falls f on f.task = t.id_
            where %2$s is not null"""
                .formatted(column, whom))
        .param("leave", leave)
        .update();
  }
}
