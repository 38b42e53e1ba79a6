package org.chancery.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePathWrapper;

/** Files of the embedded database on a disk that a test may fill: {@code jdbc:h2:disk:…}. */
public final class FullDisk extends FilePathWrapper {

  private static volatile boolean full;

  /** Whether nothing can be written from now on. */
  static void full(boolean isFull) {
    full = isFull;
  }

  @Override
  public String getScheme() {
    return "disk";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new File(getBase().open(mode));
  }

  private static final class File extends FileBase {

    private final FileChannel real;

    File(FileChannel real) {
      this.real = real;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long at) throws IOException {
      requireRoom();
      return real.write(bytes, at);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      requireRoom();
      return real.write(bytes);
    }

    private static void requireRoom() throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long at) throws IOException {
      return real.read(bytes, at);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return real.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return real.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
      real.position(at);
      return this;
    }

    @Override
    public long size() throws IOException {
      return real.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      real.truncate(size);
      return this;
    }

    @Override
    public void force(boolean all) throws IOException {
      real.force(all);
    }

    @Override
    public FileLock tryLock(long from, long size, boolean shared) throws IOException {
      return real.tryLock(from, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      real.close();
    }
  }
}
