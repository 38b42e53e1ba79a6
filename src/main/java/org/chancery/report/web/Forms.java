package org.chancery.report.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * The forms on the page of a case: all blank, or one as it was refused.
 *
 * @param event to record what happened
 * @param milestone to add a deadline
 * @param target the target to which a figure was to be added; null: none was
 * @param observation to add a figure to that target
 */
public record Forms(Form event, Form milestone, @Nullable String target, Form observation) {

  /** As they are first shown. */
  static final Forms BLANK = new Forms(blank(), blank(), null, blank());

  Forms withEvent(Form refused) {
    return new Forms(refused, milestone, target, observation);
  }

  Forms withMilestone(Form refused) {
    return new Forms(event, refused, target, observation);
  }

  Forms withObservation(String of, Form refused) {
    return new Forms(event, milestone, of, refused);
  }

  /** The form to add a figure to the target. */
  public Form of(String id) {
    return id.equals(target) ? observation : blank();
  }

  private static Form blank() {
    return Form.of(JsonNodeFactory.instance.objectNode());
  }
}
