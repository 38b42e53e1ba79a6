package org.chancery.process;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The index by which a page of tasks is found, most urgent first, without looking at all tasks: on
 * a table of the engine, so it is made where those are. It is looked for first, since to make it
 * waits for whoever writes tasks on another node, and keeps the next ones waiting.
 */
final class UrgencyIndex {

  private static final String NAME = "CHANCERY_TASK_URGENCY";

  private UrgencyIndex() {}

  /** Makes it if it is not there. */
  static void make(Connection connection) throws SQLException {
    if (!isThere(connection)) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE INDEX "
                + NAME
                + " ON ACT_RU_TASK (PRIORITY_ DESC, DUE_DATE_, CREATE_TIME_, ID_)");
      }
    }
  }

  static boolean isThere(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    boolean small = database.storesLowerCaseIdentifiers();
    String table = small ? "ACT_RU_TASK".toLowerCase(Locale.ROOT) : "ACT_RU_TASK";
    try (ResultSet indexes =
        database.getIndexInfo(null, connection.getSchema(), table, false, true)) {
      while (indexes.next()) {
        if (NAME.equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
          return true;
        }
      }
    }
    return false;
  }
}
