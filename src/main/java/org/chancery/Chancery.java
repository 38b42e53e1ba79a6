package org.chancery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
    if (Commands.include(arguments)) {
      System.exit(Commands.run(HouseJournal.class, arguments));
    }
    if (ProcessCommands.include(arguments)) {
      System.exit(ProcessCommands.run(Chancery.class, arguments));
    }
    if (ArchiveCommands.include(arguments)) {
      System.exit(ArchiveCommands.run(Chancery.class, arguments));
    }
    if (VerifyCommands.include(arguments)) {
      System.exit(VerifyCommands.run(arguments));
    }
    if (arguments.length > 0 && !arguments[0].startsWith("--")) {
      System.err.printf(
          "There is no command \"%s\". There are: %s. A start of the server has options alone.%n",
          arguments[0], String.join(", ", commands()));
      System.exit(MISUSED);
    }
    SpringApplication.run(Chancery.class, arguments);
  }

  private static List<String> commands() {
    List<String> names = new ArrayList<>(Commands.NAMES);
    Collections.addAll(names, ProcessCommands.NAME, ArchiveCommands.NAME, VerifyCommands.NAME);
    return names;
  }

  /** The only clock: everything that asks the time asks this bean. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
