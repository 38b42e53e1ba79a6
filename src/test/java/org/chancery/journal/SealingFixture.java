package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** What seals and reads the journals of a database, and nothing else of the house. */
public final class SealingFixture {

  /** As the house has it. */
  static final ObjectMapper JSON =
      new ObjectMapper()
          .registerModule(new JavaTimeModule())
          .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T08:00:00.123456Z"), ZoneOffset.UTC);

  private SealingFixture() {}

  /** Brings what is in the journals under a root. */
  public static void seal(DataSource database) {
    sealing(database, "").run();
  }

  /** The roots of the database, as they are taken out. */
  public static RootLines lines(DataSource database) {
    return new RootLines(roots(database), JSON);
  }

  static Sealing sealing(DataSource database, String file) {
    Roots roots = roots(database);
    return new Sealing(
        roots,
        new RootsExport(roots, JSON, file),
        new DataSourceTransactionManager(database),
        CLOCK);
  }

  static Roots roots(DataSource database) {
    return new Roots(JdbcClient.create(database), new JdbcTemplate(database));
  }

  static StoredJournal stored(DataSource database) {
    return new StoredJournal(JdbcClient.create(database), JSON, roots(database));
  }

  static Verifier verifier(DataSource database) {
    return new Verifier(
        JdbcClient.create(database),
        JSON,
        roots(database),
        new DataSourceTransactionManager(database),
        CLOCK);
  }
}
