package org.chancery;

import java.time.Clock;
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
    SpringApplication.run(Chancery.class, arguments);
  }

  /** The only clock: everything that asks the time asks this bean. */
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
