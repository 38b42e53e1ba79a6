package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What stands first on the command line is a command, or an option of the server. */
@ExtendWith(OutputCaptureExtension.class)
class CommandsOfTheHouseTest {

  @ParameterizedTest
  @CsvSource({
    "account, There is no command \"account fly\"",
    "api-key, There is no command \"api-key fly\"",
    "processes, usage: java -jar chancery.jar processes",
    "archive, usage: java -jar chancery.jar archive",
    "verify, usage: java -jar chancery.jar verify"
  })
  void eachCommandSaysHowItIsUsed(String name, String usage, CapturedOutput said) {
    assertThat(Chancery.commands().get(name))
        .isNotNull()
        .satisfies(
            command -> assertThat(command.applyAsInt(new String[] {name, "fly"})).isEqualTo(2));
    assertThat(said.getErr()).contains(usage);
  }

  @Test
  void aMistypedCommandStartsNoServer() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Server.classPath(),
                Chancery.class.getName(),
                "verfiy")
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said.strip())
        .isEqualTo(
            "There is no command \"verfiy\". There are: account, api-key, processes, archive, verify."
                + " A start of the server has options alone.");
  }
}
