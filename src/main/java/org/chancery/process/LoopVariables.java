package org.chancery.process;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The loop variables of running processes: each is seen from its execution and all below it. */
final class LoopVariables {

  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, Map<String, String>> held = new HashMap<>();

  /** The execution lies directly below the parent. */
  void lies(String execution, String parent) {
    parents.put(execution, parent);
  }

  /** The execution holds the variable. */
  void holds(String execution, String name, String value) {
    held.computeIfAbsent(execution, key -> new HashMap<>()).put(name, value);
  }

  /** The variable's value as seen from the execution; null when there is none. */
  @Nullable String seenFrom(@Nullable String execution, String name) {
    for (String at = execution; at != null; at = parents.get(at)) {
      String value = held.getOrDefault(at, Map.of()).get(name);
      if (value != null) {
        return value;
      }
    }
    return null;
  }
}
