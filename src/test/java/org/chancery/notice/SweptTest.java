package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Contact;
import org.chancery.access.Contacts;
import org.chancery.deadline.Deadlines;
import org.chancery.deadline.Sweeping;
import org.chancery.instrument.Reference;
import org.chancery.process.Errand;
import org.chancery.process.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

/**
 * A sweep, which judges only the cases of which anybody says that it would do something for them,
 * leaves what judging each case leaves: whatever day it is, and whatever was lost or altered.
 */
@ChanceryTest
@ContextConfiguration(initializers = PostOffice.class)
class SweptTest {

  private static final String TASKS =
      "(select id_ from act_ru_task where proc_inst_id_ in"
          + " (select id_ from act_ru_execution where business_key_ = :case))";

  /** What somebody might do past the application; each is done to a case of its own. */
  private static final List<String> SPOILT =
      List.of(
          "delete from verdict where reference = :case",
          "update verdict set status = 'RUNNING' where reference = :case and number = 1",
          "delete from verdict_viewer where reference = :case",
          "insert into involvement (reference, body) values (:case, 'culture')",
          "insert into unjudged (reference) values (:case)",
          "update instrument set stage = 'DRAFTING' where reference = :case",
          "update instrument set in_force = '2020-01-01' where reference = :case",
          "delete from milestone where reference = :case and term is not null",
          "delete from notice_watch where reference = :case",
          "update notice_watch set band = 'CALM' where reference = :case and band = 'LATE'",
          "update notice_watch set rung = null where reference = :case",
          "update act_ru_task set priority_ = 1, rev_ = rev_ + 1 where id_ in " + TASKS,
          "update act_ru_task set due_date_ = null, rev_ = rev_ + 1 where id_ in " + TASKS,
          """
          update act_ru_variable set text_ = 'Another', rev_ = rev_ + 1
          where name_ = 'title' and task_id_ in\s"""
              + TASKS);

  @Autowired Desk desk;
  @Autowired Accounts accounts;
  @Autowired Contacts contacts;
  @Autowired Deadlines deadlines;
  @Autowired Sweeping sweeping;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;

  @Test
  void leavesWhatJudgingEachCaseLeavesAsDaysPass() {
    List<Reference> cases = open();
    sweeping.sweep();
    for (int days : List.of(1, 2, 3, 10, 40)) {
      at(days, () -> requireSwept("after " + days + " days", cases));
    }
  }

  @Test
  void putsRightWhateverWasSpoilt() {
    List<Reference> cases = open();
    at(
        3,
        () -> {
          sweeping.sweep();
          for (int n = 0; n < SPOILT.size(); n++) {
            String spoiling = SPOILT.get(n);
            int rows = jdbc.sql(spoiling).param("case", cases.get(n).value()).update();
            assertThat(rows).as(spoiling).isPositive();
            requireSwept(spoiling, cases);
          }
        });
  }

  /** As when a process was lost, and when one runs that nobody has called for. */
  @Test
  void putsRightWhatTheProcessesLack() {
    List<Reference> cases = open();
    sweeping.sweep();
    processes.drop(cases.get(0));
    requireSwept("dropped", cases);
    processes.begin(Errand.on("obligation", 1), cases.get(1));
    requireSwept("begun", cases);
    processes.openSteps(cases.get(2)).stream().filter(Errand::isStep).forEach(processes::pass);
    requireSwept("passed", cases);
  }

  private Contact reads() {
    Contact contact = new Contact("mddtClerk@example.org", "en");
    contacts.change(contact);
    return contact;
  }

  private void requireSwept(String what, List<Reference> cases) {
    List<?> before = Swept.left(jdbc);
    sweeping.sweep();
    List<?> swept = Swept.left(jdbc);
    assertThat(swept).as(what).isNotEqualTo(before);
    cases.forEach(each -> accounts.as(Account.HOUSE, () -> judged(each)));
    assertThat(Swept.left(jdbc)).as(what).isEqualTo(swept);
  }

  private Reference judged(Reference reference) {
    deadlines.rejudge(reference);
    return reference;
  }

  /** One for each way of spoiling: late already, signed here, and another signature to come. */
  private List<Reference> open() {
    desk.as("mddtClerk", this::reads);
    List<Reference> cases = new ArrayList<>();
    for (int n = 0; n < SPOILT.size(); n++) {
      cases.add(open(TestTime.TODAY.plusDays(n - 5)));
    }
    return cases;
  }

  private Reference open(LocalDate due) {
    return desk.open(
        "mddtClerk",
        """
        {'type': 'AGREEMENT', 'title': {'en': 'A'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'KZ'}], 'consent': 'SIGNATURE',
         'milestones': [{'kind': 'REPORT', 'due': '%s', 'body': 'mddt'},
                        {'kind': 'REPORT', 'due': '2026-11-01', 'body': 'mddt'}],
         'events': [{'kind': 'SIGNED', 'on': '2026-11-20', 'reason': 'In haste'},
                    {'kind': 'PUBLISHED', 'on': '2026-11-23', 'source': {'outlet': 'AZERTAC'}}]}"""
            .formatted(due));
  }

  private static void at(int days, Runnable work) {
    Instant morning = TestTime.TODAY.plusDays(days).atTime(8, 0).toInstant(ZoneOffset.UTC);
    TestTime.at(
        morning,
        () -> {
          work.run();
          return days;
        });
  }
}
