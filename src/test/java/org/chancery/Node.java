package org.chancery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * Another node of the same house, in a process of its own that a test may kill or put to sleep; it
 * plays at the same moment as the tests.
 */
public final class Node implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String READY = "This node is ready";

  private final Process process;
  private final Path log;

  private Node(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** The node itself; its arguments are settings. */
  public static void main(String[] settings) {
    new SpringApplicationBuilder(Chancery.class, TestTime.class).run(settings);
    System.out.println(READY);
  }

  /** Starts one, and waits until it is ready. */
  public static Node start(List<String> settings) throws IOException {
    Path log = Files.createTempFile("node", ".log");
    List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m", "-Duser.timezone=UTC"));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", Server.classPath(), Node.class.getName()));
    Stream.concat(
            settings.stream(),
            Stream.of("server.port=0", "chancery.demo=false", "chancery.sweep=-"))
        .map(setting -> "--" + setting)
        .forEach(command::add);
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Node node = new Node(process, log);
    node.waitFor(READY);
    return node;
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits until the node has said so. */
  public void waitFor(String said) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!hasSaid(said)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("The node has not said " + said + ":\n" + told());
      }
      pause();
    }
  }

  private boolean hasSaid(String words) {
    try (BufferedReader lines = Files.newBufferedReader(log)) {
      return lines.lines().anyMatch(line -> line.contains(words));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private String told() {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Puts it to sleep, in the middle of whatever it does. */
  public void sleep() {
    signal("STOP");
  }

  /** Wakes it. */
  public void wake() {
    signal("CONT");
  }

  /** Kills it, without a word. */
  public void kill() {
    signal("KILL");
  }

  private void signal(String name) {
    try {
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(log);
  }
}
