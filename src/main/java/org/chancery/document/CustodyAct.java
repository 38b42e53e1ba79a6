package org.chancery.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a paper original. Acts are appended, never changed; a correction is
 * a new act that names the one it corrects.
 *
 * @param id its number among the acts of the case, from 1
 * @param kind what was done
 * @param original the number of the original
 * @param party of a registration, whose alternat it is; null: the single original
 * @param languages of a registration, the languages it is drawn up in; null: not stated
 * @param holder of a registration who has it, of a handover who is to have it; null otherwise
 * @param from of a handover, who gave it away; null otherwise
 * @param handover of a receipt or refusal, the handover it answers; null otherwise
 * @param on the day it was done
 * @param remark what else is to be said
 * @param reason why it was refused, or handed over by another than its holder
 * @param corrects the act it replaces
 * @param body the body in whose name it was recorded; null where the account has none
 * @param recordedBy the account that recorded it
 * @param recordedAt when it was recorded
 */
public record CustodyAct(
    int id,
    Kind kind,
    int original,
    @Nullable PartyCode party,
    @Nullable List<String> languages,
    @Nullable Holder holder,
    @Nullable Holder from,
    @Nullable Integer handover,
    StatedDate on,
    @Nullable String remark,
    @Nullable String reason,
    @Nullable Integer corrects,
    @Nullable BodyCode body,
    String recordedBy,
    Instant recordedAt) {

  /** What can be done with an original. */
  public enum Kind {
    /** It is entered, with whoever has it. */
    REGISTERED(Change.ORIGINAL_REGISTERED),
    /** Its holder gives it away; until the receipt is confirmed it is under way. */
    HANDED_OVER(Change.ORIGINAL_HANDED_OVER),
    /** The receiver has it. */
    RECEIVED(Change.ORIGINAL_RECEIVED),
    /** The receiver does not take it: the giver still has it. */
    REFUSED(Change.ORIGINAL_REFUSED);

    private final Change change;

    Kind(Change change) {
      this.change = change;
    }

    /** The change of the case that it is. */
    Change change() {
      return change;
    }

    /** Whether it answers a handover. */
    public boolean isAnswer() {
      return this == RECEIVED || this == REFUSED;
    }
  }

  /** An immutable copy; no languages are none stated. */
  public CustodyAct {
    languages = languages == null || languages.isEmpty() ? null : List.copyOf(languages);
  }

  /**
   * The day by which it has surely been done: nobody records what lies ahead, so that is at the
   * latest the day of its recording.
   */
  public LocalDate lastDay(ZoneId zone) {
    return lastDay(on, recordedAt, zone);
  }

  static LocalDate lastDay(StatedDate on, Instant recordedAt, ZoneId zone) {
    LocalDate recorded = recordedAt.atZone(zone).toLocalDate();
    LocalDate latest = on.latest();
    return latest == null || latest.isAfter(recorded) ? recorded : latest;
  }
}
