package org.chancery.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.camunda.bpm.engine.SchemaOperationsCommand;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.chancery.database.Starting;

/**
 * Makes and updates the engine's tables, as the role that owns them and all or nothing: a node that
 * is killed meanwhile leaves no half of them.
 */
final class Schema implements SchemaOperationsCommand {

  private final Starting starting;

  Schema(Starting starting) {
    this.starting = starting;
  }

  @Override
  public Void execute(CommandContext context) {
    DbSqlSessionFactory sessions =
        (DbSqlSessionFactory)
            Objects.requireNonNull(context.getSessionFactories().get(DbSqlSession.class));
    try (Connection connection = starting.asOwner()) {
      connection.setAutoCommit(false);
      sessions.openSession(connection, null, null).dbSchemaUpdate();
      EngineIndexes.make(connection);
      connection.commit();
    } catch (SQLException failed) {
      throw new IllegalStateException("The engine's tables could not be made", failed);
    }
    return null;
  }
}
