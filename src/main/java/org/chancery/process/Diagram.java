package org.chancery.process;

import java.util.Set;

/**
 * The drawing of a process that a case runs through, and where the case stands in it.
 *
 * @param process the process's id, such as {@code agreement}
 * @param name the process's name
 * @param xml the model with its drawing, BPMN 2.0
 * @param active the ids of the elements it stands at; of a finished process its end
 */
public record Diagram(String process, String name, String xml, Set<String> active) {

  /** An immutable copy. */
  public Diagram {
    active = Set.copyOf(active);
  }
}
