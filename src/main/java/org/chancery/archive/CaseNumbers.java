package org.chancery.archive;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** The sequence that numbers the cases, which is asked for its last number in two dialects. */
@Component
class CaseNumbers {

  private static final int LARGEST = 999_999;

  private final JdbcClient jdbc;
  private final String last;

  CaseNumbers(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
    this.jdbc = jdbc;
    String product =
        JdbcUtils.extractDatabaseMetaData(
            database, java.sql.DatabaseMetaData::getDatabaseProductName);
    this.last =
        DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL
            ? "select case when is_called then last_value else last_value - 1 end from case_number"
            : """
              select base_value - 1 from information_schema.sequences
              where sequence_name = 'CASE_NUMBER'""";
  }

  /** The last number that a case was given; 0 for none. */
  int last() {
    return jdbc.sql(last).query(Integer.class).single();
  }

  /** Goes on after the number. */
  void goOnAfter(int number) {
    int next = number == LARGEST ? 1 : number + 1;
    jdbc.sql("alter sequence case_number restart with " + next).update();
  }

  /** Whether a case can have been given the number, or none has. */
  static boolean isNumber(int number) {
    return number >= 0 && number <= LARGEST;
  }
}
