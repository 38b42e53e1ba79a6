package org.chancery.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.chancery.calendar.StatedDate;
import org.chancery.document.CustodyAct.Kind;
import org.chancery.instrument.PartyCode;
import org.jspecify.annotations.Nullable;

/** The way of an original number 1 for a test, told in few words. */
public final class Hands {

  /** When everything told here was recorded. */
  public static final Instant RECORDED = Instant.parse("2026-11-20T08:00:00Z");

  private final List<CustodyAct> acts = new ArrayList<>();
  private Holder last;

  private Hands(Holder first) {
    this.last = first;
  }

  /** Registered with the holder since the day. */
  public static Hands of(Holder first, String since) {
    return new Hands(first).act(Kind.REGISTERED, first, null, since, null);
  }

  /** The alternat of the party, registered with the holder since the day. */
  public static Original alternat(PartyCode party, Holder holder, String since) {
    CustodyAct act = of(holder, since).acts().get(0);
    return Original.all(
            List.of(
                new CustodyAct(
                    1,
                    Kind.REGISTERED,
                    1,
                    party,
                    null,
                    holder,
                    null,
                    null,
                    act.on(),
                    null,
                    null,
                    null,
                    null,
                    act.recordedBy(),
                    RECORDED)))
        .get(0);
  }

  /** Handed over to the holder by whoever has it. */
  public Hands gives(Holder to, String on) {
    return gives(last, to, on);
  }

  /** Handed over by somebody. */
  public Hands gives(Holder from, Holder to, String on) {
    return act(Kind.HANDED_OVER, to, from, on, null);
  }

  /** Received by whom it was given last. */
  public Hands received(String on) {
    CustodyAct given = acts.get(acts.size() - 1);
    act(Kind.RECEIVED, null, null, on, null);
    last = java.util.Objects.requireNonNull(given.holder());
    return this;
  }

  /** Not taken. */
  public Hands refused(String on) {
    return act(Kind.REFUSED, null, null, on, null);
  }

  /** A handover told anew. */
  public Hands corrects(int id, Holder from, Holder to, String on) {
    return act(Kind.HANDED_OVER, to, from, on, id);
  }

  /** All that was done. */
  public List<CustodyAct> acts() {
    return List.copyOf(acts);
  }

  private Hands act(
      Kind kind,
      @Nullable Holder holder,
      @Nullable Holder from,
      String on,
      @Nullable Integer corrects) {
    acts.add(
        new CustodyAct(
            acts.size() + 1,
            kind,
            1,
            null,
            null,
            holder,
            from,
            kind.isAnswer() ? acts.size() : null,
            new StatedDate(on),
            null,
            null,
            corrects,
            null,
            "clerk",
            RECORDED));
    return this;
  }
}
