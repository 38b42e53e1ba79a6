package org.chancery.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Kind;
import org.springframework.stereotype.Component;

/** Carries out what is asked for about archives, and says what came of it. */
@Component
class Archivist {

  private static final Duration OFTEN = Duration.ofSeconds(1);

  private final Archives archives;
  private final Restoring restoring;
  private final Clock clock;

  Archivist(Archives archives, Restoring restoring, Clock clock) {
    this.archives = archives;
    this.restoring = restoring;
    this.clock = clock;
  }

  /**
   * Carries it out.
   *
   * @throws Refusal when it cannot be done
   */
  void carryOut(ArchiveCommand.OfFile command, PrintStream out) {
    if (command instanceof ArchiveCommand.Export export) {
      export(export.file(), out);
    } else {
      Manifest manifest = restoring.restore(command.file());
      out.println("Imported " + cases(manifest) + " as of " + manifest.exportedAt() + ".");
      out.println("Nobody can log in yet; give an account a password: account password NAME");
    }
  }

  /** The file is there under its name only when it is whole; it is for its owner's eyes. */
  private void export(Path file, PrintStream out) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw Refusal.of(Kind.CONFLICT, "archive.exists", file);
    }
    try {
      Path unfinished = Files.createTempFile(target.getParent(), "chancery-", ".part");
      try {
        write(unfinished, out);
        Files.move(unfinished, target);
      } finally {
        Files.deleteIfExists(unfinished);
      }
      out.println("Exported to " + file + ", " + megabytes(Files.size(target)) + ".");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void write(Path file, PrintStream out) throws IOException {
    try (OutputStream target = Files.newOutputStream(file)) {
      archives.export(target, progress(out));
    }
  }

  private LongConsumer progress(PrintStream out) {
    return new LongConsumer() {

      private Instant told = clock.instant();

      @Override
      public void accept(long bytes) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(OFTEN) > 0) {
          told = now;
          out.println(megabytes(bytes) + " packed");
        }
      }
    };
  }

  private static String cases(Manifest manifest) {
    return "%d cases, %d texts and %d entries of the journal"
        .formatted(
            manifest.rows(Inventory.INSTRUMENT),
            manifest.texts().count(),
            manifest.journal().entries());
  }

  private static String megabytes(long bytes) {
    return "%.1f MB".formatted(bytes / 1e6);
  }
}
