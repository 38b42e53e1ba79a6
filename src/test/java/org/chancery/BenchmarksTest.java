package org.chancery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The benchmarks at their smallest size, each as {@code bin/prove bench} calls it: they still run,
 * and all that they measure finds the same. What they then say of time means nothing.
 */
class BenchmarksTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deadline.JudgeBenchmark 200 1 samples",
        "journal.JournalBenchmark 1000 1 samples",
        "RequestsBenchmark 4 1 samples"
      })
  void eachStillRuns(String call) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-Dlogback.configurationFile=bench-logback.xml"));
    command.addAll(List.of("-cp", Server.classPath()));
    command.addAll(List.of(("org.chancery." + call).split(" ", -1)));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor()).as(() -> read(log)).isZero();
    assertThat(Files.readAllLines(folder.resolve("samples"))).isNotEmpty();
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return unreadable.toString();
    }
  }
}
