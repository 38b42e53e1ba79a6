package org.chancery.journal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for on the command line about the journals.
 *
 * @param roots a file of roots that were taken out; null for none
 */
record VerifyCommand(@Nullable Path roots) {

  static final String USAGE =
      """
      usage: java -jar chancery.jar verify [--roots FILE] [--spring.profiles.active=postgresql …]

        Reads the journals of the database through, and says whether they are whole, or where they
        are broken. With a file of roots (chancery.journal.roots, or out of the mails of
        chancery.journal.mail) that was kept elsewhere it finds a journal that was rewritten
        together with its roots, too. It changes nothing.

        The files that come with the mails become one, in order, by
        sort -t: -k2,2n roots-*.jsonl > FILE

      Exit code: 0 whole, 1 broken, 2 it could not be found out.
      """;

  /** A command line that says nothing one could do. */
  static final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String what) {
      super(what);
    }
  }

  /**
   * Reads a command line.
   *
   * @param arguments the words after {@code verify}
   * @throws Misuse when it is none
   */
  static VerifyCommand of(List<String> arguments) {
    if (arguments.isEmpty()) {
      return new VerifyCommand(null);
    }
    if (arguments.size() != 2 || !arguments.get(0).equals("--roots")) {
      throw new Misuse("Say nothing, or which file of roots: verify --roots FILE");
    }
    try {
      return new VerifyCommand(Path.of(arguments.get(1)));
    } catch (InvalidPathException malformed) {
      throw new Misuse("\"" + arguments.get(1) + "\" is no name of a file.");
    }
  }
}
