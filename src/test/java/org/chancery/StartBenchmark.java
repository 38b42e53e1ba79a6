package org.chancery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chancery.Samples.Notes;
import org.springframework.util.FileSystemUtils;

/**
 * P15: from the call of the program until it answers that it is ready, in an empty folder.
 * <em>Ours</em>: with the embedded database made, processes and rules read and the seeds loaded.
 * <em>Peer</em>: the same starters and tables without the engine, rules and this house ({@code
 * org.peer.BareHouse}).
 *
 * <p>Arguments: how many rounds, the file of the samples.
 */
final class StartBenchmark {

  private StartBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    try (Notes notes = new Notes(Path.of(arguments[1]))) {
      for (int round = 0; round <= rounds; round++) {
        notes.note("start", "ours", round, 1, start(Chancery.class.getName()));
        notes.note("start", "peer", round, 1, start("org.peer.BareHouse"));
      }
    }
  }

  private static double start(String application) throws IOException {
    Path folder = Files.createTempDirectory("start");
    long begun = System.nanoTime();
    try {
      Server server = Server.start(folder, application, List.of("-Xmx512m"), List.of());
      double wall = (System.nanoTime() - begun) / 1e6;
      server.close();
      return wall;
    } finally {
      FileSystemUtils.deleteRecursively(folder);
    }
  }
}
