package org.chancery.deadline;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.chancery.calendar.AsOf;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseFile;
import org.chancery.instrument.Instrument;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Party;
import org.chancery.instrument.PartyCode;
import org.chancery.instrument.Reference;
import org.chancery.instrument.Relation;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the rules say of the register's cases: at any point in time when asked, and at each change
 * in its own transaction, so that stage and tasks are never behind the record.
 */
@Component
@Transactional
public class Deadlines {

  private final Judge judge;
  private final HouseTables tables;
  private final Instruments instruments;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Deadlines(
      Judge judge,
      HouseTables tables,
      Instruments instruments,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.judge = judge;
    this.tables = tables;
    this.instruments = instruments;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** What the rules say of the case now. */
  @Transactional(readOnly = true)
  public Judgement judge(CaseFile file) {
    return judge(file, AsOf.now(clock));
  }

  /** What the rules say of the case at the point in time. */
  @Transactional(readOnly = true)
  public Judgement judge(CaseFile file, AsOf asOf) {
    return judge.judge(file, kin(file), asOf, tables.inForceAt(null));
  }

  /** When the instrument enters into force, as a whole and for each party, as it is known now. */
  @Transactional(readOnly = true)
  public EntryIntoForce entryIntoForce(CaseFile file) {
    return entryIntoForce(file, AsOf.now(clock));
  }

  /** When the instrument enters into force, from what had happened by the point in time. */
  @Transactional(readOnly = true)
  public EntryIntoForce entryIntoForce(CaseFile file, AsOf asOf) {
    return judge.entryIntoForce(file, asOf);
  }

  /** The rules with their basis. */
  public List<Rule> catalogue() {
    return judge.catalogue();
  }

  /**
   * Judges the case anew and tells the house: its entry into force, its stage and the deadlines
   * that statutory terms set are computed again. Doing it twice changes nothing.
   */
  public void rejudge(Reference reference) {
    instruments.hold(reference);
    AsOf now = AsOf.now(clock);
    CaseFile file = judge.complete(instruments.known(reference), now, tables.inForceAt(null));
    instruments.derive(file, judge.entryIntoForce(file, now).date());
    publisher.publishEvent(new CaseJudged(reference));
  }

  @EventListener
  void rejudge(CaseChanged changed) {
    rejudge(changed.reference());
  }

  private Kin kin(CaseFile file) {
    Instrument instrument = file.instrument();
    Reference parent = instrument.parentReference();
    Set<PartyCode> parentParties =
        parent == null
            ? null
            : instruments.known(parent).description().parties().stream()
                .map(Party::code)
                .collect(Collectors.toUnmodifiableSet());
    return new Kin(parentParties, instruments.isTarget(file.reference(), Relation.REPLACES));
  }
}
