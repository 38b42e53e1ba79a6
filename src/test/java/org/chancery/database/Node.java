package org.chancery.database;

import java.util.List;
import java.util.stream.Stream;
import org.chancery.Caller;
import org.chancery.Chancery;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole application as it runs in earnest, on PostgreSQL, with the people of the demonstration.
 *
 * @param house the running application
 */
record Node(ConfigurableApplicationContext house) implements AutoCloseable {

  /** Starts it on the database behind the port, where {@code bin/postgres-roles.sql} has been. */
  static Node on(int port, String... more) {
    List<String> settings =
        List.of(
            "--spring.datasource.url=" + Postgres.url(port, "chancery"),
            "--spring.datasource.password=" + Roles.PASSWORD,
            "--spring.flyway.user=chancery_owner",
            "--spring.flyway.password=" + Roles.PASSWORD,
            "--chancery.demo=true",
            "--chancery.rates.address=1000000",
            "--chancery.rates.account=1000000",
            "--server.port=0",
            "--camunda.bpm.generate-unique-process-engine-name=true",
            "--camunda.bpm.generate-unique-process-application-name=true");
    return new Node(
        new SpringApplicationBuilder(Chancery.class)
            .profiles("postgresql")
            .run(Stream.concat(settings.stream(), Stream.of(more)).toArray(String[]::new)));
  }

  int port() {
    return Integer.parseInt(house.getEnvironment().getRequiredProperty("local.server.port"));
  }

  Caller as(String account) {
    return Caller.at(port(), account);
  }

  @Override
  public void close() {
    house.close();
  }
}
