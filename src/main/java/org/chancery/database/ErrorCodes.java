package org.chancery.database;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What went wrong is told by the codes of each database. By classes of exceptions and the states of
 * the standard alone, which Spring would go by, nobody knows that another held for too long what
 * was asked for.
 */
@Configuration(proxyBeanMethods = false)
class ErrorCodes {

  @Bean
  SQLExceptionTranslator byErrorCodes(DataSource database) {
    return new SQLErrorCodeSQLExceptionTranslator(database);
  }
}
