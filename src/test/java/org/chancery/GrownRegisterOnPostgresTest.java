package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.chancery.instrument.Reference;
import org.chancery.process.Processes;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** For one case PostgreSQL does not read what it holds of all. */
@ChanceryTest
@ContextConfiguration(initializers = OnPostgres.class)
class GrownRegisterOnPostgresTest {

  private static final int MANY = 40_000;

  /** After so many times driver and database have made up their minds. */
  private static final int UNTIL_PLANNED = 12;

  private static final String CASE =
      """
      {'type': 'MEMORANDUM', 'title': {'en': 'Zone 0'}, 'responsibleBody': 'mddt',
       'parties': [{'code': 'AZ'}, {'code': 'KZ'}]}""";

  @Autowired Desk desk;
  @Autowired Processes processes;
  @Autowired JdbcClient jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void openingReadsNoWordsThatOnlyBeginLikeItsOwn() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  insert into word_key (kind, text, word)
                  select 'B', '0', lpad(cast(n as text), 6, '0') from generate_series(1, ?) n""")
              .param(MANY)
              .update();
          jdbc.sql("analyze word_key").update();
          long before = entriesRead("word_key_text");
          desk.open("mddtClerk", CASE);
          assertThat(entriesRead("word_key_text") - before).isLessThan(MANY / 100);
          status.setRollbackOnly();
        });
  }

  /** PostgreSQL keeps the plan that it made while the house was small. */
  @Test
  void completingReadsNoTasksOfOthers() {
    transaction.executeWithoutResult(
        status -> {
          jdbc.sql("set local enable_seqscan = off")
              .update(); // As if the house were no longer small.
          Reference reference = desk.open("mddtClerk", CASE);
          String task = processes.openSteps(reference).get(0).id();
          for (int times = 0; times < UNTIL_PLANNED; times++) {
            caseSeen(task);
          }
          jdbc.sql(
                  """
                  insert into act_ru_identitylink (id_, rev_, group_id_, type_)
                  select cast(n as text), 1, 'mddt', 'candidate' from generate_series(1, ?) n""")
              .param(MANY)
              .update();
          long before = entriesRead("act_idx_ident_lnk_group") + entriesRead("act_ru_identitylink");
          assertThat(caseSeen(task)).contains(reference);
          assertThat(
                  entriesRead("act_idx_ident_lnk_group")
                      + entriesRead("act_ru_identitylink")
                      - before)
              .isLessThan(MANY / 100);
          status.setRollbackOnly();
        });
  }

  private Optional<Reference> caseSeen(String task) {
    return desk.as("mddtClerk", () -> processes.caseInSight(task));
  }

  /**
   * How many entries of the index, or rows of the table one by one, were read by this transaction.
   */
  private long entriesRead(String index) {
    return jdbc.sql("select pg_stat_get_xact_tuples_returned(cast(? as regclass))")
        .param(index)
        .query(Long.class)
        .single();
  }
}
