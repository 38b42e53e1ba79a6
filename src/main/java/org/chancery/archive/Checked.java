package org.chancery.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;
import org.chancery.web.Refusal;

/**
 * What an entry of an archive holds, read no further than it may be long. Whether it is what its
 * manifest says is known at the end.
 */
final class Checked extends InputStream {

  private final Measure measure = new Measure();
  private final InputStream content;
  private final String name;
  private final long bytes;
  private final String sha256;
  private final IntConsumer counter;

  /**
   * @param counter is told of each piece how long it is
   */
  Checked(InputStream content, String name, long bytes, String sha256, IntConsumer counter) {
    this.counter = counter;
    this.content = content;
    this.name = name;
    this.bytes = bytes;
    this.sha256 = sha256;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = content.read(target, offset, length);
    if (read > 0) {
      measure.add(target, offset, read);
      counter.accept(read);
    }
    if (measure.bytes() > bytes) {
      throw ArchiveFile.refused("archive.length", name, bytes);
    }
    return read;
  }

  @Override
  public void close() throws IOException {
    content.close();
  }

  /**
   * Reads what is left.
   *
   * @throws Refusal when it is not as long as stated, or is something else
   */
  void verify() throws IOException {
    transferTo(java.io.OutputStream.nullOutputStream());
    if (measure.bytes() != bytes) {
      throw ArchiveFile.refused("archive.length", name, bytes);
    }
    if (!measure.sha256().equals(sha256)) {
      throw ArchiveFile.refused("archive.checksum", name);
    }
  }
}
