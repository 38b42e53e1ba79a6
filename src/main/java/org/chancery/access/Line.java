package org.chancery.access;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command line taken apart: a verb of two words, further words, and options with values. */
final class Line {

  private static final Set<String> FLAGS = Set.of("--ask");

  private final String verb;
  private final Deque<String> words = new ArrayDeque<>();
  private final Map<String, String> options = new HashMap<>();

  private Line(String verb) {
    this.verb = verb;
  }

  static Line of(List<String> arguments) {
    int verbs = Math.min(2, arguments.size());
    Line line = new Line(String.join(" ", arguments.subList(0, verbs)));
    Deque<String> rest = new ArrayDeque<>(arguments.subList(verbs, arguments.size()));
    while (!rest.isEmpty()) {
      String next = rest.removeFirst();
      if (next.startsWith("--")) {
        line.readOption(next, rest);
      } else {
        line.words.addLast(next);
      }
    }
    return line;
  }

  /** Its first two words. */
  String verb() {
    return verb;
  }

  /** The next word, called so in the usage. */
  String word(String called) {
    if (words.isEmpty()) {
      throw new Command.Misuse("The " + called + " is missing.");
    }
    return words.removeFirst();
  }

  /** The value of an option. */
  Optional<String> option(String name) {
    return Optional.ofNullable(options.remove(name));
  }

  /** The values of an option, between commas. */
  List<String> list(String name) {
    return option(name).map(values -> Arrays.asList(values.split(",", -1))).orElse(List.of());
  }

  /** Whether an option without value is there. */
  boolean flag(String name) {
    return options.remove(name) != null;
  }

  /** Nothing more may stand in the line. */
  void end() {
    if (!words.isEmpty()) {
      throw new Command.Misuse("\"" + words.getFirst() + "\" is one word too many.");
    }
    if (!options.isEmpty()) {
      throw new Command.Misuse(
          "There is no option " + options.keySet().iterator().next() + " here.");
    }
  }

  private void readOption(String text, Deque<String> rest) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals);
    if (FLAGS.contains(name)) {
      options.put(name, "");
    } else if (equals >= 0) {
      options.put(name, text.substring(equals + 1));
    } else if (rest.isEmpty()) {
      throw new Command.Misuse("The option " + name + " needs a value.");
    } else {
      options.put(name, rest.removeFirst());
    }
  }
}
