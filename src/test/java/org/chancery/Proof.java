package org.chancery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * What the tests of security and of reliability have counted, for {@code docs/security.md} and
 * {@code docs/reliability.md}. A test class that proves one of their numbers begins its Javadoc
 * with it, as in "S1: …" or "R1: …", and says here how much it tried.
 */
public final class Proof {

  /** Where the counts are kept, one file for each number. */
  private static final Path SECURITY = Path.of("target", "security");

  private static final Path RELIABILITY = Path.of("target", "reliability");

  private static final Pattern NUMBER = Pattern.compile("[SR]\\d+");

  private Proof() {}

  /**
   * Whether the tests of security run in their full size, which only {@code bin/prove security}
   * asks for.
   */
  public static boolean isFull() {
    return "full".equals(System.getProperty("security"));
  }

  /** The same for the tests of reliability, and {@code bin/prove reliability}. */
  public static boolean isFullReliability() {
    return "full".equals(System.getProperty("reliability"));
  }

  /**
   * Notes a count; a later one of the same name stands in its place.
   *
   * @param number the number that is proven, as in S1 or R1
   * @param what what was counted, as in "expressions tried"
   * @param count how many
   */
  public static void count(String number, String what, long count) {
    if (!NUMBER.matcher(number).matches() || what.isBlank() || what.contains(",")) {
      throw new IllegalArgumentException(number + ", " + what);
    }
    Path counts = number.startsWith("R") ? RELIABILITY : SECURITY;
    try {
      Files.createDirectories(counts);
      Files.writeString(
          counts.resolve(number + ".csv"),
          what + "," + count + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
