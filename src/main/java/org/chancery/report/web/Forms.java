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
 * @param text to put in a text
 * @param document the document of which a new version was to be put in; null: none was
 * @param version to put in a version of that document
 */
public record Forms(
    Form event,
    Form milestone,
    @Nullable String target,
    Form observation,
    Form text,
    @Nullable Integer document,
    Form version) {

  /** As they are first shown. */
  static final Forms BLANK = new Forms(blank(), blank(), null, blank(), blank(), null, blank());

  Forms withEvent(Form refused) {
    return new Forms(refused, milestone, target, observation, text, document, version);
  }

  Forms withMilestone(Form refused) {
    return new Forms(event, refused, target, observation, text, document, version);
  }

  Forms withObservation(String of, Form refused) {
    return new Forms(event, milestone, of, refused, text, document, version);
  }

  Forms withText(Form refused) {
    return new Forms(event, milestone, target, observation, refused, document, version);
  }

  Forms withVersion(int of, Form refused) {
    return new Forms(event, milestone, target, observation, text, of, refused);
  }

  /** The form to add a figure to the target. */
  public Form of(String id) {
    return id.equals(target) ? observation : blank();
  }

  /** The form to put in a version of the document. */
  public Form versionOf(int id) {
    return document != null && document == id ? version : blank();
  }

  private static Form blank() {
    return Form.of(JsonNodeFactory.instance.objectNode());
  }
}
