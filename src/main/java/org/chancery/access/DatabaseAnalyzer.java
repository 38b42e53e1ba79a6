package org.chancery.access;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator that the database cannot be reached, or is open in another program. */
final class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  /** H2's DATABASE_ALREADY_OPEN_1. */
  private static final int ALREADY_OPEN = 90020;

  /** The class of SQL states of a connection that was refused or lost. */
  private static final String NO_CONNECTION = "08";

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
    if (cause.getErrorCode() == ALREADY_OPEN) {
      return new FailureAnalysis(
          "The embedded database is in use: it admits one program at a time.",
          "Stop the running Chancery first, or use PostgreSQL.",
          cause);
    }
    String state = cause.getSQLState();
    if (state != null && state.startsWith(NO_CONNECTION)) {
      return new FailureAnalysis(
          "The database cannot be reached. " + cause.getMessage(),
          "Start it, or correct spring.datasource.url, .username and .password.",
          cause);
    }
    return null;
  }
}
