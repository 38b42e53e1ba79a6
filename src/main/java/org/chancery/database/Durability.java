package org.chancery.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.CannotStart;

/**
 * Whether PostgreSQL keeps what it has confirmed. Asked as the role and in the database that the
 * house works with, since {@code synchronous_commit} may be set for either.
 */
final class Durability {

  /** Without any one of them a confirmed case may be gone after a power failure. */
  private static final List<String> SWITCHES =
      List.of("fsync", "full_page_writes", "synchronous_commit");

  private Durability() {}

  /**
   * @throws CannotStart when the database may forget what it has confirmed
   */
  static void require(Connection connection) throws SQLException {
    List<String> off = new ArrayList<>();
    for (String name : SWITCHES) {
      if (setting(connection, name).equals("off")) {
        off.add(name);
      }
    }
    if (!off.isEmpty()) {
      throw refusal(off);
    }
  }

  static CannotStart refusal(List<String> off) {
    return new CannotStart(
        "The database may forget what it has confirmed: off is " + String.join(", ", off) + ".",
        "As its superuser: "
            + off.stream()
                .map(name -> "alter system set " + name + " = on; ")
                .reduce("", String::concat)
            + "select pg_reload_conf(); what is set for this role or database goes with "
            + "alter role … reset …, alter database … reset ….");
  }

  private static String setting(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("show " + name)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
