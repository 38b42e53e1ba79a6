package org.chancery.lifecycle;

import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Source;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits on another side.
 *
 * @param file the case
 * @param party the side whose turn it is
 * @param what what it owes
 * @param since the day of our own last act; null where none is recorded
 * @param source where that act is stated; null for this house's own
 * @param reminded when it was last reminded; null while it was not
 */
public record Awaited(
    CaseFile file,
    PartyCode party,
    What what,
    @Nullable StatedDate since,
    @Nullable Source source,
    @Nullable StatedDate reminded) {

  /** What another side may owe. */
  public enum What {
    /** Its signature: we have signed. */
    SIGNATURE,
    /** Its note in reply to ours. */
    REPLY,
    /** Word that its own procedures are complete, or the exchange of instruments. */
    NOTICE
  }
}
