package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.Proof;
import org.chancery.TestTime;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R12: whether the sweeps of some days were missed, doubled or killed halfway, the next one leaves
 * what it leaves in a register that was never judged before.
 */
@ChanceryTest
class MissedSweepsTest {

  private static final int HISTORIES = Proof.isFullReliability() ? 1_000 : 50;
  private static final int DAYS = 6;
  private static final long SEED = 12;

  @Autowired Sweeps sweeps;
  @Autowired Sweep sweep;
  @Autowired Deadlines deadlines;
  @Autowired Accounts accounts;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;

  @Test
  void leaveWhatOneCleanSweepLeaves() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Reference> cases = new ArrayList<>();
    for (int n = 0; n < HISTORIES; n++) {
      cases.add(open(random));
    }
    for (int day = 1; day < DAYS; day++) {
      at(day, () -> judgeSome(cases, random));
    }
    try {
      at(DAYS, () -> compare(cases));
    } finally {
      sweeps.sweep();
    }
    Proof.count("R12", "random histories", HISTORIES);
  }

  private Object compare(List<Reference> cases) {
    List<?> before = left();
    sweeps.sweep();
    List<?> after = left();
    assertThat(after).as("something was left to do").isNotEqualTo(before);
    sweeps.sweep();
    assertThat(left()).as("swept twice").isEqualTo(after);
    cases.forEach(each -> accounts.as(Account.HOUSE, () -> judged(each)));
    assertThat(left()).as("judged one by one").isEqualTo(after);
    for (String table : List.of("verdict", "verdict_viewer", "verdict_total", "verdict_day")) {
      jdbc.sql("delete from " + table).update();
    }
    sweeps.sweep();
    return assertThat(left()).as("swept for the first time").isEqualTo(after);
  }

  private Reference judged(Reference reference) {
    deadlines.rejudge(reference);
    return reference;
  }

  /** Of each case the sweep of the day is missed, or done once, or twice; nothing is told. */
  private Object judgeSome(List<Reference> cases, SplittableRandom random) {
    for (Reference each : cases) {
      for (int times = random.nextInt(3); times > 0; times--) {
        assertThat(accounts.as(Account.HOUSE, () -> sweep.unjudged(new Chunk(each, each))))
            .isEmpty();
      }
    }
    return cases;
  }

  /** What a sweep writes: what is said of each case, the counts, stages, tasks. */
  private List<?> left() {
    return List.of(
        rows("select * from verdict order by reference, number"),
        rows("select reference, viewer from verdict_viewer order by reference, viewer"),
        rows(
            """
            select viewer, body, status, extended, sum(verdicts) from verdict_total
            group by viewer, body, status, extended having sum(verdicts) <> 0
            order by viewer, body, status, extended"""),
        rows(
            """
            select viewer, body, status, on_day, sum(verdicts) from verdict_day
            group by viewer, body, status, on_day having sum(verdicts) <> 0
            order by viewer, body, status, on_day"""),
        rows("select reference, stage, in_force from instrument order by reference"),
        rows(
            """
            select e.business_key_, t.task_def_key_, t.priority_, t.due_date_
            from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
            order by e.business_key_, t.task_def_key_, t.priority_, t.due_date_"""));
  }

  private List<?> rows(String sql) {
    return jdbc.sql(sql).query().listOfRows();
  }

  private Reference open(SplittableRandom random) {
    LocalDate due = TestTime.TODAY.plusDays(random.nextInt(-40, DAYS + 2));
    LocalDate then = TestTime.TODAY.plusDays(random.nextInt(0, 100));
    return desk.open(
        "mddtClerk",
        """
        {"type": "AGREEMENT", "title": {"en": "A"}, "responsibleBody": "mddt",
         "parties": [{"code": "AZ"}, {"code": "KZ"}],
         "milestones": [{"kind": "REPORT", "due": "%s", "body": "mddt"},
                        {"kind": "CONSENT", "due": "%s", "party": "KZ"}]}"""
            .formatted(due, then));
  }

  private static <T> T at(int day, Supplier<T> work) {
    Instant morning = TestTime.TODAY.plusDays(day).atTime(8, 0).toInstant(ZoneOffset.UTC);
    return TestTime.at(morning, work);
  }
}
