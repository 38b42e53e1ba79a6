package org.chancery;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The server as a process of its own, which may be killed.
 *
 * @param process the running server
 * @param port where it listens
 */
record Server(Process process, int port) implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofMinutes(3);

  /** Starts it in the folder, where its data and its log are, and waits until it answers. */
  static Server start(Path folder, List<String> settings) throws IOException {
    List<String> small = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    return start(folder, Chancery.class.getName(), small, settings);
  }

  /** The same for any application of the class path, with options of the JVM. */
  static Server start(Path folder, String application, List<String> options, List<String> settings)
      throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            classPath(),
            application,
            "--server.port=" + port,
            "--chancery.rates.address=1000000",
            "--chancery.rates.account=1000000"));
    command.addAll(settings);
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("server.log").toFile()))
            .start();
    Server server = new Server(process, port);
    server.awaitAnswer(folder);
    return server;
  }

  /** The one this test runs with, without what the build tool put before it. */
  static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        // An empty part would be the folder one is in, with the rules a second time.
        .filter(part -> !part.isEmpty())
        .map(part -> Path.of(part).toAbsolutePath().normalize())
        .filter(part -> !part.getFileName().toString().startsWith("surefire"))
        .map(Path::toString)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private void awaitAnswer(Path folder) throws IOException {
    long begun = System.nanoTime();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() - begun > LONGEST_START.toNanos()) {
        close();
        throw new IllegalStateException(Files.readString(folder.resolve("server.log")));
      }
      LockSupport.parkNanos(100_000_000);
    }
  }

  private boolean answers() {
    try {
      HttpURLConnection health =
          (HttpURLConnection) URI.create(address() + "/actuator/health").toURL().openConnection();
      health.setConnectTimeout(1000);
      health.setReadTimeout(5000);
      return health.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String address() {
    return "http://localhost:" + port;
  }

  /** As {@code kill -9} does: from one moment to the next. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** As {@code kill} does; returns how long it takes to end. */
  Duration stop() throws InterruptedException {
    long begun = System.nanoTime();
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      kill();
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  @Override
  public void close() {
    kill();
  }
}
