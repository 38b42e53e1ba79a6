package org.chancery.instrument;

import org.chancery.access.BodyCode;
import org.chancery.calendar.StatedDate;
import org.jspecify.annotations.Nullable;

/** An event for a test, told in few words: {@code event(SIGNED, "2025-03").by("AZ").stated()}. */
public final class EventFixture {

  /** A newspaper, for what is stated by a source. */
  public static final Source PRESS = new Source("AZERTAC", new StatedDate("2025-10-18"), null);

  private final EventKind kind;
  private final StatedDate on;
  private @Nullable PartyCode party;
  private @Nullable BodyCode body;
  private @Nullable Integer milestone;
  private @Nullable Integer refersTo;
  private @Nullable Integer corrects;
  private @Nullable StatedDate sets;
  private @Nullable String reason;
  private @Nullable Source source;

  private EventFixture(EventKind kind, StatedDate on) {
    this.kind = kind;
    this.on = on;
  }

  /** An event of the kind on the day. */
  public static EventFixture event(EventKind kind, String on) {
    return new EventFixture(kind, new StatedDate(on));
  }

  /** As the act of the party. */
  public EventFixture by(String code) {
    this.party = new PartyCode(code);
    return this;
  }

  /** Done by the body of ours. */
  public EventFixture of(String code) {
    this.body = new BodyCode(code);
    return this;
  }

  /** Closing the milestone. */
  public EventFixture closing(int id) {
    this.milestone = id;
    return this;
  }

  /** Answering the event. */
  public EventFixture answering(int id) {
    this.refersTo = id;
    return this;
  }

  /** Replacing the event. */
  public EventFixture correcting(int id) {
    this.corrects = id;
    return this;
  }

  /** Setting the day. */
  public EventFixture setting(String day) {
    this.sets = new StatedDate(day);
    return this;
  }

  /** Out of order for the reason. */
  public EventFixture because(String why) {
    this.reason = why;
    return this;
  }

  /** As a newspaper states it. */
  public EventFixture stated() {
    this.source = PRESS;
    return this;
  }

  /** The event as it is recorded. */
  public NewEvent made() {
    return new NewEvent(
        kind, party, milestone, on, sets, null, null, null, null, reason, refersTo, corrects,
        source, body);
  }
}
