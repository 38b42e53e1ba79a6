package org.chancery.access;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells the operator that the embedded database is open in another program. */
final class DatabaseInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

  /** H2's DATABASE_ALREADY_OPEN_1. */
  private static final int ALREADY_OPEN = 90020;

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
    return cause.getErrorCode() != ALREADY_OPEN
        ? null
        : new FailureAnalysis(
            "The embedded database is in use: it admits one program at a time.",
            "Stop the running Chancery first, or use PostgreSQL.",
            cause);
  }
}
