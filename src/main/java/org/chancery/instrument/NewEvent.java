package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.chancery.access.Account;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an event when it is recorded; see {@link Event}.
 *
 * @param kind what happened
 * @param party whose act it is
 * @param milestone the milestone it closes
 * @param on the day it happened
 * @param forDate the day it sets
 * @param place where it happened
 * @param act the number of the act
 * @param note the number of the note
 * @param remark what else is to be said
 * @param reason why it is recorded out of order
 * @param refersTo the event it answers
 * @param corrects the event it replaces
 * @param source where it is stated
 * @param body the body that did it
 */
public record NewEvent(
    @NotNull EventKind kind,
    @Nullable PartyCode party,
    @Nullable Integer milestone,
    @NotNull StatedDate on,
    @JsonProperty("for") @Nullable StatedDate forDate,
    @Size(max = 200) @Nullable String place,
    @Size(max = 100) @Nullable String act,
    @Size(max = 100) @Nullable String note,
    @Size(max = 2000) @Nullable String remark,
    @Size(max = 2000) @Nullable String reason,
    @Nullable Integer refersTo,
    @Nullable Integer corrects,
    @Valid @Nullable Source source,
    @Nullable BodyCode body) {

  /** An event of the kind on the day, and nothing more. */
  public static NewEvent of(EventKind kind, StatedDate on) {
    return new NewEvent(
        kind, null, null, on, null, null, null, null, null, null, null, null, null, null);
  }

  /** The same as the act of the party. */
  public NewEvent by(PartyCode code) {
    return new NewEvent(
        kind, code, milestone, on, forDate, place, act, note, remark, reason, refersTo, corrects,
        source, body);
  }

  /** The same as the act of the body. */
  NewEvent of(BodyCode code) {
    return new NewEvent(
        kind, party, milestone, on, forDate, place, act, note, remark, reason, refersTo, corrects,
        source, code);
  }

  Event numbered(int id, Account account, Instant at) {
    return new Event(
        id,
        kind,
        party,
        milestone,
        on,
        forDate,
        place,
        act,
        note,
        remark,
        reason,
        refersTo,
        corrects,
        source,
        body,
        account.name(),
        at);
  }
}
