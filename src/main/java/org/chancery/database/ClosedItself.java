package org.chancery.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * The embedded database closes itself when it cannot write, as on a full disk, and its connections
 * look as good as before. So each that is told of it is let go: the next one opens the database
 * anew, as it was with the last confirmed change.
 */
public final class ClosedItself implements SQLExceptionOverride {

  /** H2's {@code DATABASE_IS_CLOSED}. */
  private static final int CLOSED = 90098;

  @java.lang.Override
  public Override adjudicate(SQLException failure) {
    return failure.getErrorCode() == CLOSED ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
  }
}
