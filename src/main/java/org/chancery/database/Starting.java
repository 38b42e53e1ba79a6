package org.chancery.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.chancery.access.CannotStart;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * One node at a time starts: it migrates the tables of the house and of the engine, brings in
 * models, tables of the lawyers and seeds, and then lets the next one in. On PostgreSQL an advisory
 * lock says whose turn it is; it hangs on one connection, so it ends with its node however that
 * ends. The embedded database admits one program anyway.
 */
@Component
@Order(150)
public class Starting implements ApplicationRunner, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Starting.class);

  /** The lock, the same for all nodes: CHANCERY in ASCII. */
  private static final long LOCK = 0x4348414e43455259L;

  private static final long A_MOMENT = 200_000_000L; // nanoseconds

  private final DataSource owner;
  private @Nullable Connection turn;

  /**
   * Waits for its turn.
   *
   * @throws CannotStart when this is no demonstration and the database may forget
   */
  Starting(
      DataSource database,
      ObjectProvider<Flyway> migrations,
      @Value("${chancery.demo}") boolean demonstration)
      throws SQLException {
    @Nullable Flyway flyway = migrations.getIfAvailable();
    this.owner = flyway == null ? database : flyway.getConfiguration().getDataSource();
    if (isPostgres(database)) {
      if (!demonstration) {
        requireDurable(database);
      }
      this.turn = take(owner.getConnection());
    }
  }

  /** Another connection of the role that owns the tables, and may create and alter them. */
  public Connection asOwner() throws SQLException {
    return owner.getConnection();
  }

  /** What had to happen in turn has happened. */
  @Override
  public void run(ApplicationArguments arguments) throws SQLException {
    end();
  }

  @Override
  public void destroy() throws SQLException {
    end();
  }

  private void end() throws SQLException {
    if (turn != null) {
      try (Connection ended = turn) {
        answer(ended, "select pg_advisory_unlock(?)");
      }
      turn = null;
    }
  }

  private static boolean isPostgres(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    }
  }

  private static void requireDurable(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      Durability.require(connection);
    }
  }

  /** Asks again and again: to wait within one statement would end where statements time out. */
  private static Connection take(Connection connection) throws SQLException {
    boolean told = false;
    while (!answer(connection, "select pg_try_advisory_lock(?)")) {
      if (!told) {
        LOG.info("Another node is starting; this one waits until it is ready");
        told = true;
      }
      LockSupport.parkNanos(A_MOMENT);
    }
    return connection;
  }

  private static boolean answer(Connection connection, String question) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setLong(1, LOCK);
      try (ResultSet answer = statement.executeQuery()) {
        return answer.next() && answer.getBoolean(1);
      }
    }
  }
}
