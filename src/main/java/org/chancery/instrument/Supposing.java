package org.chancery.instrument;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cases as they would be if something were so: a signing moved, a note received. Nothing is stored,
 * and what is supposed may lie ahead and come in any order.
 */
@Component
@Transactional(readOnly = true)
public class Supposing {

  private static final int NO_NUMBER = 0;

  private final Instruments instruments;
  private final Fitness fitness;
  private final Accounts accounts;
  private final Clock clock;

  Supposing(Instruments instruments, Fitness fitness, Accounts accounts, Clock clock) {
    this.instruments = instruments;
    this.fitness = fitness;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * The case as it would be if it were opened now.
   *
   * @throws Refusal with every fault of what is said
   */
  public CaseFile of(Opening opening) {
    fitness.check(opening);
    Account account = accounts.current();
    Instant at = now();
    Instrument instrument =
        new Instrument(
            Reference.of(instruments.today().getYear(), NO_NUMBER),
            opening.description(),
            parent(opening.description()),
            account.name(),
            at,
            at,
            1,
            null);
    CaseFile empty = new CaseFile(instrument, List.of(), List.of());
    return with(empty, opening.milestones(), opening.events(), account, at);
  }

  /**
   * The case with another description, further deadlines and further events.
   *
   * @param at where the deadlines and events stand in the body
   * @throws Refusal with every fault of what is said
   */
  public CaseFile of(
      CaseFile file,
      Description description,
      List<NewMilestone> milestones,
      List<NewEvent> events,
      String at) {
    fitness.check(description);
    CaseFile described = file.describedAs(description, parent(description));
    fitness.check(milestones, events, described, at);
    return with(described, milestones, events, accounts.current(), now());
  }

  private static CaseFile with(
      CaseFile file,
      List<NewMilestone> milestones,
      List<NewEvent> events,
      Account account,
      Instant at) {
    List<Milestone> owed = new ArrayList<>(file.milestones());
    milestones.forEach(each -> owed.add(each.numbered(owed.size() + 1, at)));
    List<Event> happened = new ArrayList<>(file.events());
    events.forEach(
        each -> happened.add(each.numbered(happened.size() + 1, account, after(each, at))));
    return new CaseFile(file.instrument(), owed, happened, file.decisions());
  }

  /** As if it were recorded when it has happened. */
  private static Instant after(NewEvent event, Instant at) {
    LocalDate last = event.on().latest();
    Instant over = last == null ? at : last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return over.isAfter(at) ? over : at;
  }

  private @Nullable Reference parent(Description description) {
    Description.@Nullable Parent parent = description.parent();
    return parent == null || parent.reference() == null
        ? null
        : instruments.ifSeen(parent.reference()).map(Instrument::reference).orElse(null);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
