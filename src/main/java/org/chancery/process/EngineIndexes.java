package org.chancery.process;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;

/**
 * The indexes that the engine's own tables lack, so that nothing looks at all tasks: they are made
 * where those are. Each is looked for first, since to make it waits for whoever writes tasks on
 * another node, and keeps the next ones waiting.
 */
enum EngineIndexes {
  /** Most urgent first, as the lists have them. */
  CHANCERY_TASK_URGENCY("ACT_RU_TASK", "PRIORITY_ DESC, DUE_DATE_, CREATE_TIME_, ID_"),

  /** Whom a task falls to; by the group alone the embedded database looks at all of its tasks. */
  CHANCERY_TASK_CANDIDATE("ACT_RU_IDENTITYLINK", "TASK_ID_, GROUP_ID_, TYPE_"),

  /** Whenever a task ends, the engine looks for tasks under it. */
  CHANCERY_TASK_PARENT("ACT_RU_TASK", "PARENT_TASK_ID_");

  private final String table;
  private final String columns;

  EngineIndexes(String table, String columns) {
    this.table = table;
    this.columns = columns;
  }

  /** Makes those that are not there. */
  static void make(Connection connection) throws SQLException {
    for (EngineIndexes index : values()) {
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
