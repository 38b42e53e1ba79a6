package org.chancery.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Roots that were taken out of the database: a file with a line of JSON for each, in order. */
final class RootsFile {

  /** More than any line is long. */
  private static final int TAIL = 8192;

  private final Path file;
  private final ObjectMapper json;

  RootsFile(Path file, ObjectMapper json) {
    this.file = file;
    this.json = json;
  }

  /** A line that is no root. */
  static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String line, @Nullable Exception cause) {
      super("This is no line of a file of roots: " + line, cause);
    }
  }

  /** What is to be added to the file, once its last root is known. */
  interface More {

    /** The roots that come after the last one, a few at a time; empty when there are no more. */
    List<Root> after(@Nullable Root last);
  }

  /**
   * Adds what is missing, and returns when the disk has it. Another who adds meanwhile waits. A
   * line that was cut short when somebody wrote it goes first.
   *
   * @throws Unreadable when its last line is no root
   */
  void add(More more) throws IOException {
    try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "rw");
        FileChannel channel = content.getChannel();
        FileLock alone = channel.lock()) {
      @Nullable Root last = last(channel);
      for (List<Root> few = more.after(last); !few.isEmpty(); few = more.after(last)) {
        write(channel, few);
        last = few.get(few.size() - 1);
      }
      channel.force(true);
      if (!alone.isValid()) {
        throw new IOException("The lock of " + file + " was lost");
      }
    }
  }

  /** The last root in it, behind which the channel stands then; null when there is none. */
  private @Nullable Root last(FileChannel channel) throws IOException {
    long start = Math.max(0, channel.size() - TAIL);
    ByteBuffer tail = ByteBuffer.allocate((int) (channel.size() - start));
    channel.read(tail, start);
    String text = new String(tail.array(), StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('\n') + 1;
    String line = text.substring(text.lastIndexOf('\n', end - 2) + 1, end);
    @Nullable Root last = line.isBlank() ? null : root(line);
    String cutShort = text.substring(end);
    if (!cutShort.isEmpty() && !cutShort.startsWith("{")) {
      throw new Unreadable(cutShort, null);
    }
    channel.truncate(start + end);
    channel.position(start + end);
    return last;
  }

  private void write(FileChannel channel, List<Root> roots) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (Root root : roots) {
      lines.append(line(root, json)).append('\n');
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** What stands of the root in the file, without the end of the line. */
  static String line(Root root, ObjectMapper json) {
    try {
      return json.writeValueAsString(root);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("A root cannot be written", broken);
    }
  }

  /** What is read of a file, line by line. */
  interface Reading<T> {

    /** Reads it to its end. */
    T through(Iterator<Root> roots);
  }

  /**
   * Reads it.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws Unreadable when a line is no root, or they are not in order
   */
  <T> T read(Reading<T> reading) throws IOException {
    try (BufferedReader reader = Files.newBufferedReader(file);
        Stream<String> lines = reader.lines()) {
      return reading.through(lines.filter(line -> !line.isBlank()).map(this::root).iterator());
    }
  }

  private Root root(String line) {
    try {
      return json.readValue(line, Root.class);
    } catch (JsonProcessingException malformed) {
      throw new Unreadable(line, malformed);
    }
  }
}
