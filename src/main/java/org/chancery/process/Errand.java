package org.chancery.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done in a case beside its own process, as a small process of its own.
 *
 * @param process the process's id, such as {@code escalation}
 * @param milestone the milestone it is about, where it is about one
 * @param party the party it is about, where it is about one
 */
public record Errand(String process, @Nullable Integer milestone, @Nullable String party) {

  /** The processes of errands. */
  static final List<String> PROCESSES = List.of("escalation", "chase", "obligation");

  /** An errand about a milestone. */
  public static Errand on(String process, int milestone) {
    return new Errand(process, milestone, null);
  }

  /** An errand about a party. */
  public static Errand with(String process, String party) {
    return new Errand(process, null, party);
  }

  /** Whether the step is one of an errand's, and none of the case's own process. */
  public static boolean isStep(OpenStep step) {
    return PROCESSES.contains(step.process());
  }

  /** Whether the step is one of this errand's. */
  public boolean holds(OpenStep step) {
    return process.equals(step.process())
        && Objects.equals(milestone, step.milestone())
        && Objects.equals(party, step.party());
  }

  Map<String, Object> variables() {
    Map<String, Object> variables = new HashMap<>();
    if (milestone != null) {
      variables.put("milestone", milestone);
    }
    if (party != null) {
      variables.put("party", party);
    }
    return variables;
  }
}
