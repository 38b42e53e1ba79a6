package org.chancery.console;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What stands after {@code java -jar chancery.jar}.
 *
 * @param words the command and what is for it
 * @param settings what looks like {@code --spring.datasource.url=…}: for the configuration of the
 *     house, not for the command
 */
public record CommandLine(List<String> words, List<String> settings) {

  /** With these the house listens at no port and begins no work of its own. */
  private static final List<String> AT_REST =
      List.of(
          "--server.port=-1",
          "--chancery.demo=false",
          "--chancery.sweep=-",
          "--chancery.journal.seal=-",
          "--chancery.notices.send=-",
          "--chancery.notices.digest=-",
          "--camunda.bpm.job-execution.enabled=false",
          "--logging.level.org.chancery=warn");

  private static final Predicate<String> IS_SETTING =
      Pattern.compile("--[\\w-]+(\\.[\\w-]+)+=.*").asMatchPredicate();

  /** Keeps copies. */
  public CommandLine {
    words = List.copyOf(words);
    settings = List.copyOf(settings);
  }

  /** The arguments, told apart; the order of each sort stays. */
  public static CommandLine of(String... arguments) {
    return new CommandLine(
        Stream.of(arguments).filter(IS_SETTING.negate()).toList(),
        Stream.of(arguments).filter(IS_SETTING).toList());
  }

  /** The words after the command's name. */
  public List<String> afterName() {
    return words.subList(Math.min(1, words.size()), words.size());
  }

  /** The settings, and those that nobody at the console overrules. */
  public String[] settingsBut(List<String> fixed) {
    Set<String> names = fixed.stream().map(CommandLine::name).collect(Collectors.toSet());
    Stream<String> free = settings.stream().filter(each -> !names.contains(name(each)));
    return Stream.concat(free, fixed.stream()).toArray(String[]::new);
  }

  /** The whole house, with these settings, at rest: at no port, and with no work of its own. */
  public ConfigurableApplicationContext openAtRest(Class<?> house) {
    return new SpringApplicationBuilder(house)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .run(settingsBut(AT_REST));
  }

  private static String name(String setting) {
    return setting.substring(0, setting.indexOf('='));
  }
}
