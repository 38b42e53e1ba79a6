package org.chancery.instrument;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an instrument. Events are appended, never changed; a correction is a
 * new event that names the one it corrects.
 *
 * @param id its number within the case, from 1, in the order of recording
 * @param kind what happened
 * @param party whose act it is; null: of all, or not stated (see {@link
 *     EventKind#isOfAllPartiesUnlessNamed()})
 * @param milestone the milestone it closes
 * @param on the day it happened
 * @param forDate the day it sets, where its kind sets one
 * @param place where it happened
 * @param act the number of the act
 * @param note the number of the note
 * @param remark what else is to be said
 * @param reason why it is recorded out of order
 * @param refersTo the event it answers
 * @param corrects the event it replaces
 * @param source where it is stated; null: this house's own knowledge
 * @param body the body that did it, where it is one of ours
 * @param recordedBy the account that recorded it
 * @param recordedAt when it was recorded
 */
public record Event(
    int id,
    EventKind kind,
    @Nullable PartyCode party,
    @Nullable Integer milestone,
    StatedDate on,
    @JsonProperty("for") @Nullable StatedDate forDate,
    @Nullable String place,
    @Nullable String act,
    @Nullable String note,
    @Nullable String remark,
    @Nullable String reason,
    @Nullable Integer refersTo,
    @Nullable Integer corrects,
    @Nullable Source source,
    @Nullable BodyCode body,
    String recordedBy,
    Instant recordedAt) {

  /**
   * Whether it surely happened by the day. Of an event whose last possible day nobody states it is
   * only known that it had happened when it was recorded.
   */
  public boolean hasSurelyHappenedBy(LocalDate day) {
    LocalDate latest = on.latest();
    LocalDate known = latest == null ? recordedAt.atZone(ZoneOffset.UTC).toLocalDate() : latest;
    return !known.isAfter(day) && !on.isSurelyAfter(day);
  }

  /** Whether it counts as the act of the party. */
  public boolean countsFor(PartyCode code) {
    return party == null ? kind.isOfAllPartiesUnlessNamed() : party.equals(code);
  }
}
