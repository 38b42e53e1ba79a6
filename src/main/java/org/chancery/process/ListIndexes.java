package org.chancery.process;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The indexes by which a page of tasks is found without looking at all tasks: on tables of the
 * engine, so they are made where those are. Each is looked for first, since to make it waits for
 * whoever writes tasks on another node, and keeps the next ones waiting.
 */
enum ListIndexes {
  /** Most urgent first, as the lists have them. */
  CHANCERY_TASK_URGENCY("ACT_RU_TASK", "PRIORITY_ DESC, DUE_DATE_, CREATE_TIME_, ID_"),

  /** Whom a task falls to; by the group alone the embedded database looks at all of its tasks. */
  CHANCERY_TASK_CANDIDATE("ACT_RU_IDENTITYLINK", "TASK_ID_, GROUP_ID_, TYPE_");

  private final String table;
  private final String columns;

  ListIndexes(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Makes those that are not there. */
  static void make(Connection connection) throws SQLException {
    for (ListIndexes index : values()) {
      if (!index.isThere(connection)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "CREATE INDEX %s ON %s (%s)".formatted(index.name(), index.table, index.columns));
        }
      }
    }
  }

  boolean isThere(Connection connection) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    boolean small = database.storesLowerCaseIdentifiers();
    String name = small ? table.toLowerCase(Locale.ROOT) : table;
    try (ResultSet indexes =
        database.getIndexInfo(null, connection.getSchema(), name, false, true)) {
      while (indexes.next()) {
        if (name().equalsIgnoreCase(indexes.getString("INDEX_NAME"))) {
          return true;
        }
      }
    }
    return false;
  }
}
