package org.chancery.instrument;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.jdbc.support.incrementer.DataFieldMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.H2SequenceMaxValueIncrementer;
import org.springframework.jdbc.support.incrementer.PostgresSequenceMaxValueIncrementer;

/** The sequence that numbers the cases, asked in the dialect of the database. */
@Configuration(proxyBeanMethods = false)
class CaseNumbering {

  private static final String SEQUENCE = "case_number";

  @Bean
  DataFieldMaxValueIncrementer caseNumberSequence(DataSource database)
      throws MetaDataAccessException {
    String product =
        JdbcUtils.extractDatabaseMetaData(
            database, java.sql.DatabaseMetaData::getDatabaseProductName);
    return switch (DatabaseDriver.fromProductName(product)) {
      case POSTGRESQL -> new PostgresSequenceMaxValueIncrementer(database, SEQUENCE);
      case H2 -> new H2SequenceMaxValueIncrementer(database, SEQUENCE);
      default -> throw new IllegalStateException("Use H2 or PostgreSQL, not " + product);
    };
  }
}
