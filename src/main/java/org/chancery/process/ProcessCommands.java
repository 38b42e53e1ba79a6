package org.chancery.process;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The commands with which an operator sees which models the cases run by, and moves them to the
 * newest. They open the house as a start does, with its models and the register, but listen at no
 * port and begin no work of their own.
 */
public final class ProcessCommands {

  /** How the command is called. */
  public static final String NAME = "processes";

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

  private static final int MISUSED = 2;

  private ProcessCommands() {}

  /** Whether the arguments are such a command and not a start of the server. */
  public static boolean include(String... arguments) {
    return arguments.length > 0 && arguments[0].equals(NAME);
  }

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
    Map<Boolean, List<String>> parts =
        Arrays.stream(arguments).skip(1).collect(Collectors.partitioningBy(IS_SETTING));
    ProcessCommand command;
    try {
      command = ProcessCommand.of(parts.getOrDefault(false, List.of()));
    } catch (ProcessCommand.Misuse misuse) {
      err.println(misuse.getMessage());
      err.println();
      err.print(ProcessCommand.USAGE);
      return MISUSED;
    }
    try (ConfigurableApplicationContext opened = open(house, parts.getOrDefault(true, List.of()))) {
      return opened.getBean(Machinist.class).carryOut(command, out);
    }
  }

  private static ConfigurableApplicationContext open(Class<?> house, List<String> settings) {
    return new SpringApplicationBuilder(house)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .run(Stream.concat(settings.stream(), QUIETLY.stream()).toArray(String[]::new));
  }
}
