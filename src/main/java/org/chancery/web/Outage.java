package org.chancery.web;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.regex.Pattern;
import org.chancery.web.Refusal.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures of the database itself from those of what it was asked. */
public final class Outage {

  /**
   * The connection is lost, the server stops or starts, has no room left, or has cut off who did
   * nothing; by the standard and by PostgreSQL's appendix A.
   */
  private static final Pattern STATES = Pattern.compile("(08|53|58|57P|25P03).*");

  private static final String OPERATIONS = "/operations";
  private static final String TOLD = Outage.class.getName();

  private Outage() {}

  /** Whether the request is being told of one: then nothing more is asked of the database. */
  public static boolean isTold(HttpServletRequest request) {
    return request.getAttribute(TOLD) != null;
  }

  /**
   * The request is told of one. Whoever asked for the page of operators is told what to look at,
   * too: who she is nobody knows while the database is away.
   */
  static void tell(HttpServletRequest request) {
    request.setAttribute(TOLD, true);
    if (AskedPath.of(request).equals(OPERATIONS)) {
      request.setAttribute("operating", true);
    }
  }

  /** Whether it failed because the database is away: the same may well succeed later. */
  static boolean isIn(@Nullable Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      boolean isLost = cause instanceof SQLException told && isOutage(told);
      // A transaction that could not even be rolled back: the pool has given up its connection.
      if (isLost || cause instanceof TransactionSystemException) {
        return true;
      }
    }
    return false;
  }

  /** What is answered then. Whether a write took place is not known: its key finds out. */
  static Refusal refusal() {
    return Refusal.of(Kind.AWAY, "database.away");
  }

  private static boolean isOutage(SQLException told) {
    String state = told.getSQLState();
    return told instanceof SQLTransientConnectionException
        || told instanceof SQLNonTransientConnectionException
        || (state != null && STATES.matcher(state).matches());
  }
}
