package org.chancery.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.TransactionSystemException;

/** What is the database's own failure, and what is not. */
class OutageTest {

  @ParameterizedTest
  @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P03", "58030", "25P03"})
  void theDatabaseIsAway(String state) {
    assertThat(Outage.isIn(told(state))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "22001", "40001", "42601", "25P02", "55P03", "57014"})
  void theDatabaseIsThereAndRefuses(String state) {
    assertThat(Outage.isIn(told(state))).isFalse();
  }

  @Test
  void aPoolWithoutConnectionsAndATransactionThatCannotEndAreOutages() {
    assertThat(Outage.isIn(new IllegalStateException(new SQLTransientConnectionException())))
        .isTrue();
    assertThat(Outage.isIn(new TransactionSystemException("rollback"))).isTrue();
    assertThat(Outage.isIn(new IllegalStateException("ours"))).isFalse();
    assertThat(Outage.isIn(null)).isFalse();
  }

  private static Throwable told(String state) {
    return new DataAccessResourceFailureException("told", new SQLException("told", state));
  }
}
