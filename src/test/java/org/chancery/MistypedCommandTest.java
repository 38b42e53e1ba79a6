package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What stands first on the command line is a command, or an option of the server. */
class MistypedCommandTest {

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
