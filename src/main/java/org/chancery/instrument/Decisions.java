package org.chancery.instrument;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.chancery.access.Account;
import org.chancery.access.Accounts;
import org.chancery.access.BodyCode;
import org.chancery.access.Role;
import org.chancery.instrument.CaseChanged.Change;
import org.chancery.instrument.Decision.Kind;
import org.chancery.instrument.Decision.State;
import org.chancery.web.Etag;
import org.chancery.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What managers decide on deadlines: kept in the name of the account that is logged in, checked
 * against its rights, and published as {@link CaseChanged} in its own transaction. Whether a
 * decision fits how the deadline stands is for those to say who judge it.
 */
@Component
@Transactional
public class Decisions {

  /** By so much {@link Register#lock} counts the version of the case up. */
  private static final int LOCKED = 1;

  private final Register register;
  private final Rights rights;
  private final Accounts accounts;
  private final ApplicationEventPublisher publisher;
  private final Clock clock;

  Decisions(
      Register register,
      Rights rights,
      Accounts accounts,
      ApplicationEventPublisher publisher,
      Clock clock) {
    this.register = register;
    this.rights = rights;
    this.accounts = accounts;
    this.publisher = publisher;
    this.clock = clock;
  }

  /** Whether the current account may decide on the deadline: a manager of its body. */
  public boolean mayDecide(CaseFile file, Milestone milestone) {
    return rights.mayDecide(accounts.current(), file, milestone);
  }

  /** The bodies before whose managers the deadline can be put. */
  public Set<BodyCode> bodiesAbove(CaseFile file, Milestone milestone) {
    return rights.bodiesAbove(file, milestone);
  }

  /** Whether the current account may confirm the decision: a second manager of the body. */
  public boolean mayConfirm(CaseFile file, Decision decision) {
    return decision.state() == State.PROPOSED
        && rights.mayConfirm(accounts.current(), decision)
        && file.milestone(decision.milestone()).isPresent();
  }

  /**
   * The waivers that wait for a second manager of a body that the current account manages, oldest
   * first, with their cases.
   */
  @Transactional(readOnly = true)
  public List<Proposed> proposed(int limit) {
    Account account = accounts.current();
    return account.is(Role.MANAGER) && !account.bodies().isEmpty()
        ? register.proposed(account.bodies(), limit).stream()
            .filter(each -> rights.sees(account, each.reference()))
            .toList()
        : List.of();
  }

  /** The waivers in the cases that wait for a second manager, whoever she is. */
  @Transactional(readOnly = true)
  public List<Proposed> proposedIn(Collection<Reference> seen) {
    return register.proposedIn(seen);
  }

  /**
   * A waiver that waits for a second manager.
   *
   * @param reference its case
   * @param waiver the waiver
   */
  public record Proposed(Reference reference, Decision waiver) {}

  /**
   * Keeps a decision on the deadline; a waiver as a proposal.
   *
   * @param ifMatch the entity tag of the case as who decides has read it; null: however it stands
   * @param fits refuses what does not fit the case as it stands, which nobody else can change now
   * @throws Refusal when there is no such deadline to be seen, the account may not decide on it, or
   *     the case has changed since it was read
   */
  public Decision decide(
      Reference reference,
      int milestone,
      NewDecision said,
      @Nullable String ifMatch,
      Consumer<CaseFile> fits) {
    Account account = accounts.current();
    Instant at = now();
    CaseFile file = lockedFor(account, reference, milestone, at);
    if (ifMatch != null) {
      Etag.require(ifMatch, file.instrument().version() - LOCKED);
    }
    fits.accept(file);
    int id = file.decisions().size() + 1;
    BodyCode body = rights.decidingBody(account, file, milestone(file, milestone));
    Decision decision = said.numbered(id, milestone, body, account, at);
    register.insert(reference, decision);
    publish(reference, change(decision.kind()), null, decision, account, at);
    return decision;
  }

  /**
   * Confirms the waiver that another manager of the body proposed.
   *
   * @param fits refuses what does not fit the case as it stands, which nobody else can change now
   * @throws Refusal when there is no such waiver to be seen, when the account may not confirm it,
   *     or when it is confirmed already
   */
  public Decision confirm(Reference reference, int milestone, int id, Consumer<CaseFile> fits) {
    Account account = accounts.current();
    Instant at = now();
    rights.requireSight(account, reference);
    CaseFile file = register.lock(reference, at);
    Milestone deadline = milestone(file, milestone);
    Decision proposed = waiver(file, milestone, id);
    rights.requireConfirmation(account, proposed);
    requireProposed(proposed);
    if (!proposed.body().equals(file.bodyOf(deadline))
        && !rights.bodiesAbove(file, deadline).contains(proposed.body())) {
      throw Refusal.of(Refusal.Kind.DOES_NOT_FIT, "decision.moved", proposed.body());
    }
    fits.accept(file);
    Decision confirmed = proposed.confirmed(account, at);
    register.update(reference, confirmed);
    publish(reference, Change.WAIVER_CONFIRMED, proposed, confirmed, account, at);
    return confirmed;
  }

  /**
   * Withdraws a waiver that was only proposed.
   *
   * @throws Refusal when there is no such waiver to be seen, when the account may not decide on the
   *     deadline, or when the waiver is confirmed or withdrawn already
   */
  public Decision withdraw(Reference reference, int milestone, int id) {
    Account account = accounts.current();
    Instant at = now();
    CaseFile file = lockedFor(account, reference, milestone, at);
    Decision proposed = waiver(file, milestone, id);
    requireProposed(proposed);
    Decision withdrawn = proposed.withdrawn(account, at);
    register.update(reference, withdrawn);
    publish(reference, Change.WAIVER_WITHDRAWN, proposed, withdrawn, account, at);
    return withdrawn;
  }

  private static void requireProposed(Decision waiver) {
    if (waiver.state() == State.CONFIRMED) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "decision.confirmed", waiver.confirmedBy());
    }
    if (waiver.state() == State.WITHDRAWN) {
      throw Refusal.of(Refusal.Kind.CONFLICT, "decision.withdrawn", waiver.withdrawnBy());
    }
  }

  /** The case, for a manager who decides on the deadline. */
  private CaseFile lockedFor(Account account, Reference reference, int milestone, Instant at) {
    rights.requireSight(account, reference);
    CaseFile file = register.lock(reference, at);
    rights.requireDecision(account, file, milestone(file, milestone));
    return file;
  }

  private static Milestone milestone(CaseFile file, int id) {
    return file.milestone(id).orElseThrow(() -> Refusal.notFound("milestone.unknown", id));
  }

  private static Decision waiver(CaseFile file, int milestone, int id) {
    return file.decisionsOn(milestone)
        .filter(decision -> decision.kind() == Kind.WAIVER && decision.id() == id)
        .findFirst()
        .orElseThrow(() -> Refusal.notFound("decision.unknown", id));
  }

  private static Change change(Kind kind) {
    return switch (kind) {
      case EXTENSION -> Change.EXTENDED;
      case WAIVER -> Change.WAIVER_PROPOSED;
      case SUSPENSION -> Change.SUSPENDED;
      case CHASE -> Change.CHASED;
      case ESCALATION -> Change.ESCALATED;
    };
  }

  /** The present instant as the database keeps it. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private void publish(
      Reference reference,
      Change change,
      @Nullable Decision before,
      Decision after,
      Account account,
      Instant at) {
    publisher.publishEvent(new CaseChanged(reference, change, before, after, account, at));
  }
}
