package org.chancery.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import org.chancery.ChanceryTest;
import org.chancery.TestTime;
import org.chancery.deadline.MadeUpRegister;
import org.chancery.deadline.Sweeping;
import org.chancery.instrument.Filling;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/**
 * A second sweep finds nothing to do. In a register of its own, since nobody has entered its cases
 * into a journal.
 */
@ChanceryTest
@Import(Filling.class)
@ContextConfiguration(initializers = PostOffice.class)
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:swept-twice;DB_CLOSE_DELAY=-1;OPTIMIZE_REUSE_RESULTS=0")
class SweptTwiceTest {

  /** Of the made-up register; the first and the last are performed while an errand is open. */
  private static final List<Integer> MADE_UP = List.of(1128, 1129, 1130, 1131, 1790);

  @Autowired Filling filling;
  @Autowired Sweeping sweeping;
  @Autowired JdbcClient jdbc;

  /** Nor in a case whose last errand falls away on the day on which it is performed. */
  @Test
  void findsNothingToDoASecondTime() {
    jdbc.sql("insert into body values ('ankara', 'TR', 'Europe/Istanbul', false, '{}')").update();
    for (int number : MADE_UP) {
      filling.insert(MadeUpRegister.file(number), MadeUpRegister.DAY);
    }
    for (int days : List.of(0, 20, 40)) {
      TestTime.at(
          TestTime.TODAY.plusDays(days).atTime(8, 0).toInstant(ZoneOffset.UTC),
          () -> {
            sweeping.sweep();
            assertThat(jdbc.sql("select reference from unjudged").query().listOfRows()).isEmpty();
            List<?> swept = Swept.left(jdbc);
            sweeping.sweep();
            assertThat(Swept.left(jdbc)).as("after %s days", days).isEqualTo(swept);
            return swept;
          });
    }
  }
}
