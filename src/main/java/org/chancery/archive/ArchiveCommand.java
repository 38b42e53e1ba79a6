package org.chancery.archive;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** What was asked for on the command line about archives. */
sealed interface ArchiveCommand {

  String USAGE =
      """
      usage: java -jar chancery.jar archive COMMAND [--spring.profiles.active=postgresql …]

        archive export FILE.zip    writes the whole register, as it stands at one moment
        archive import FILE.zip    reads it into an empty installation, and takes up its cases
        archive resume             takes up the cases of an import that was cut short

      An archive has no passwords and no keys. After an import nobody can log in until an
      account is given a password: account password NAME.
      """;

  /** A command that writes or reads a file. */
  sealed interface OfFile extends ArchiveCommand {

    /** Which file. */
    Path file();
  }

  /** Write the register to the file. */
  record Export(Path file) implements OfFile {}

  /** Read the register from the file, and take up its cases. */
  record Import(Path file) implements OfFile {}

  /** Take up the cases of a register that has been read. */
  record Resume() implements ArchiveCommand {}

  /** A command line that says nothing one could do. */
  final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String what) {
      super(what);
    }
  }

  /**
   * Reads a command line.
   *
   * @param arguments the words after {@code archive}
   * @throws Misuse when it is none
   */
  static ArchiveCommand of(List<String> arguments) {
    String verb = arguments.isEmpty() ? "" : arguments.get(0);
    return switch (verb) {
      case "export" -> new Export(file(arguments));
      case "import" -> new Import(file(arguments));
      case "resume" -> resume(arguments);
      default -> throw new Misuse("There is no command \"archive " + verb + "\".");
    };
  }

  private static Resume resume(List<String> arguments) {
    if (arguments.size() > 1) {
      throw new Misuse("Nothing follows archive resume.");
    }
    return new Resume();
  }

  private static Path file(List<String> arguments) {
    if (arguments.size() != 2 || arguments.get(1).startsWith("--")) {
      throw new Misuse("Say which file, one only: archive " + arguments.get(0) + " FILE.zip");
    }
    try {
      return Path.of(arguments.get(1));
    } catch (InvalidPathException malformed) {
      throw new Misuse("\"" + arguments.get(1) + "\" is no name of a file.");
    }
  }
}
