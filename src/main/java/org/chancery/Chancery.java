package org.chancery;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.chancery.access.Commands;
import org.chancery.archive.ArchiveCommands;
import org.chancery.journal.HouseJournal;
import org.chancery.journal.VerifyCommands;
import org.chancery.process.ProcessCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The application. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class Chancery {

  private static final int MISUSED = 2;

  /** Starts the server, or carries out a command such as {@code account list} and ends. */
  public static void main(String[] arguments) {
    if (arguments.length > 0 && !arguments[0].startsWith("--")) {
      System.exit(commands().getOrDefault(arguments[0], Chancery::mistyped).applyAsInt(arguments));
    }
    SpringApplication.run(Chancery.class, arguments);
  }

  /** What each command does, in the order in which they are listed; it answers the exit code. */
  static Map<String, ToIntFunction<String[]>> commands() {
    Map<String, ToIntFunction<String[]>> commands = new LinkedHashMap<>();
    Commands.NAMES.forEach(
        name -> commands.put(name, line -> Commands.run(HouseJournal.class, line)));
    commands.put(ProcessCommands.NAME, line -> ProcessCommands.run(Chancery.class, line));
    commands.put(ArchiveCommands.NAME, line -> ArchiveCommands.run(Chancery.class, line));
    commands.put(VerifyCommands.NAME, VerifyCommands::run);
    return commands;
  }

  private static int mistyped(String... line) {
    System.err.printf(
        "There is no command \"%s\". There are: %s. A start of the server has options alone.%n",
        line[0], String.join(", ", commands().keySet()));
    return MISUSED;
  }

  /** The only clock: everything that asks the time asks this bean. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
