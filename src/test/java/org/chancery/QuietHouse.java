package org.chancery;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The house as a benchmark wants it: nothing happens in it by itself, and nobody is told that she
 * asks too often.
 */
public final class QuietHouse {

  private static final List<String> SETTINGS =
      List.of(
          "server.port=0",
          "chancery.sweep=-",
          "chancery.journal.seal=-",
          "chancery.report.draw-together=-",
          "chancery.rates.address=1000000",
          "chancery.rates.account=1000000",
          "camunda.bpm.job-execution.enabled=false",
          "camunda.bpm.generate-unique-process-engine-name=true",
          "camunda.bpm.generate-unique-process-application-name=true");

  private final List<String> settings = new ArrayList<>(SETTINGS);
  private final SpringApplicationBuilder house;

  private QuietHouse(Class<?>... parts) {
    this.house =
        new SpringApplicationBuilder(
            Stream.concat(Stream.of(Chancery.class), Stream.of(parts)).toArray(Class[]::new));
  }

  /** With parts of the benchmark's own. */
  public static QuietHouse with(Class<?>... parts) {
    return new QuietHouse(parts);
  }

  /** Also set so, or set so instead. */
  public QuietHouse set(String setting) {
    String key = setting.split("=", 2)[0];
    settings.removeIf(each -> each.startsWith(key + "="));
    settings.add(setting);
    return this;
  }

  /** Its time is that of the clock. */
  public QuietHouse at(Clock clock) {
    house.initializers(
        (GenericApplicationContext context) ->
            context.registerBean(
                "clockOfTheBenchmark", Clock.class, () -> clock, bean -> bean.setPrimary(true)));
    return this;
  }

  /** Opened on an empty database of its own, or that of another house. */
  public ConfigurableApplicationContext on(List<String> database) {
    settings.addAll(database);
    return house.run(settings.stream().map(each -> "--" + each).toArray(String[]::new));
  }
}
