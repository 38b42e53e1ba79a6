package org.chancery.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TroubleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DISK | org.postgresql.util.PSQLException: ERROR: could not extend file: No space left on device",
        "DISK | Caused by: java.io.IOException: No space left on device",
        "MEMORY | java.lang.OutOfMemoryError: Java heap space",
        "DATABASE | org.springframework.transaction.CannotCreateTransactionException: Could not open",
        "DATABASE | org.springframework.jdbc.CannotGetJdbcConnectionException: Failed to obtain",
        "DATABASE | org.springframework.dao.QueryTimeoutException: canceled",
        "HELD | org.camunda.bpm.engine.OptimisticLockingException: ENGINE-03005 Execution of",
        "HELD | org.springframework.dao.CannotAcquireLockException: waited",
        "DATABASE | org.h2.jdbc.JdbcSQLException: gone; SQL state [08001]",
        "FAULT | java.lang.IllegalStateException: 2026-008123-4 could not be judged",
        "FAULT | java.lang.IllegalStateException: 2026-053100-6 could not be judged",
        "FAULT | java.lang.NullPointerException",
      })
  void isReadFromTheTraceOfWhatFailed(Trouble trouble, String trace) {
    assertThat(Trouble.of(trace + "\n\tat org.chancery.deadline.Sweep.judge(Sweep.java:99)"))
        .isEqualTo(trouble);
  }
}
