package org.chancery.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person fills in when she completes a step. Which of it a step asks, and which it needs,
 * the step says.
 *
 * @param on the day it happened
 * @param forDate the day that is set
 * @param to the new deadline
 * @param place where it happened
 * @param act the number of the act
 * @param note the number of the note
 * @param authority on what authority it is decided
 * @param next by when the next report is due
 * @param scan the number of the document in the case that shows it
 * @param remark what else is to be said
 * @param answer which of the step's answers it is, where there are several
 * @param reason why it is decided; of an event, why it is recorded out of order
 */
public record StepAnswer(
    @Nullable StatedDate on,
    @JsonProperty("for") @Nullable StatedDate forDate,
    @Nullable StatedDate to,
    @Size(max = 200) @Nullable String place,
    @Size(max = 100) @Nullable String act,
    @Size(max = 100) @Nullable String note,
    @Size(max = 500) @Nullable String authority,
    @Nullable StatedDate next,
    @Nullable Integer scan,
    @Size(max = 2000) @Nullable String remark,
    @Size(max = 60) @Nullable String answer,
    @Size(max = 2000) @Nullable String reason) {

  /** What was filled in, by the name of the field. */
  Map<String, String> fields() {
    Map<String, String> fields = new HashMap<>();
    for (Ask ask : Ask.values()) {
      Object value = value(ask);
      if (value != null) {
        fields.put(ask.field(), value.toString());
      }
    }
    return fields;
  }

  /** Whether it says this. */
  boolean says(Ask ask) {
    Object value = value(ask);
    return value != null && !value.toString().isBlank();
  }

  private @Nullable Object value(Ask ask) {
    return switch (ask) {
      case ANSWER -> answer;
      case ON -> on;
      case FOR -> forDate;
      case TO -> to;
      case PLACE -> place;
      case ACT -> act;
      case NOTE -> note;
      case AUTHORITY -> authority;
      case NEXT -> next;
      case SCAN -> scan;
      case REMARK -> remark;
      case REASON -> reason;
    };
  }
}
