package org.chancery.archive;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
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
      Manifest manifest = restoring.restore(command.file(), progress("read", out));
      out.println("Imported " + cases(manifest) + " as of " + manifest.exportedAt() + ".");
      out.println("Nobody can log in yet; give an account a password: account password NAME");
    }
  }

  private void export(Path file, PrintStream out) {
    Path target = file.toAbsolutePath();
    if (Files.exists(target)) {
      throw Refusal.of(Kind.CONFLICT, "archive.exists", file);
    }
    try {
      write(target, out);
      out.println("Exported to " + file + ", " + megabytes(Files.size(target)) + ".");
    } catch (IOException failed) {
      throw Refusal.of(Kind.CONFLICT, "archive.unwritable", file, failed.getMessage());
    }
  }

  /** The file is there under its name only when it is whole; it is for its owner's eyes. */
  private void write(Path target, PrintStream out) throws IOException {
    Path folder = Objects.requireNonNull(target.getParent(), "a file is in a folder");
    Path unfinished = Files.createTempFile(folder, "chancery-", ".part");
    try {
      try (FileOutputStream content = new FileOutputStream(unfinished.toFile())) {
        archives.export(content, progress("packed", out));
        content.getFD().sync();
      }
      Files.move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private LongConsumer progress(String what, PrintStream out) {
    return new LongConsumer() {

      private Instant told = clock.instant();

      @Override
      public void accept(long bytes) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(OFTEN) > 0) {
          told = now;
          out.println(megabytes(bytes) + " " + what);
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
    return String.format(Locale.ROOT, "%.2f MB", bytes / 1e6);
  }
}
