package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.chancery.web.Refusal;

/**
 * A file that is an archive of others, as docx and odt are: it must not swell beyond measure when
 * it is unpacked, and hold nothing that runs.
 */
final class Archive {

  private static final byte[] SIGNATURE = {'P', 'K'};

  private static final int MOST_PARTS = 5_000;

  /** The most bytes that its parts may be together, unpacked. */
  private static final long MOST_BYTES = 200L << 20;

  private Archive() {}

  /** Whether the file begins as archives do. */
  static boolean isPacked(Path file) throws IOException {
    try (InputStream content = Files.newInputStream(file)) {
      return Arrays.equals(content.readNBytes(SIGNATURE.length), SIGNATURE);
    }
  }

  /**
   * Unpacks it, keeping nothing.
   *
   * @throws Refusal when it is broken, swells, or holds macros
   */
  static void check(Path file) throws IOException {
    try (ZipFile parts = new ZipFile(file.toFile())) {
      if (parts.size() > MOST_PARTS) {
        throw swells();
      }
      long unpacked = 0;
      for (ZipEntry part : Collections.list(parts.entries())) {
        requireNothingThatRuns(part.getName().toLowerCase(Locale.ROOT));
        unpacked += unpacked(parts, part, MOST_BYTES - unpacked);
      }
    } catch (ZipException broken) {
      throw Refusal.doesNotFit("/file", "document.broken");
    }
  }

  /** The size of the part, whatever it says itself, as far as there is room for it. */
  private static long unpacked(ZipFile parts, ZipEntry part, long room) throws IOException {
    try (InputStream content = parts.getInputStream(part)) {
      byte[] buffer = new byte[8192];
      long size = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        size += read;
        if (size > room) {
          throw swells();
        }
      }
      return size;
    }
  }

  private static void requireNothingThatRuns(String name) {
    if (name.endsWith("vbaproject.bin")
        || name.startsWith("basic/")
        || name.startsWith("scripts/")) {
      throw Refusal.doesNotFit("/file", "document.macros");
    }
  }

  private static Refusal swells() {
    return Refusal.doesNotFit("/file", "document.swells", MOST_BYTES >> 20);
  }
}
