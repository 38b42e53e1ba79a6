package org.chancery.process;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.chancery.instrument.Reference;
import org.chancery.web.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line about the processes. */
sealed interface ProcessCommand {

  String USAGE =
      """
      usage: java -jar chancery.jar processes [--spring.profiles.active=postgresql …]

        processes                              which versions of the models carry how many cases
        processes move [--case REFERENCE] [--dry-run] [--anew]
                                               moves them to the newest version

      With --dry-run each move is undone, and only told. What waits where the newest model has no
      such step stays with its version; with --anew its process begins anew and passes what has
      happened. Whoever had claimed a step keeps it, where it is open again and still hers to do.
      """;

  /** Which versions carry how many cases. */
  record Look() implements ProcessCommand {}

  /** Move them. */
  record Move(Moving.Order order) implements ProcessCommand {}

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
   * @param arguments the words after {@code processes}
   * @throws Misuse when it is none
   */
  static ProcessCommand of(List<String> arguments) {
    Deque<String> words = new ArrayDeque<>(arguments);
    if (words.isEmpty()) {
      return new Look();
    }
    String verb = words.removeFirst();
    if (!verb.equals("move")) {
      throw new Misuse("There is no command \"processes " + verb + "\".");
    }
    return new Move(order(words));
  }

  private static Moving.Order order(Deque<String> words) {
    Reference only = null;
    boolean isTrial = false;
    boolean anew = false;
    while (!words.isEmpty()) {
      String option = words.removeFirst();
      switch (option) {
        case "--case" -> only = reference(words.pollFirst());
        case "--dry-run" -> isTrial = true;
        case "--anew" -> anew = true;
        default -> throw new Misuse("There is no option " + option + " here.");
      }
    }
    return new Moving.Order(only, isTrial, anew);
  }

  private static Reference reference(@Nullable String text) {
    if (text == null) {
      throw new Misuse("The option --case needs a reference, such as 2026-000123-6.");
    }
    try {
      return new Reference(text);
    } catch (InvalidValue malformed) {
      throw new Misuse("\"" + text + "\" is no reference; write it like 2026-000123-6.");
    }
  }
}
