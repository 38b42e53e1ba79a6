package org.chancery.archive;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.chancery.access.Account;
import org.chancery.console.CommandLine;
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

  private static final int DONE = 0;
  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private ArchiveCommands() {}

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
    CommandLine line = CommandLine.of(arguments);
    try {
      ArchiveCommand command = ArchiveCommand.of(line.afterName());
      int done =
          command instanceof ArchiveCommand.OfFile ofFile ? carryOut(ofFile, line, out, err) : DONE;
      return done == DONE && !(command instanceof ArchiveCommand.Export)
          ? awaken(house, line, out)
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
      ArchiveCommand.OfFile command, CommandLine line, PrintStream out, PrintStream err) {
    try (ConfigurableApplicationContext vault = vault(line)) {
      try {
        vault.getBean(Archivist.class).carryOut(command, out);
        return DONE;
      } catch (Refusal refusal) {
        err.println(vault.getMessage(refusal.detail(), Locale.ENGLISH));
        return REFUSED;
      }
    }
  }

  private static ConfigurableApplicationContext vault(CommandLine line) {
    return new SpringApplicationBuilder(Vault.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("logging.level.root=warn")
        .run(line.settingsBut(List.of("--chancery.demo=false")));
  }

  private static int awaken(Class<?> house, CommandLine line, PrintStream out) {
    out.println("Judging every case …");
    try (ConfigurableApplicationContext opened = line.openAtRest(house)) {
      return new Awakened(opened).takeUp(out) ? DONE : REFUSED;
    }
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
