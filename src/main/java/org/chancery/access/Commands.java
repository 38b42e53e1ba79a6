package org.chancery.access;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.chancery.console.CommandLine;
import org.chancery.web.InvalidValue;
import org.chancery.web.Message;
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
 * The commands with which accounts and keys are kept from a console. They open the database and
 * nothing else: no server, no processes, no rules.
 */
public final class Commands {

  /** How the commands are called. */
  public static final List<String> NAMES = List.of("account", "api-key");

  private static final int REFUSED = 1;
  private static final int MISUSED = 2;

  private Commands() {}

  /**
   * Runs the command.
   *
   * @param journal a component that hears what changes
   * @return the exit code: 0 done, 1 refused, 2 misused
   */
  public static int run(Class<?> journal, String... arguments) {
    return run(journal, System.out, System.err, arguments);
  }

  static int run(Class<?> journal, PrintStream out, PrintStream err, String... arguments) {
    CommandLine line = CommandLine.of(arguments);
    Command command;
    try {
      command = Command.of(line.words());
    } catch (Command.Misuse misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(Command.USAGE);
      return MISUSED;
    }
    try (ConfigurableApplicationContext house = open(journal, line)) {
      return carryOut(command, house, out, err);
    }
  }

  private static int carryOut(
      Command command, ConfigurableApplicationContext house, PrintStream out, PrintStream err) {
    try {
      Clerk clerk = new Clerk(house.getBean(AccountBook.class), house.getBean(ApiKeys.class), out);
      return house
          .getBean(Accounts.class)
          .as(
              console(),
              () -> {
                command.carryOut(clerk);
                return 0;
              });
    } catch (InvalidValue mistaken) {
      return refused(mistaken.reason(), house, err);
    } catch (Refusal refusal) {
      return refused(refusal.detail(), house, err);
    }
  }

  /** Whoever sits at the console, by the name she has on that machine; no account is called so. */
  private static Account console() {
    String name = "console:" + System.getProperty("user.name", "");
    return new Account(name, name, Set.of(), Set.of(), false);
  }

  private static int refused(Message why, ConfigurableApplicationContext house, PrintStream err) {
    err.println(house.getMessage(why, Locale.ENGLISH));
    return REFUSED;
  }

  private static ConfigurableApplicationContext open(Class<?> journal, CommandLine line) {
    return new SpringApplicationBuilder(House.class, journal)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("logging.level.root=warn")
        .run(line.settingsBut(List.of("--chancery.demo=false")));
  }

  /** As much of the house as a command needs. */
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
      basePackageClasses = Commands.class,
      excludeFilters =
          @ComponentScan.Filter(
              type = FilterType.REGEX,
              pattern = "org\\.chancery\\.access\\.web\\..*"))
  static class House {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
