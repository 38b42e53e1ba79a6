package org.chancery.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.SimpleCommandLinePropertySource;

class CommandLineTest {

  @Test
  void tellsSettingsOfTheHouseFromWordsOfTheCommand() {
    CommandLine line =
        CommandLine.of(
            "archive", "--server.port=1", "export", "--spring.datasource.url=jdbc:h2:mem:a=b", "f");
    assertThat(line.words()).containsExactly("archive", "export", "f");
    assertThat(line.afterName()).containsExactly("export", "f");
    assertThat(line.settings())
        .containsExactly("--server.port=1", "--spring.datasource.url=jdbc:h2:mem:a=b");
  }

  @Test
  void leavesAnOptionWithoutADotToTheCommand() {
    CommandLine line = CommandLine.of("verify", "--roots", "a.b=c", "--dry-run");
    assertThat(line.words()).containsExactly("verify", "--roots", "a.b=c", "--dry-run");
    assertThat(line.settings()).isEmpty();
  }

  @Test
  void mayHoldNothing() {
    assertThat(CommandLine.of().afterName()).isEmpty();
  }

  @Test
  void nobodyOverrulesWhatIsFixed() {
    CommandLine line = CommandLine.of("--server.port=1", "--server.address=::1");
    var settings =
        new SimpleCommandLinePropertySource(line.settingsBut(List.of("--server.port=-1")));
    assertThat(settings.getProperty("server.port")).isEqualTo("-1");
    assertThat(settings.getProperty("server.address")).isEqualTo("::1");
  }
}
