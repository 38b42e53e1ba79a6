package org.chancery.lifecycle;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.Role;
import org.chancery.instrument.CaseChanged;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.Instruments;
import org.chancery.instrument.Reference;
import org.chancery.process.OpenStep;
import org.chancery.process.Processes;
import org.chancery.web.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A manager gives the open tasks of her body to one of its people: only to somebody whose task it
 * may be. It leaves an entry in the journal of the case.
 */
@Component
@Transactional
public class Assigning {

  private final Processes processes;
  private final Instruments instruments;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Assigning(
      Processes processes,
      Instruments instruments,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.processes = processes;
    this.instruments = instruments;
    this.accounts = accounts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** The people of the bodies that the current account manages, by name. */
  @Transactional(readOnly = true)
  public List<Account> people() {
    Account manager = accounts.current();
    return manager.is(Role.MANAGER)
        ? manager.bodies().stream()
            .flatMap(body -> accounts.members(body).stream())
            .distinct()
            .sorted(Comparator.comparing(Account::displayName))
            .toList()
        : List.of();
  }

  /**
   * The open steps that the current account may give to somebody: those of the deadline, and those
   * of the case that are of no deadline, as far as they fall to a body that it manages.
   */
  @Transactional(readOnly = true)
  public List<OpenStep> steps(Reference reference, int milestone) {
    Account manager = accounts.current();
    return processes.openSteps(reference).stream()
        .filter(step -> step.milestone() == null || step.milestone() == milestone)
        .filter(step -> Processes.isManagedBy(manager, step))
        .toList();
  }

  /**
   * Gives the steps to the person; those that she has already stay as they are.
   *
   * @throws Refusal when the case is not to be seen, when she is none of the manager's people, or
   *     when no step is left that she may do
   */
  public Assigned assign(Reference reference, int milestone, NewAssignment said) {
    instruments.get(reference);
    instruments.hold(reference);
    Account person = person(said.person());
    List<OpenStep> hers =
        steps(reference, milestone).stream()
            .filter(step -> Processes.isFor(step, person))
            .filter(step -> !Objects.equals(step.assignee(), person.name()))
            .toList();
    if (hers.isEmpty()) {
      throw Refusal.of(Refusal.Kind.DOES_NOT_FIT, "many.noTask", person.displayName());
    }
    hers.forEach(step -> processes.assign(step, person));
    Assigned assigned =
        new Assigned(
            milestone,
            hers.stream().map(OpenStep::step).toList(),
            person.name(),
            said.reason(),
            said.authority());
    publish(reference, assigned);
    return assigned;
  }

  private Account person(String name) {
    return people().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.doesNotFit("/person", "many.person"));
  }

  private void publish(Reference reference, Assigned assigned) {
    Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
    instruments.touch(reference, at);
    publisher.publishEvent(
        new CaseChanged(reference, Change.TASKS_ASSIGNED, null, assigned, accounts.current(), at));
  }
}
