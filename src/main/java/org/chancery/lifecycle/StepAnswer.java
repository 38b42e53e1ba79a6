package org.chancery.lifecycle;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.EventKind;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in when she completes a step.
 *
 * @param on the day it happened
 * @param act the number of the act
 * @param note the number of the note
 * @param remark what else is to be said
 * @param answer which kind of event it was, where the step leaves a choice
 * @param reason why it is recorded out of order
 */
public record StepAnswer(
    @NotNull StatedDate on,
    @Size(max = 100) @Nullable String act,
    @Size(max = 100) @Nullable String note,
    @Size(max = 2000) @Nullable String remark,
    @Nullable EventKind answer,
    @Size(max = 2000) @Nullable String reason) {

  /** What was filled in, by the name of the field. */
  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    put(fields, "on", on);
    put(fields, "act", act);
    put(fields, "note", note);
    put(fields, "remark", remark);
    put(fields, "answer", answer);
    put(fields, "reason", reason);
    return fields;
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }
}
