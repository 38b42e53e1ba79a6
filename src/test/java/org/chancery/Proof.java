package org.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * What the tests of security have counted, for {@code docs/security.md}. A test class that proves
 * one of its numbers begins its Javadoc with it, as in "S1: …", and says here how much it tried.
 */
public final class Proof {

  /** Where the counts are kept, one file for each number. */
  public static final Path COUNTS = Path.of("target", "security");

  private static final Pattern NUMBER = Pattern.compile("S\\d+");

  private Proof() {}

  /** Whether the tests run in their full size, which only {@code bin/prove security} asks for. */
  public static boolean isFull() {
    return "full".equals(System.getProperty("security"));
  }

  /**
   * Notes a count; a later one of the same name stands in its place.
   *
   * @param number the number that is proven, as in S1
   * @param what what was counted, as in "expressions tried"
   * @param count how many
   */
  public static void count(String number, String what, long count) {
    if (!NUMBER.matcher(number).matches() || what.isBlank() || what.contains(",")) {
      throw new IllegalArgumentException(number + ", " + what);
    }
    try {
      Files.createDirectories(COUNTS);
      Files.writeString(
          COUNTS.resolve(number + ".csv"),
          what + "," + count + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
