package org.chancery.process;

import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.PersistenceExceptionTranslator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Of two who change one task at once the engine lets the first pass; the other may also have waited
 * for the first too long. To whoever calls a repository of this module that is the conflict of
 * which a database tells as well. The engine's own calls would tell of a failure of theirs, so it
 * is kept with the request.
 */
@Component
class Overtaken implements PersistenceExceptionTranslator {

  private final ObjectProvider<JdbcTemplate> jdbc;

  Overtaken(ObjectProvider<JdbcTemplate> jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public @Nullable DataAccessException translateExceptionIfPossible(RuntimeException wrong) {
    return wrong instanceof ProcessEngineException failed && isIn(failed)
        ? new ConcurrencyFailureException("Another changes it, or changed it first.", failed)
        : null;
  }

  /** Whether it failed because of another who was at the same thing. */
  boolean isIn(RuntimeException wrong) {
    for (Throwable cause = wrong; cause != null; cause = cause.getCause()) {
      if (cause instanceof OptimisticLockingException
          || cause instanceof ConcurrencyFailureException
          || (cause instanceof SQLException said && hasWaitedTooLong(said))) {
        return true;
      }
    }
    return false;
  }

  private boolean hasWaitedTooLong(SQLException said) {
    JdbcTemplate database = jdbc.getIfAvailable();
    return database != null
        && database.getExceptionTranslator().translate("the engine's", null, said)
            instanceof ConcurrencyFailureException;
  }

  /** Stands before each command of the engine. */
  CommandInterceptor watch() {
    return new CommandInterceptor() {
      @Override
      public <T> T execute(Command<T> command) {
        try {
          return next.execute(command);
        } catch (RuntimeException wrong) {
          if (isIn(wrong)) {
            new AnswerRefused(Refusal.of(Refusal.Kind.CONFLICT, "conflict.busy"), "").keep();
          }
          throw wrong;
        }
      }
    };
  }
}
