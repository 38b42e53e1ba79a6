package org.chancery.archive;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chancery.access.Account;
import org.chancery.web.Refusal;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The commands with which an operator writes the register to a file, and reads it into an empty
 * installation. Both open the database and nothing else. After an import the house is opened once,
 * as a start does, so that every case is judged and its process stands where it stood; where that
 * is cut short, {@code archive resume} does it.
 */
public final class ArchiveCommands {

  /** How the command is called. */
  public static final String NAME = "archive";

  // What looks like --spring.datasource.url=… is for the configuration, not for the command.
  private static final Predicate<String> IS_SETTING =
      Pattern.compile("--[\\w-]+(\\.[\\w-]+)+=.*").asMatchPredicate();

  private static final List<String> QUIETLY =
      List.of(
          "--server.port=-1",
          "--chancery.demo=false",
          "--chancery.sweep=-",
          "--chancery.journal.seal=-",
          "--chancery.notices.send=-",
          "--chancery.notices.digest=-",
          "--camunda.bpm.job-execution.enabled=false",
          "--logging.level.org.chancery=warn");

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private ArchiveCommands() {}

  /** Whether the arguments are such a command and not a start of the server. */
  public static boolean include(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

  /**
   * Runs the command.
   *
   * @param house the application
   * @return the exit code: 0 done, 1 refused, or some cases could not be judged, 2 misused
   */
  public static int run(Class<?> house, String... arguments) {
    return run(house, System.out, System.err, arguments);
  }

  static int run(Class<?> house, PrintStream out, PrintStream err, String... arguments) {
    Map<Boolean, List<String>> parts =
        Arrays.stream(arguments).skip(1).collect(Collectors.partitioningBy(IS_SETTING));
    List<String> settings = parts.getOrDefault(true, List.of());
    try {
      ArchiveCommand command = ArchiveCommand.of(parts.getOrDefault(false, List.of()));
      int done =
          command instanceof ArchiveCommand.OfFile ofFile
              ? carryOut(ofFile, settings, out, err)
              : DONE;
      return done == DONE && !(command instanceof ArchiveCommand.Export)
          ? awaken(house, settings, out)
          : done;
    } catch (ArchiveCommand.Misuse misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(ArchiveCommand.USAGE);
      return MISUSED;
    }
  }

  /** Does the command, with the database and nothing else. */
  static int carryOut(
      ArchiveCommand.OfFile command, List<String> settings, PrintStream out, PrintStream err) {
    try (ConfigurableApplicationContext vault = vault(settings)) {
      try {
        vault.getBean(Archivist.class).carryOut(command, out);
        return DONE;
      } catch (Refusal refusal) {
        err.println(vault.getMessage(refusal.detail(), Locale.ENGLISH));
        return REFUSED;
      }
    }
  }

  private static ConfigurableApplicationContext vault(List<String> settings) {
    return new SpringApplicationBuilder(Vault.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("logging.level.root=warn")
        .run(with(settings, List.of("--chancery.demo=false")));
  }

  private static int awaken(Class<?> house, List<String> settings, PrintStream out) {
    out.println("Judging every case …");
    try (ConfigurableApplicationContext opened =
        new SpringApplicationBuilder(house)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .run(with(settings, QUIETLY))) {
      return new Awakened(opened).takeUp(out) ? DONE : REFUSED;
    }
  }

  private static String[] with(List<String> settings, List<String> more) {
    return Stream.concat(settings.stream(), more.stream()).toArray(String[]::new);
  }

  /** As much of the house as it takes to keep an archive. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @ComponentScan(
      basePackageClasses = {ArchiveCommands.class, Account.class},
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "org\\.chancery\\.access\\.web\\..*"))
  static class Vault {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
