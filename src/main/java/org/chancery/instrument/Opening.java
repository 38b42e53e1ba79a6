package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chancery.web.Reading;
import org.chancery.web.Refusal;
import org.chancery.web.Refusal.Fault;
import org.jspecify.annotations.Nullable;

/**
 * A case as it is opened: what describes it, its first deadlines and what has already happened.
 *
 * @param description what describes the instrument
 * @param milestones its deadlines, numbered from 1 in this order
 * @param events what has happened; an event names a milestone by its number
 */
public record Opening(
    @JsonUnwrapped Description description, List<NewMilestone> milestones, List<NewEvent> events) {

  /**
   * The opening in the tree of a body or a seed file.
   *
   * @throws Refusal with every fault, when there is one
   */
  public static Opening of(JsonNode tree, Reading reading) {
    return of(tree, reading, "");
  }

  /**
   * The opening in a tree that stands somewhere in a body.
   *
   * @param at where it stands
   * @throws Refusal with every fault, when there is one
   */
  public static Opening of(JsonNode tree, Reading reading, String at) {
    List<Fault> faults = new ArrayList<>();
    JsonNode rest = tree.deepCopy();
    JsonNode milestones = null;
    JsonNode events = null;
    if (rest instanceof ObjectNode fields) {
      milestones = fields.remove("milestones");
      events = fields.remove("events");
    }
    @Nullable Description description = reading.read(rest, Description.class, at, faults);
    List<NewMilestone> deadlines =
        reading.readAll(milestones, NewMilestone.class, at + "/milestones", faults);
    List<NewEvent> happened = reading.readAll(events, NewEvent.class, at + "/events", faults);
    if (description == null || !faults.isEmpty()) {
      throw Refusal.invalid(faults);
    }
    return new Opening(description, deadlines, happened);
  }
}
