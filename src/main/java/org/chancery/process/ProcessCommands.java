package org.chancery.process;

import java.io.PrintStream;
import org.chancery.console.CommandLine;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The commands with which an operator sees which models the cases run by, and moves them to the
 * newest. They open the house as a start does, with its models and the register, but listen at no
 * port and begin no work of their own.
 */
public final class ProcessCommands {

  /** How the command is called. */
  public static final String NAME = "processes";

  private static final int MISUSED = 2;

  private ProcessCommands() {}

  /**
   * Runs the command.
   *
   * @param house the application
   * @return the exit code: 0 done, 1 some cases stay with an older version, 2 misused
   */
  public static int run(Class<?> house, String... arguments) {
    return run(house, System.out, System.err, arguments);
  }

  static int run(Class<?> house, PrintStream out, PrintStream err, String... arguments) {
    CommandLine line = CommandLine.of(arguments);
    ProcessCommand command;
    try {
      command = ProcessCommand.of(line.afterName());
    } catch (ProcessCommand.Misuse misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(ProcessCommand.USAGE);
      return MISUSED;
    }
    try (ConfigurableApplicationContext opened = line.openAtRest(house)) {
      return opened.getBean(Machinist.class).carryOut(command, out);
    }
  }
}
