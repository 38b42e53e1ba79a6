package org.chancery.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chancery.calendar.StatedDate;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.PartyCode;
import org.chancery.web.Message;
import org.jspecify.annotations.Nullable;

/**
 * When an instrument enters into force, computed from its clause (VCLT art. 24): as a whole, and
 * for each party.
 *
 * @param instrument the answer for the instrument as a whole
 * @param parties the answer for each party, in the order of the parties
 */
public record EntryIntoForce(OfInstrument instrument, List<OfParty> parties) {

  /** Whether there is an answer. */
  public enum State {
    /** The date is known; it may lie ahead. */
    COMPUTED,
    /** Something must happen first. */
    PENDING,
    /** The clause, a date or a weight is not known. */
    NOT_COMPUTABLE
  }

  /**
   * When the instrument as a whole enters into force.
   *
   * @param date the date, as precise as the facts it rests on; null unless computed
   * @param state whether there is an answer
   * @param needed how many acts are still needed at least; 0 unless pending
   * @param working how the answer was found, sentence by sentence
   */
  public record OfInstrument(
      @Nullable StatedDate date, State state, int needed, List<Message> working) {

    /** An immutable copy. */
    public OfInstrument {
      working = List.copyOf(working);
    }
  }

  /**
   * When it enters into force for one party.
   *
   * @param code the party
   * @param date the date, as precise as the facts it rests on; null unless computed
   * @param state whether there is an answer
   * @param working how the answer was found, sentence by sentence
   */
  public record OfParty(
      PartyCode code, @Nullable StatedDate date, State state, List<Message> working) {

    /** An immutable copy. */
    public OfParty {
      working = List.copyOf(working);
    }
  }

  /** An immutable copy. */
  public EntryIntoForce {
    parties = List.copyOf(parties);
  }

  /** The answer from what had happened by the day, if only perhaps. */
  public static EntryIntoForce of(CaseFile file, LocalDate day) {
    ForceFromClause general = new ForceFromClause(file, day);
    OfInstrument instrument = general.answer();
    return new EntryIntoForce(instrument, new ForceOfParties(general, instrument).answers());
  }

  /** The date of the instrument as a whole, as in {@link #of}; null unless computed. */
  static @Nullable StatedDate dateOf(CaseFile file, LocalDate day) {
    return new ForceFromClause(file, day).answer().date();
  }

  /** The date of the instrument as a whole; null unless computed. */
  public @Nullable StatedDate date() {
    return instrument.date();
  }

  /** Whether there is an answer for the instrument as a whole. */
  public State state() {
    return instrument.state();
  }

  /** How many acts are still needed at least; 0 unless pending. */
  public int needed() {
    return instrument.needed();
  }

  /** How the answer for the instrument as a whole was found. */
  public List<Message> working() {
    return instrument.working();
  }

  /** The answer for the party; empty when it is none. */
  public Optional<OfParty> of(PartyCode party) {
    return parties.stream().filter(each -> each.code().equals(party)).findFirst();
  }
}
