package org.chancery.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that was sent and looked at: it is what it says it is. It lies in a file of its own until
 * it is closed.
 *
 * @param file where its content lies meanwhile
 * @param sha256 the SHA-256 of its content, in lower-case hexadecimal
 * @param size the length of its content, in bytes
 * @param kind what kind of file it is, by its content
 * @param fileName its name; never a path
 */
record Received(Path file, String sha256, long size, FileKind kind, String fileName)
    implements AutoCloseable {

  InputStream open() throws IOException {
    return Files.newInputStream(file);
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException kept) {
      throw new UncheckedIOException(kept);
    }
  }
}
