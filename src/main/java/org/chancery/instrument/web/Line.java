package org.chancery.instrument.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A line of NDJSON.
 *
 * @param number which one of its file, from 1; empty lines count, and are passed over
 * @param content what it holds, without its end; null when it is longer than a line may be
 */
@SuppressWarnings("ArrayRecordComponent") // read once, compared never
record Line(long number, byte @Nullable [] content) {

  /** The longest line, in bytes: what the body of one case may have. */
  static final int LONGEST = 1 << 20;

  /** The lines of a file, read one by one, so that the file may be longer than memory. */
  static Iterator<Line> of(InputStream file) {
    return new Lines(new BufferedInputStream(file, 1 << 16));
  }

  private static final class Lines implements Iterator<Line> {

    private final InputStream file;
    private long number;
    private @Nullable Line next;

    Lines(InputStream file) {
      this.file = file;
    }

    @Override
    public boolean hasNext() {
      while (next == null) {
        try {
          int first = file.read();
          if (first < 0) {
            return false;
          }
          next = line(first);
        } catch (IOException broken) {
          throw new UncheckedIOException(broken);
        }
      }
      return true;
    }

    @Override
    public Line next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Line line = java.util.Objects.requireNonNull(next);
      next = null;
      return line;
    }

    /** The line that begins with the byte; null when it is empty. */
    private @Nullable Line line(int first) throws IOException {
      number++;
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      boolean tooLong = false;
      boolean blank = true;
      for (int next = first; next >= 0 && next != '\n'; next = file.read()) {
        tooLong |= content.size() == LONGEST;
        blank &= Character.isWhitespace(next);
        if (!tooLong) {
          content.write(next);
        }
      }
      return blank ? null : new Line(number, tooLong ? null : content.toByteArray());
    }
  }
}
