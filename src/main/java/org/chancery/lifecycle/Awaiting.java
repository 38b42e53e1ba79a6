package org.chancery.lifecycle;

import java.util.Optional;
import java.util.stream.Stream;
import org.chancery.instrument.Clause.Trigger;
import org.chancery.instrument.Event;
import org.chancery.instrument.EventKind;
import org.chancery.instrument.InstrumentType;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;

/**
 * What the record says we await of the other sides: their signature, their note in reply, or word
 * that their consent is complete.
 *
 * @param course how far the case has come
 */
record Awaiting(Course course) {

  /**
   * The parties that have not signed what we have signed; a depositary keeps a text open for all.
   */
  Stream<PartyCode> signatures() {
    boolean awaited = !isExchange() && hasSigned(course.home()) && !isByDeposit();
    return parties().filter(code -> awaited && !course.isConcluded() && !hasSigned(code));
  }

  /** The parties whose note we await in an exchange of notes, once ours is sent. */
  Stream<PartyCode> replies() {
    boolean awaited = isExchange() && hasSigned(course.home());
    return parties().filter(code -> awaited && !course.isConcluded() && !hasSigned(code));
  }

  /** The parties that owe the others a note, or an exchange, once nothing more is ours to do. */
  Stream<PartyCode> notices() {
    return owing(course.oursIsDone());
  }

  /** The same as soon as our own word is out, received or not. */
  Stream<PartyCode> noticesOnceOursIsOut() {
    return owing(course.oursIsTold());
  }

  private Stream<PartyCode> owing(boolean itIsTheirTurn) {
    boolean awaited =
        itIsTheirTurn && course.isConcludedByAll() && !course.isInForce() && !isByDeposit();
    return course
        .consenting()
        .map(Party::code)
        .filter(code -> awaited && !code.equals(course.home()) && !course.isThrough(code.value()));
  }

  /** What we did that made it the turn of the others: signed, or told them. */
  Stream<Event> ourActs() {
    return course.file().standing().stream()
        .filter(event -> event.kind().tellsTheOthers() || event.kind() == EventKind.SIGNED)
        .filter(event -> event.countsFor(course.home()));
  }

  /** Where a depositary counts, nobody owes the others anything. */
  private boolean isByDeposit() {
    return Optional.ofNullable(course.file().description().entryIntoForce())
        .map(clause -> clause.general().trigger())
        .filter(
            trigger -> trigger != Trigger.LAST_NOTIFICATION_RECEIVED && trigger != Trigger.EXCHANGE)
        .isPresent();
  }

  private boolean isExchange() {
    return course.file().description().type() == InstrumentType.EXCHANGE_OF_NOTES;
  }

  private boolean hasSigned(PartyCode code) {
    return course.hasSigned(code);
  }

  private Stream<PartyCode> parties() {
    return course.file().description().parties().stream().map(Party::code);
  }
}
