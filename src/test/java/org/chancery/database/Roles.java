package org.chancery.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Has {@code bin/postgres-roles.sql} make the roles and the database, as an operator does. */
final class Roles {

  /** Of both roles. */
  static final String PASSWORD = "it's a secret";

  private Roles() {}

  /** Whether this machine has what runs the script. */
  static boolean canBeMade() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(Path::of)
        .anyMatch(folder -> Files.isExecutable(folder.resolve("psql")));
  }

  static void make(Postgres server) throws IOException, InterruptedException {
    Process psql =
        new ProcessBuilder(
                List.of(
                    "psql",
                    "--no-psqlrc",
                    "--quiet",
                    "--dbname=postgresql://postgres:postgres@localhost:"
                        + server.port()
                        + "/postgres",
                    "--set=owner_password=" + PASSWORD,
                    "--set=house_password=" + PASSWORD,
                    "--file=" + Path.of("bin", "postgres-roles.sql")))
            .redirectErrorStream(true)
            .start();
    String said = new String(psql.getInputStream().readAllBytes(), UTF_8);
    if (psql.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
  }
}
