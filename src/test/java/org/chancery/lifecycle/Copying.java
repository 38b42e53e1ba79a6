package org.chancery.lifecycle;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/** Copies rows from one PostgreSQL into another, as they are. */
final class Copying {

  private Copying() {}

  /**
   * @param rows what is selected there
   * @param into the table here, with the names of the columns where they are not all or not alike
   */
  static void rows(DataSource there, String rows, DataSource here, String into)
      throws SQLException, IOException {
    ByteArrayOutputStream copied = new ByteArrayOutputStream();
    try (Connection from = there.getConnection();
        Connection to = here.getConnection()) {
      from.unwrap(PGConnection.class).getCopyAPI().copyOut("copy (" + rows + ") to stdout", copied);
      // Rows come table by table, and refer to what is yet to come.
      to.createStatement().execute("set session_replication_role = replica");
      to.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + into + " from stdin", new ByteArrayInputStream(copied.toByteArray()));
      to.createStatement().execute("set session_replication_role = default");
    }
  }
}
