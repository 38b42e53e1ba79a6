package org.chancery.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.chancery.ChanceryTest;
import org.chancery.Desk;
import org.chancery.TestTime;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.instrument.Reference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R5, R20: only a case of which judging it anew would change something is held, and so can be in
 * somebody's hands or make the sweep fail.
 */
@ChanceryTest
class GlanceTest {

  private static final Instant NEXT_DAY =
      TestTime.TODAY.plusDays(1).atTime(8, 0).toInstant(ZoneOffset.UTC);

  @Autowired Glance glance;
  @Autowired Sweep sweep;
  @Autowired Sweeps sweeps;
  @Autowired Accounts accounts;
  @Autowired Desk desk;
  @Autowired JdbcClient jdbc;
  @Autowired DataSource source;

  private Reference due;
  private Reference calm;

  @BeforeEach
  void open() {
    due = open("2026-11-21");
    calm = open("2028-11-21");
    sweeps.sweep();
  }

  @Test
  void concernsWhatFallsDueAndNothingElse() {
    assertThat(concerned(due, calm)).isEmpty();
    TestTime.at(NEXT_DAY, () -> assertThat(concerned(due, calm)).containsExactly(due));
  }

  /**
   * Somebody sleeps with every case in his hands; of those that stand as they stood, none waits.
   */
  @Test
  void holdsNoCaseThatIsAsItWas() throws SQLException {
    try (Connection sleeper = source.getConnection()) {
      sleeper.setAutoCommit(false);
      sleeper.createStatement().executeQuery("select * from instrument for update").close();
      assertThat(unjudged()).isEmpty();
      TestTime.at(NEXT_DAY, () -> assertThat(unjudged()).containsExactly(due));
      sleeper.rollback();
      sleeper.setAutoCommit(true);
    }
    assertThat(TestTime.at(NEXT_DAY, this::unjudged)).isEmpty();
    sweeps.sweep();
  }

  @Test
  void whatCannotBeReadKeepsNothingElseFromBeingLookedAt() {
    String facts = description();
    describe("?");
    try {
      assertThat(concerned(due, calm)).containsExactly(calm);
      TestTime.at(NEXT_DAY, () -> assertThat(concerned(due, calm)).containsExactly(due, calm));
    } finally {
      describe(facts);
    }
  }

  private List<Reference> concerned(Reference... cases) {
    return accounts.as(Account.HOUSE, () -> glance.concerned(List.of(cases)));
  }

  private List<Reference> unjudged() {
    return accounts.as(Account.HOUSE, () -> sweep.unjudged(new Chunk(due, calm)));
  }

  private String description() {
    return jdbc.sql("select description from instrument where reference = ?")
        .param(calm.value())
        .query(String.class)
        .single();
  }

  private void describe(String description) {
    jdbc.sql("update instrument set description = ? where reference = ?")
        .params(description, calm.value())
        .update();
  }

  private Reference open(String day) {
    return desk.open(
        "mddtClerk",
        """
        {'type': 'AGREEMENT', 'title': {'en': 'A'}, 'responsibleBody': 'mddt',
         'parties': [{'code': 'AZ'}, {'code': 'KZ'}],
         'milestones': [{'kind': 'REPORT', 'due': '%s', 'body': 'mddt'}]}"""
            .formatted(day));
  }
}
