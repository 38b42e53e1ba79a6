package org.chancery.deadline;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.HouseNews;
import org.chancery.access.Role;
import org.chancery.calendar.Zones;
import org.chancery.web.Digest;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tables of a house on an empty database of their own, with a clock and people of the test. */
final class TableFixture {

  static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

  private static final Map<String, Role> PEOPLE =
      Map.of(
          "lawyer", Role.LAWYER,
          "colleague", Role.LAWYER,
          "manager", Role.MANAGER,
          "clerk", Role.CLERK,
          "registrar", Role.REGISTRAR);

  private static final Zones ZONES = new Zones(new ClassPathResource("rules/calendar/zones.csv"));

  private final DataSource dataSource =
      new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
  private final JdbcClient jdbc;
  private Instant now = START;

  TableFixture() {
    Flyway.configure().dataSource(dataSource).load().migrate();
    jdbc = JdbcClient.create(dataSource);
  }

  DataSource dataSource() {
    return dataSource;
  }

  void wait(int seconds) {
    now = now.plusSeconds(seconds);
  }

  int count() {
    return jdbc.sql("select count(*) from rule_table").query(Integer.class).single();
  }

  /** As if another text had been confirmed. */
  void overwrite(String text) {
    overwriteTextAlone(text);
    jdbc.sql("update rule_table set checksum = ? where name = 'THRESHOLDS'")
        .param(Digest.sha256(text))
        .update();
  }

  void overwriteTextAlone(String text) {
    jdbc.sql("update rule_table set text = ? where name = 'THRESHOLDS'").param(text).update();
  }

  /** Another node on the same database. */
  House house() {
    return new House();
  }

  /** One node. */
  final class House {

    private final Accounts accounts = mock(Accounts.class);
    private final Bodies bodies = mock(Bodies.class);
    private final HouseTables house;
    private final RuleTables tables;
    final List<Object> published = new CopyOnWriteArrayList<>();

    private House() {
      Clock clock = new Moving();
      TableVersions versions = new TableVersions(jdbc);
      when(bodies.contains(any())).thenReturn(true);
      house = new HouseTables(versions, A.JUDGE, bodies, new HouseStart(jdbc, clock, ZONES), clock);
      tables =
          new RuleTables(
              versions,
              house,
              mock(DryRun.class),
              accounts,
              published::add,
              mock(HouseNews.class),
              clock);
    }

    Tables inForceAt(@Nullable Instant knownAt) {
      return house.inForceAt(knownAt);
    }

    RuleTables tables() {
      return tables;
    }

    /** The tables, in the hands of the person. */
    RuleTables as(String person) {
      Role role = PEOPLE.getOrDefault(person, Role.CLERK);
      when(accounts.current())
          .thenReturn(new Account(person, person, Set.of(role), Set.of(), false));
      return tables;
    }
  }

  private final class Moving extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
