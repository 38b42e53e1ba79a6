package org.chancery.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.chancery.web.Outgoing;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * Connections that give the database up soon while somebody waits for the answer: a link that
 * swallows what is sent is noticed by nothing but silence. What is sent out piece by piece, and
 * what happens on no request's thread, waits as long as the pool says.
 */
final class Hurried extends DelegatingDataSource {

  private final int patience;

  /**
   * @param patience how long a request waits for the next word of the database
   */
  Hurried(DataSource pool, Duration patience) {
    super(pool);
    this.patience = Math.toIntExact(patience.toMillis());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    if (RequestContextHolder.getRequestAttributes() != null && !Outgoing.isUnderway()) {
      try {
        connection.setNetworkTimeout(Runnable::run, patience);
      } catch (SQLException broken) {
        connection.close();
        throw broken;
      }
    }
    return connection;
  }
}
