package org.chancery.process;

import org.chancery.access.BodyCode;
import org.chancery.instrument.Reference;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case, whichever task it is: when a process is begun anew, its tasks are others, and
 * the places that they stand at are the same.
 *
 * @param reference the case
 * @param step the step's id in the model
 * @param party the party whose column it is in, where the step is in one
 * @param body the body whose answer it is, where the step asks several
 * @param milestone the milestone it carries out, where it carries out one
 */
public record Place(
    Reference reference,
    String step,
    @Nullable String party,
    @Nullable BodyCode body,
    @Nullable Integer milestone) {

  /** The one text that stands for it, such as {@code 2026-000012-7/clear//energy/}. */
  public String key() {
    return String.join(
        "/",
        reference.value(),
        step,
        party == null ? "" : party,
        body == null ? "" : body.value(),
        milestone == null ? "" : milestone.toString());
  }
}
