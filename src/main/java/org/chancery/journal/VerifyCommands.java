package org.chancery.journal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.chancery.console.CommandLine;
import org.chancery.web.Message;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedRuntimeException;

/**
 * The command with which an operator, or whoever distrusts her, finds out whether the journals are
 * whole. It opens the database, for reading, and nothing else; it does not even bring its schema up
 * to date.
 */
public final class VerifyCommands {

  /** How the command is called. */
  public static final String NAME = "verify";

  private static final List<String> FOR_READING =
      List.of(
          "--chancery.demo=false",
          "--spring.datasource.hikari.read-only=true",
          "--spring.datasource.hikari.maximum-pool-size=1",
          // An embedded database that is not there is not made.
          "--spring.datasource.hikari.data-source-properties.IFEXISTS=TRUE");

  private static final int WHOLE = 0;
  private static final int BROKEN = 1;
  private static final int CANNOT = 2;

  private VerifyCommands() {}

  /**
   * Runs the command.
   *
   * @return the exit code: 0 whole, 1 broken, 2 it could not be found out
   */
  public static int run(String... arguments) {
    return run(System.out, System.err, arguments);
  }

  static int run(PrintStream out, PrintStream err, String... arguments) {
    CommandLine line = CommandLine.of(arguments);
    try {
      VerifyCommand command = VerifyCommand.of(line.afterName());
      return verify(command, line, out);
    } catch (VerifyCommand.Misuse misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(VerifyCommand.USAGE);
    } catch (RootsFile.Unreadable | UncheckedIOException unreadable) {
      err.println(unreadable.getMessage());
    } catch (NestedRuntimeException unreachable) {
      err.println(
          "The database cannot be read: " + unreachable.getMostSpecificCause().getMessage());
    }
    return CANNOT;
  }

  private static int verify(VerifyCommand command, CommandLine line, PrintStream out) {
    try (ConfigurableApplicationContext readingRoom = open(line)) {
      Verification found = verify(command, readingRoom);
      found.flaws().forEach(flaw -> out.println(text(flaw.message(), readingRoom)));
      long more = found.broken() - found.flaws().size();
      if (more > 0) {
        out.println("… and in " + more + " more places.");
      }
      out.println(sum(found));
      return found.isWhole() ? WHOLE : BROKEN;
    }
  }

  private static Verification verify(
      VerifyCommand command, ConfigurableApplicationContext readingRoom) {
    Verifier verifier = readingRoom.getBean(Verifier.class);
    if (command.roots() == null) {
      return verifier.verify(Collections.emptyIterator());
    }
    try {
      return new RootsFile(command.roots(), readingRoom.getBean(ObjectMapper.class))
          .read(verifier::verify);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable.toString(), unreadable);
    }
  }

  private static String text(Message message, ConfigurableApplicationContext readingRoom) {
    return Objects.requireNonNull(readingRoom.getMessage(message, Locale.ENGLISH));
  }

  private static String sum(Verification found) {
    Examination.Extent extent = found.extent();
    Root last = extent.lastRoot();
    return "%s: %d entries of %d cases and of the house; %s, and %d entries after it."
        .formatted(
            found.isWhole() ? "Whole" : "Broken in " + found.broken() + " places",
            extent.entries(),
            extent.cases(),
            last == null
                ? "there is no root"
                : "root %d, %s, was made at %s"
                    .formatted(last.number(), last.hash(), last.madeAt()),
            extent.unsealed());
  }

  private static ConfigurableApplicationContext open(CommandLine line) {
    return new SpringApplicationBuilder(ReadingRoom.class)
        .web(WebApplicationType.NONE)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .properties("logging.level.root=warn")
        .run(line.settingsBut(FOR_READING));
  }

  /** As much of the house as it takes to read. */
  @ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    TransactionAutoConfiguration.class
  })
  @Import({Roots.class, Verifier.class})
  static class ReadingRoom {

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }
  }
}
