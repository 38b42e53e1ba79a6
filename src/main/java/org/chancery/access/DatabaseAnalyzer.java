package org.chancery.access;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Tells the operator that the database cannot be reached, is damaged, or open in another program.
 */
final class DatabaseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  /** H2's DATABASE_ALREADY_OPEN_1. */
  private static final int ALREADY_OPEN = 90020;

  /** H2's FILE_CORRUPTED_1. */
  private static final int DAMAGED = 90030;

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
    if (cause.getErrorCode() == DAMAGED) {
      return new FailureAnalysis(
          "The file of the embedded database is damaged, or is no whole copy. "
              + cause.getMessage(),
          "Keep it aside and put the last backup in its place, which was copied while the server stood"
              + " still (README, Backup).",
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
