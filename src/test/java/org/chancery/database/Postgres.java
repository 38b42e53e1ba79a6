package org.chancery.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL of a test's own, as durable as in earnest, that it may kill and start again. */
final class Postgres implements AutoCloseable {

  private final Path data;
  private EmbeddedPostgres server;

  private Postgres(Path data) throws IOException {
    this.data = data;
    this.server = start(null);
  }

  /** Makes and starts one in which nothing is. */
  static Postgres start() throws IOException {
    return new Postgres(Files.createTempDirectory("postgres"));
  }

  private EmbeddedPostgres start(@Nullable Integer port) throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on");
    if (port != null) {
      builder.setPort(port);
    }
    return builder.start();
  }

  int port() {
    return server.getPort();
  }

  /** As its superuser. */
  Connection connect(String database) throws SQLException {
    return connect(database, "postgres", "postgres");
  }

  Connection connect(String database, String role, String password) throws SQLException {
    return DriverManager.getConnection(url(port(), database), role, password);
  }

  static String url(int port, String database) {
    return "jdbc:postgresql://localhost:" + port + "/" + database;
  }

  /** Ends it as {@code pg_ctl stop -m immediate} does: without a word to anybody, as if killed. */
  void stopImmediately() throws IOException, InterruptedException {
    String process = Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip();
    new ProcessBuilder("kill", "-QUIT", process).inheritIO().start().waitFor();
    ProcessHandle.of(Long.parseLong(process))
        .ifPresent(each -> each.onExit().orTimeout(20, TimeUnit.SECONDS).join());
  }

  /** Starts it again, where it was. */
  void startAgain() throws IOException {
    int port = port();
    server.close();
    server = start(port);
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
