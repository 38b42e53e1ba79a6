package org.chancery.instrument;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Bodies;
import org.chancery.access.Body;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.calendar.Zones;
import org.chancery.web.Problems;
import org.chancery.web.Reading;
import org.chancery.web.WebFixture;
import org.flywaydb.core.Flyway;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The register and its journal on an empty database of their own, without the rest of the house:
 * {@code @SpringJUnitConfig(RegisterFixture.class)}. Who acts and what time it is, a test says.
 */
@TestConfiguration(proxyBeanMethods = false)
@EnableTransactionManagement
@ComponentScan(
    basePackages = {"org.chancery.instrument", "org.chancery.journal", "org.chancery.seed"},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern = {".*(Test|Fixture).*", ".*\\.instrument\\.web\\.Import.*"}))
public class RegisterFixture {

  /** The bodies there are. */
  public static final List<String> BODIES =
      List.of(
          "mfa",
          "justice",
          "mddt",
          "energy",
          "economy",
          "health",
          "education",
          "culture",
          "ecology");

  private static final ZoneId BAKU = ZoneId.of("Asia/Baku");

  /** Who acts: whom a test names, at first the house itself. */
  public static final class Acting {

    private Account account = Account.HOUSE;

    /** From now on the account acts. */
    public void is(Account actor) {
      account = actor;
    }

    <T> T as(Account actor, Supplier<T> action) {
      Account before = account;
      account = actor;
      try {
        return action.get();
      } finally {
        account = before;
      }
    }
  }

  /** All that was published, in order. */
  public static final class Published {

    private final List<CaseChanged> changes = new ArrayList<>();

    @EventListener
    void hear(CaseChanged changed) {
      changes.add(changed);
    }

    /** What changed since the register was emptied. */
    public List<CaseChanged> changes() {
      return List.copyOf(changes);
    }
  }

  /** A clerk of the body. */
  public static Account clerk(String body) {
    return new Account(
        body + "Clerk",
        "A clerk",
        Set.of(Role.CLERK),
        Set.of(new BodyCode(body)),
        body.equals("mfa"));
  }

  /** A program of the body. */
  public static Account service(String name, String... bodies) {
    return new Account(
        name,
        "A program",
        Set.of(Role.SERVICE),
        java.util.Arrays.stream(bodies)
            .map(BodyCode::new)
            .collect(java.util.stream.Collectors.toSet()),
        false);
  }

  /** Someone with the role and no body. */
  public static Account someone(Role role) {
    boolean seesAll = role == Role.REGISTRAR || role == Role.LAWYER;
    return new Account(
        role.name().toLowerCase(java.util.Locale.ROOT), "", Set.of(role), Set.of(), seesAll);
  }

  /** The bodies of the demonstration. */
  @Bean
  public static Bodies bodies() {
    Bodies bodies = mock(Bodies.class);
    when(bodies.find(any()))
        .thenAnswer(
            call -> {
              BodyCode code = call.getArgument(0);
              return BODIES.contains(code.value()) ? Optional.of(body(code)) : Optional.empty();
            });
    return bodies;
  }

  private static Body body(BodyCode code) {
    return new Body(code, "AZ", BAKU, code.value().equals("mfa"), Map.of());
  }

  /** Empties the register, and lets the house act. */
  public static void empty(JdbcClient jdbc, Acting acting, Published published) {
    for (String table :
        List.of(
            "superseded", "decision", "journal", "event", "milestone", "involvement", "party")) {
      jdbc.sql("delete from " + table).update();
    }
    jdbc.sql("update instrument set parent_reference = null").update();
    jdbc.sql("delete from instrument").update();
    acting.is(Account.HOUSE);
    published.changes.clear();
  }

  @Bean
  Acting acting() {
    return new Acting();
  }

  @Bean
  Published published() {
    return new Published();
  }

  @Bean
  Accounts accounts(Acting acting) {
    Accounts accounts = mock(Accounts.class);
    when(accounts.current()).thenAnswer(call -> acting.account);
    when(accounts.as(any(), any()))
        .thenAnswer(call -> acting.as(call.getArgument(0), call.<Supplier<?>>getArgument(1)));
    return accounts;
  }

  @Bean
  Zones zones() {
    Zones zones = mock(Zones.class);
    when(zones.home()).thenReturn(BAKU);
    return zones;
  }

  /** What time it is: what a test says. */
  public static final class Time extends Clock {

    /** When each test begins. */
    public static final Instant START = CaseFixture.RECORDED.plusNanos(123_456_789);

    private Instant now = START;

    /** From now on it is this instant. */
    public void is(Instant instant) {
      now = instant;
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Bean
  Time clock() {
    return new Time();
  }

  @Bean
  DataSource database() {
    DataSource database =
        new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    Flyway.configure().dataSource(database).load().migrate();
    return database;
  }

  @Bean
  PlatformTransactionManager transactions(DataSource database) {
    return new DataSourceTransactionManager(database);
  }

  @Bean
  JdbcTemplate jdbcTemplate(DataSource database) {
    return new JdbcTemplate(database);
  }

  @Bean
  JdbcClient jdbcClient(DataSource database) {
    return JdbcClient.create(database);
  }

  @Bean
  ObjectMapper json() {
    return Jackson2ObjectMapperBuilder.json()
        .featuresToDisable(
            com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .build();
  }

  @Bean
  Validator validator() {
    return Validation.buildDefaultValidatorFactory().getValidator();
  }

  @Bean
  Reading reading() {
    return WebFixture.reading();
  }

  @Bean
  Problems problems() {
    return WebFixture.problems();
  }
}
