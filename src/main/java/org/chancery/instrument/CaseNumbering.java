package org.chancery.instrument;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/** The sequence that numbers the cases, asked in the dialect of the database. */
@Component
class CaseNumbering {

  private final JdbcClient jdbc;
  private final String next;

  CaseNumbering(JdbcClient jdbc, DataSource database) throws MetaDataAccessException {
    this.jdbc = jdbc;
    String product =
        JdbcUtils.extractDatabaseMetaData(database, DatabaseMetaData::getDatabaseProductName);
    this.next =
        switch (DatabaseDriver.fromProductName(product)) {
          case POSTGRESQL -> "select nextval('case_number')";
          case H2 -> "select next value for case_number";
          default -> throw new IllegalStateException("Use H2 or PostgreSQL, not " + product);
        };
  }

  /** The next number; one that is not used in the end is left out. */
  int next() {
    return jdbc.sql(next).query(Integer.class).single();
  }
}
