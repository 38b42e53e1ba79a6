package org.chancery.lifecycle;

import com.fasterxml.jackson.annotation.JsonValue;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Decision;
import org.chancery.instrument.Event;

/** What a completed step recorded; in JSON the event or the decision itself. */
public sealed interface Recorded {

  /**
   * Something happened.
   *
   * @param event the event
   */
  record Happened(@JsonValue Event event) implements Recorded {}

  /**
   * Something was decided.
   *
   * @param decision the decision
   */
  record Decided(@JsonValue Decision decision) implements Recorded {}

  /** What the later state of the case holds first that the earlier one does not. */
  static Recorded between(CaseFile before, CaseFile after) {
    return after.events().size() > before.events().size()
        ? new Happened(after.events().get(before.events().size()))
        : new Decided(after.decisions().get(before.decisions().size()));
  }
}
