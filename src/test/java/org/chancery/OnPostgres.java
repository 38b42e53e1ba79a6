package org.chancery;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets a test of the whole application run on a real PostgreSQL that the build brings along, as
 * durable as in production.
 */
public final class OnPostgres
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final EmbeddedPostgres SERVER = start();

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The settings of a database of its own on that server, in which nothing is. */
  public static List<String> emptyDatabase(String name) {
    JdbcClient.create(SERVER.getPostgresDatabase()).sql("create database " + name).update();
    return settings(name);
  }

  /** A database of its own on that server, in which nothing is. */
  public static HikariDataSource pool(String name) {
    emptyDatabase(name);
    HikariDataSource pool = new HikariDataSource();
    pool.setDataSource(SERVER.getDatabase("postgres", name));
    return pool;
  }

  /** The same database, reached by the link. */
  public static HikariDataSource pool(String name, Link link) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl("jdbc:postgresql://localhost:%d/%s".formatted(link.port(), name));
    pool.setUsername("postgres");
    return pool;
  }

  /** A link to that server on which whatever is sent takes so long to arrive. */
  public static Link link(Duration oneWay) throws IOException {
    return new Link(SERVER.getPort(), oneWay);
  }

  /** The settings of the database that all tests on this server share, for another node. */
  public static List<String> sharedDatabase() {
    return settings("postgres");
  }

  private static List<String> settings(String name) {
    return List.of(
        "spring.datasource.url=" + SERVER.getJdbcUrl("postgres", name),
        "spring.datasource.username=postgres",
        "spring.datasource.password=postgres");
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of(settings("postgres"))
        .and(
            // The task list finds its engine by the name, and each test of a browser means its own.
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true")
        .applyTo(context);
  }
}
